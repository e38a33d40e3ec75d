/**
 * Whether something on a page is shown at all. Browsers of 2023 do not know `checkVisibility`.
 * @param {Element | null | undefined} one
 */
export function isSeen(one) {
  if (!one) return false;
  return typeof one.checkVisibility === "function" ? one.checkVisibility() : one.getClientRects().length > 0;
}
