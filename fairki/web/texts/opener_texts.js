/** What stands at the story with which the course begins. */

export const play = "Abspielen";
export const stop = "Anhalten";
export const again = "Noch einmal";
export const back = "Zurück";
export const next = "Weiter";
export const skip = "Überspringen";
export const open = "Geschichte ansehen";
export const list = "Die Geschichte als Text";

/** What stands in the picture. */
export const applications = "Bewerbungen";
export const program = "Programm";
export const invited = "eingeladen";
export const refused = "Absage";
export const why = "Warum?";

/**
 * @param {number} at from 1
 * @param {number} of
 */
export const picture = (at, of) => `Bild ${at} von ${of}`;
