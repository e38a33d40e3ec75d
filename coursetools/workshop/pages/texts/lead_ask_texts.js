/** German of the facilitator's own questions: the form, its preview, and what waits. */

export const title = "Eigene Fragen";
export const open = "Neue Frage schreiben";
export const privacy = "Fragen Sie nichts, was eine einzelne Person erkennbar macht. Ergebnisse gibt es wie immer erst ab der eingestellten Zahl von Antworten.";
export const kind = "Art der Frage";

/** @type {[id: string, name: string][]} */
export const kinds = [
  ["poll", "Umfrage: Antworten zum Ankreuzen"],
  ["scale", "Skala: wie sehr?"],
  ["estimate", "Schätzung: eine Zahl"],
  ["ranking", "Rangfolge: in eine Reihe bringen"],
  ["text", "Freie Antworten"],
  ["cloud", "Wortwolke: wenige Wörter"],
  ["qa", "Fragerunde: Fragen aus dem Raum"],
  ["groups", "Gruppen: Aufgabe mit einer Antwort je Gruppe"],
];
export const vote = "Abstimmung über einen Fall aus dem Betrieb";

export const question = "Ihre Frage";
export const options = "Antworten, eine in jeder Zeile";
export const things = "Was in eine Reihe kommt, eins in jeder Zeile";
export const most = "So viele darf jede Person ankreuzen";
export const words = "So viele Wörter darf jede Person schreiben";
export const aCase = "Worum geht es?";
export const caseQuestion = "Soll der Betrieb das so einsetzen?";
export const caseOptions = ["Ja, so wie es ist", "Ja, aber mit Bedingungen", "Nein"];
export const low = "1 bedeutet";
export const high = "Die höchste Zahl bedeutet";
export const lowUsual = "gar nicht";
export const highUsual = "sehr";
export const steps = "So viele Stufen";
export const least = "Kleinste mögliche Zahl";
export const greatest = "Größte mögliche Zahl";
export const unit = "Einheit (darf leer bleiben)";
export const truth = "Richtige Zahl (nur wenn es eine gibt)";
export const groups = "So viele Gruppen";
export const by = "Wer in welche Gruppe kommt";
/** @type {[id: string, name: string][]} */
export const ways = [
  ["random", "Das Los entscheidet"],
  ["colour", "Alle wählen ihre Farbe"],
];
export const minutes = "So viele Minuten sind geplant";

export const preview = "So steht es auf der Leinwand";
export const ask = "Jetzt stellen";
export const asked = "Die Frage ist offen. Alle sehen sie auf ihrem Handy.";
export const later = "Für später merken";
export const kept = "Die Frage wartet im Ablauf.";
export const change = "Änderung speichern";
export const changed = "Die Frage ist geändert.";
export const clear = "Formular leeren";

export const waiting = "Diese Fragen warten";
export const prepared = "Vorbereitet in Ihrem Betrieb";
export const edit = "Ändern";
export const take = "Ins Formular";
export const remove = "Entfernen";
export const removed = "Die Frage ist entfernt.";

/**
 * @param {string} what
 * @param {string} question
 */
export const about = (what, question) => `${what}: ${question}`;

/** What is missing in the form. */
export const wrong = {
  question: "Bitte schreiben Sie eine Frage.",
  /** @param {number} most */
  options: (most) => `Bitte schreiben Sie 2 bis ${most} verschiedene Antworten, eine in jeder Zeile.`,
  ends: "Bitte schreiben Sie, was die beiden Enden bedeuten.",
  number: "Bitte schreiben Sie eine Zahl.",
  order: "Die größte Zahl muss über der kleinsten liegen.",
  minutes: "Bitte schreiben Sie eine ganze Zahl von 1 bis 60.",
};
