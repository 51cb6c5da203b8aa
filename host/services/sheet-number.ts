/** Numbers of tabs as scripts know them: the page gives its tabs ids of letters. */

const WHOLE = /^\d+$/;
// FNV-1a, 32 bits.
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const POSITIVE = 0x7fffffff;

/** The id itself when it is a number, otherwise one that stays the same for it. */
export function sheetNumber(sheetId: string): number {
  if (WHOLE.test(sheetId)) return Number(sheetId);
  let hash = OFFSET;
  for (const sign of sheetId) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), PRIME);
  }
  return hash & POSITIVE;
}
