/** German of the panel for an earlier workshop: comparing, and asking what became of its promises. */

export const title = "Früherer Workshop";
export const about =
  "Öffnen Sie die Datei raum.json von damals. Gleiche Fragen stehen dann auf der Leinwand neben den Zahlen von damals. " +
  "Die Datei enthält nur Summen. Bis zu drei Workshops können daneben stehen, zum Beispiel andere Abteilungen.";
export const open = "Datei raum.json öffnen";
export const opened = "Die Zahlen von damals stehen jetzt daneben.";
export const noFile = "Das ist keine Datei eines Raums. Wählen Sie die Datei raum.json vom letzten Workshop.";
export const promises = "Damals zugesagt:";
export const noPromises = "In dieser Datei stehen keine Zusagen.";
export const ask = "Nach den Zusagen fragen";
export const asked = "Die Frage steht jetzt im Ablauf, gleich nach diesem Schritt.";
export const forget = "Vergleich entfernen";
export const forgotten = "Der Vergleich ist entfernt.";

/** @param {{ title: string, day: string }[]} rooms days such as 2026-05-03 */
export const beside = (rooms) =>
  `Verglichen wird mit ${rooms.map(({ title, day }) => `„${title}“ vom ${day.split("-").reverse().map(Number).join(".")}`).join(" und ")}.`;
