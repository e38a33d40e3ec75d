/** What stands at questions about systems. */

export const unknown = "nicht bekannt";

/**
 * @param {number} known
 * @param {number} all
 */
export const count = (known, all) => `${known} von ${all} bekannt`;
