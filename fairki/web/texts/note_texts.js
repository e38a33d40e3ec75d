/** What stands at a note. */

export const kept = "Auf diesem Gerät gespeichert.";
export const lost = "Dieser Browser bewahrt nichts auf: Der Text geht beim Schließen der Seite verloren.";

/**
 * What opens a note that is no part of the path.
 * @param {string} name
 */
export const optional = (name) => `Wenn Sie mögen: ${name}`;
