/** What a page says about kept answers that it cannot read or cannot keep. */

/** Why a state was set aside, and what that means. */
export const trouble = {
  newer: "Ihr Stand auf diesem Gerät stammt aus einer neueren Fassung des Kurses. Diese Seite kann ihn nicht lesen.",
  damaged: "Ihr Stand auf diesem Gerät ist beschädigt. Diese Seite kann ihn nicht lesen.",
  partly: "Ein Teil Ihres Standes auf diesem Gerät passt nicht zu dieser Fassung des Kurses. Den Rest sehen Sie wie gewohnt.",
};
export const safe = "Ihr alter Stand ist nicht verloren: Er liegt unverändert beiseite, und neue Antworten überschreiben ihn nicht.";
export const full =
  "Ihre neuen Antworten lassen sich auf diesem Gerät nicht speichern: Es ist kein Platz mehr, oder das Fenster ist privat. " +
  "Sichern Sie Ihren Stand als Datei, bevor Sie die Seite schließen.";
export const label = "Hinweis zu Ihrem Stand";
export const understood = "Verstanden";
export const asFile = "Als Datei sichern";
export const oldAsFile = "Alten Stand als Datei sichern";
