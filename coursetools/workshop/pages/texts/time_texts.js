/** German of the facilitator's panel for the room's time and the rules of play. */
import * as lead_texts from "./lead_texts.js";

export const title = "Zeit und Spielregeln";
export const minutes = "Minuten für den Raum";
export const hint = "Leinwand und Handys zeigen die Zeit. Es klingelt nichts. Mit dem nächsten Schritt verschwindet sie.";
export const start = "Zeit geben";
export const anew = "Neu beginnen";
export const pause = "Anhalten";
export const on = "Weiterlaufen lassen";
export const more = "1 Minute mehr";
export const stop = "Zeit beenden";
export const rules = "Spielregeln auf der Leinwand zeigen";
export const rulesOn = "Die Leinwand zeigt die Spielregeln.";
export const rulesOff = "Die Leinwand zeigt wieder den Schritt.";
export const wrong = "Bitte eine ganze Zahl von 1 bis 120.";
export const paused = "Die Zeit ist angehalten.";
export const runs = "Die Zeit läuft weiter.";
export const longer = "Der Raum hat eine Minute mehr.";
export const gone = "Die Zeit ist beendet.";

/** @param {number} number */
export const given = (number) => `Der Raum hat ${lead_texts.several(number, "Minute", "Minuten")}.`;
