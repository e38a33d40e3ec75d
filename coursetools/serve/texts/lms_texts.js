/** All German of the shell that shows the course on a learning platform. */

/**
 * @param {number} done
 * @param {number} of
 */
export const told = (done, of) => `Die Lernplattform weiß: ${done} von ${of} Einheiten sind fertig.`;
export const alone =
  "Keine Verbindung zur Lernplattform: Gemeldet wird nichts. Soll der Kurs dort zählen, öffnen Sie ihn dort neu.";
export const reloaded =
  "Diese Seite wurde neu geladen. Für die Lernplattform war Ihr Besuch damit zu Ende: Gemeldet wird nichts mehr. Soll der Kurs dort weiter zählen, öffnen Sie ihn dort neu.";
export const slow = "Die Lernplattform hat noch nicht geantwortet. Fangen Sie ruhig an: Gemeldet wird Ihr Stand, sobald sie antwortet.";
export const looks = "Die Lernplattform zeigt den Kurs nur zum Ansehen. Gemeldet wird nichts.";
export const waiting =
  "Die Lernplattform ist gerade nicht zu erreichen. Machen Sie ruhig weiter: Gemeldet wird Ihr Stand, sobald es wieder geht. Bleibt es so, öffnen Sie den Kurs dort neu.";
export const leave = "Beenden und zurück zur Lernplattform";
