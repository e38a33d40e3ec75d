/** What stands where a question can be left on purpose. */

export const all = "Weiter ohne Antwort";
export const rest = "Weiter ohne die übrigen Antworten";
export const left = "Übersprungen. Sie können hier trotzdem noch antworten.";
