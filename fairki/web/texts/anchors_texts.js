/** What stands where a Kodex is anchored. */

export const fields = { zustaendig: "Wer ist zuständig?", meldeweg: "Wo meldet man einen Verstoß?" };
export const anchored = "verankert";
export const open = "nicht verankert";

/**
 * @param {number} done
 * @param {number} all
 */
export const count = (done, all) => `${done} von ${all} Regeln verankert`;
