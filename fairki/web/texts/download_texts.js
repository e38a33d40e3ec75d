/** What a button says that saves a file. */

export const working = "Die Datei wird gemacht …";
