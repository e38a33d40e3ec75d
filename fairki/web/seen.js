/**
 * Whether something on a page is shown at all. Browsers of 2023 do not know `checkVisibility`.
 * @param {Element} one
 */
export const isSeen = (one) => (typeof one.checkVisibility === "function" ? one.checkVisibility() : one.getClientRects().length > 0);
