/** What the facilitator's page and the projector both say: about their connection, and names of rounds. */

export const stranger = "Das Netz antwortet anstelle des Workshops. Melden Sie diesen Rechner im Netz an.";
export const pause = "Der Workshop wird gerade neu gestartet. Gleich geht es von selbst weiter; alle Stimmen sind gespeichert.";
export const none = "Keine Verbindung zum Workshop.";
export const connected = "verbunden";

/** @type {Record<string, string>} */
export const phases = { choose: "Regeln wählen", fill: "Lücken füllen" };
