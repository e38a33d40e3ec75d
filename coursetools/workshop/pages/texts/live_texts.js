/** What the facilitator's page and the projector say about their connection. */

export const stranger = "Das Netz antwortet anstelle des Workshops. Melden Sie diesen Rechner im Netz an.";
export const none = "Keine Verbindung zum Workshop.";
export const connected = "verbunden";
