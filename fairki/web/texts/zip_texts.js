/** Why a zip cannot be used. */

export const locked = "Diese Zip-Datei ist mit einem Kennwort gesperrt.";
export const damaged = "Diese Zip-Datei ist beschädigt.";
export const tooLarge = "Diese Datei ist zu groß.";

/** @param {string} name */
export const without = (name) =>
  `In dieser Datei liegt keine ${name}. Bitte wählen Sie die Zip-Datei, die Sie als Mappe gespeichert haben.`;
