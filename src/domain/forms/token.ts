/** Personal keys of answer links: eight characters, the last one checks the others. */

/** 32 signs that are not mistaken for one another when dictated. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const RANDOM_SIGNS = 7;

/**
 * Source of random signs: sfc32, seeded from the text. The seed carries 128
 * random bits, so keys made from it cannot be guessed from the code.
 *
 * @see https://pracrand.sourceforge.net/ for the generator
 */
export function signSource(seed: string): () => string {
  const state = [1, 2, 3, 4].map((salt) => seedWord(seed, salt));
  let counter = 1;
  const next = () => {
    const [a = 0, b = 0, c = 0] = state;
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 15; warmUp++) {
    next();
  }
  return () => SIGNS[next() >>> 27] ?? "";
}

function seedWord(seed: string, salt: number): number {
  let word = Math.imul(salt, 0x9e3779b1);
  for (let index = 0; index < seed.length; index++) {
    word = Math.imul(word ^ seed.charCodeAt(index), 0x01000193);
    word ^= word >>> 15;
  }
  return word;
}

export function makeToken(sign: () => string): string {
  let token = "";
  for (let index = 0; index < RANDOM_SIGNS; index++) {
    token += sign();
  }
  return token + checkSign(token);
}

/** The key in upper case, or null when it cannot be one of ours. */
export function readToken(text: string): string | null {
  const token = text.trim().toUpperCase();
  const body = token.slice(0, RANDOM_SIGNS);
  const known = [...token].every((sign) => SIGNS.includes(sign));
  return token.length === RANDOM_SIGNS + 1 &&
    known &&
    checkSign(body) === token.slice(RANDOM_SIGNS)
    ? token
    : null;
}

/** Weighted sum with odd weights: catches every single wrong sign and most swaps. */
function checkSign(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index++) {
    sum += SIGNS.indexOf(body[index] ?? "") * (2 * index + 1);
  }
  return SIGNS[sum % SIGNS.length] ?? "";
}
