/** German of the files that a facilitator takes along, and of the page that prints the wall's pictures. */

export const files = {
  title: "Ergebnisse mitnehmen",
  text: "Nur Summen, und nur mit genug Antworten. Am Ende des Workshops ist alles gelöscht: Laden Sie vorher, was Sie brauchen.",
  protocol: "Protokoll laden (Word)",
  slides: "Folien (PowerPoint)",
  excel: "Tabelle (Excel)",
  csv: "Tabelle (CSV)",
  pictures: "Bilder der Leinwand drucken",
  kodex: "Kodex des Raums",
  room: "Raum für den nächsten Workshop",
  roomText: "Den „Raum für den nächsten Workshop“ öffnen Sie beim nächsten Mal: Er zeigt die Zahlen von heute daneben und fragt nach den Zusagen.",
  kodexText: "Den „Kodex des Raums“ öffnen alle im Kodex-Baukasten des Kurses mit „Kodex-Datei öffnen“ und arbeiten damit weiter.",
  /** @param {string} what */
  saved: (what) => `${what}: Die Datei liegt bei Ihren Downloads.`,
};

export const pictures = {
  print: "Drucken oder als PDF sichern",
  none: "Noch gibt es keine Abstimmung mit genug Antworten. Schließen Sie eine Abstimmung, und laden Sie die Seite neu.",
  /**
   * @param {string} title of the agenda
   * @param {number} fewest
   */
  about: (title, fewest) => `${title}. Nur Summen, und nur ab ${fewest} Antworten.`,
};
