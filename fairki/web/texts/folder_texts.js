/** What stands where the folder is saved. */

export const about = [
  "Die Mappe enthält, was Sie im Kurs erarbeitet haben. Teile ohne Antworten stehen darin als offen.",
  "Ihre Antworten gehen erst dann an den Kurs, wenn Sie auf einen der Knöpfe drücken.",
  "Der Kurs macht daraus die Datei und behält nichts.",
].join(" ");
export const parts = "Diese Teile kommen in die Mappe";
/**
 * @param {number} chosen
 * @param {number} all
 */
export const count = (chosen, all) => `${chosen} von ${all} Teilen sind gewählt.`;
export const mine = "Nur für Sie";
export const mineHint = [
  "Ihre Notizen sind privat. In der Mappe stehen sie nie.",
  "Wenn Sie wollen, liegen sie als eigene Datei „nur-fuer-mich-notizen.docx“ in der Zip-Datei.",
].join(" ");
export const nothing = "Bitte wählen Sie mindestens einen Teil für die Mappe aus.";
export const company = "Name Ihrer Firma (freiwillig)";
export const companyHint = "Er steht dann auf der ersten Seite.";
export const word = "Mappe als Word-Datei speichern";
export const zip = "Alles als Zip-Datei speichern";
export const tooLong = "Ihre Antworten sind zusammen zu lang für die Mappe. Bitte kürzen Sie sehr lange Texte.";
export const working = "Die Mappe wird gemacht. Das dauert einen Moment …";
