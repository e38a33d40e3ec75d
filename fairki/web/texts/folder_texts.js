/** What stands where the folder is saved. */

export const about = [
  "Die Mappe enthält, was Sie im Kurs erarbeitet haben. Teile ohne Antworten stehen darin als offen.",
  "Ihre Antworten gehen erst dann an den Kurs, wenn Sie auf einen der Knöpfe drücken.",
  "Der Kurs macht daraus die Datei und behält nichts.",
].join(" ");
export const parts = "Diese Teile gehören dazu:";
export const company = "Name Ihrer Firma (freiwillig)";
export const companyHint = "Er steht dann auf der ersten Seite.";
export const word = "Mappe als Word-Datei speichern";
export const zip = "Alles als Zip-Datei speichern";
export const tooLong = "Ihre Antworten sind zusammen zu lang für die Mappe. Bitte kürzen Sie sehr lange Texte.";
export const working = "Die Mappe wird gemacht. Das dauert einen Moment …";
