/** German of the time that the room was given. */

export const over = "Die Zeit ist um.";

/**
 * @param {number} seconds
 * @param {boolean} running
 */
export function left(seconds, running) {
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return running ? `Noch ${clock}` : `Angehalten bei ${clock}`;
}
