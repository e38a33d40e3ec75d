/** What a page says about its Python, where that runs in the browser itself. */

/** @param {number} bytes */
const mega = (bytes) => Math.round(bytes / 1e6);

/**
 * @param {number} loaded bytes
 * @param {number} all bytes
 */
export const loading = (loaded, all) => `Rechnen wird vorbereitet: ${Math.min(mega(loaded), mega(all))} von ${mega(all)} MB`;
export const starting = "Rechnen wird vorbereitet: gleich fertig";

/** @param {number} bytes */
export const late = (bytes) => `Ein Baustein wird geladen: ${Math.max(1, mega(bytes))} MB`;

const STILL = " Lesen, Wissensfragen und Drucken gehen weiter. Auswertungen und Bilder aus Ihren Antworten fehlen.";
export const slow = `Das Vorbereiten dauert sehr lange. Sie können warten oder die Seite neu laden.${STILL}`;

export const lost =
  "Ein Baustein zum Rechnen kam nicht an. Prüfen Sie Ihr Netz, und laden Sie die Seite neu, sobald es wieder da ist.";

/** Why nothing can be calculated, by cause. */
export const failed = {
  blocked: `Hier lässt sich nichts berechnen: Das Rechnen im Hintergrund (Web Worker) ist gesperrt. Fragen Sie Ihre IT, oder nehmen Sie einen anderen Browser.${STILL}`,
  wasm: `Hier lässt sich nichts berechnen: Dieser Browser führt kein WebAssembly aus, oder es ist gesperrt. Fragen Sie Ihre IT, oder nehmen Sie einen anderen Browser.${STILL}`,
  missing: `Hier lässt sich nichts berechnen: Eine Datei des Kurses fehlt, oder der Server liefert sie falsch aus. Sagen Sie bitte der Person Bescheid, die den Kurs betreut.${STILL}`,
  network: `Hier lässt sich gerade nichts berechnen: Eine Datei des Kurses kam nicht an. Prüfen Sie Ihr Netz, und laden Sie die Seite neu.${STILL}`,
  memory: `Hier lässt sich nichts berechnen: Der Arbeitsspeicher reicht nicht. Schließen Sie andere Tabs, und laden Sie die Seite neu.${STILL}`,
  python: `Beim Vorbereiten ist etwas schiefgegangen. Das liegt nicht an Ihnen.${STILL}`,
};
