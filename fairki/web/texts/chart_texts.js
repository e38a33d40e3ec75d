/** What stands beside a chart. */

export const numbers = "Zahlen als Tabelle";

/** @param {string} summary */
export const figure = (summary) => `Diagramm. ${summary}`;
