/** What stands under a note. */

export const kept = "Auf diesem Gerät gespeichert.";
export const lost = "Dieser Browser bewahrt nichts auf: Der Text geht beim Schließen der Seite verloren.";
