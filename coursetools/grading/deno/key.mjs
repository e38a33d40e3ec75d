/** What tells a library from others; who forges it gets what is known, not his own. */
export function key(bytes) {
  let sum = bytes.length;
  for (let at = 0; at < bytes.length; at += 61) sum = (Math.imul(sum, 31) + bytes[at]) | 0;
  return `${bytes.length} ${sum}`;
}
