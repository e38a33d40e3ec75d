/** What stands where the record of participation is made, and in it. */

export const about = [
  "Hier machen Sie selbst einen Nachweis, welche Module Sie bearbeitet haben.",
  "Antworten, Punkte und Versuche stehen nicht darin.",
].join(" ");
export const name = "Ihr Name (freiwillig)";
export const nameHint = [
  "Der Name steht nur im Nachweis. Er wird nirgends gespeichert und verlässt dieses Gerät nicht.",
  "Ohne Namen bleibt eine Zeile frei.",
].join(" ");
export const save = "Nachweis speichern";
export const print = "Nachweis drucken";
export const refused = [
  "Hier lässt sich nicht drucken, vielleicht weil der Kurs in einer anderen Seite steckt.",
  "Speichern Sie den Nachweis, öffnen Sie die Datei, und drucken Sie von dort.",
].join(" ");
export const frame = "Nachweis zum Drucken";
export const modules = "Diese Module stehen im Nachweis";
export const noModule = "Noch ist kein Modul fertig. Am Ende jeder Einheit steht, was in ihr noch offen ist.";
export const empty = "Im Nachweis steht noch kein Modul. Schließen Sie zuerst ein Modul ab oder wählen Sie eines aus.";

/**
 * @param {number} number
 * @param {string} title
 */
export const module = (number, title) => `Modul ${number}: ${title}`;

/**
 * @param {number} number
 * @param {string} title
 * @param {number} done
 * @param {number} all
 */
export const begun = (number, title, done, all) => `Modul ${number}, „${title}“ (${done} von ${all} Einheiten)`;

/** @param {string[]} parts */
export const notDone = (parts) => `Angefangen, aber noch nicht fertig: ${parts.join(", ")}.`;

/** What stands in the record itself. */
export const paper = {
  language: "de",
  title: "Teilnahme-Nachweis",
  about: "Eigene Angabe der teilnehmenden Person, erstellt auf ihrem Gerät. Kein Zertifikat.",
  name: "Name",
  firm: "Betrieb",
  course: "Kurs",
  finished: "Abgeschlossen",
  extent: "Umfang",
  date: "Datum",
  contents: "Inhalte",
  module: "Modul",
  goals: "Lernziele",
  measured: "Der Umfang ist die geplante Zeit dieser Module, auf volle Stunden ab- und aufgerundet. Gemessen wurde nichts.",
  absent: "Was hier nicht steht",
  absentWhy: "Antworten, Punkte und Versuche. Sie gehören der Person, die gelernt hat.",
  law: "Rechtlicher Rahmen",
  noAdvice: "Orientierung, keine Rechtsberatung.",
  signature: "Datum und Unterschrift der teilnehmenden Person",
  company: "Für die Firma (freiwillig)",
  /**
   * @param {string} title
   * @param {string} version
   */
  edition: (title, version) => `${title}, Fassung ${version}`,
  /** @param {number} count */
  count: (count) => `${count} ${count === 1 ? "Modul" : "Module"}`,
  /** @param {number} minutes */
  planned: (minutes) => `${minutes} Minuten geplant`,
  /** @param {number} hours whole hours, rounded down */
  duration: (hours) => (hours === 0 ? "bis zu 1 Stunde" : `etwa ${hours} bis ${hours + 1} Stunden`),
  /**
   * @param {string} source
   * @param {string} day
   */
  source: (source, day) => `${source}. Stand: ${day}.`,
};
