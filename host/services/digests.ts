/** Digests and signatures of Utilities; MD2 is computed here, since Node's library left it out. */
import { createHash, createHmac, createSign } from "node:crypto";
import { defineEnum, EnumValue, ServiceError } from "./service-object";
import { mismatch, needText } from "./sheets-context";

export const DigestAlgorithm = defineEnum("Utilities.DigestAlgorithm", [
  "MD2",
  "MD5",
  "SHA_1",
  "SHA_256",
  "SHA_384",
  "SHA_512",
]);
export const MacAlgorithm = defineEnum("Utilities.MacAlgorithm", [
  "HMAC_MD5",
  "HMAC_SHA_1",
  "HMAC_SHA_256",
  "HMAC_SHA_384",
  "HMAC_SHA_512",
]);
export const RsaAlgorithm = defineEnum("Utilities.RsaAlgorithm", [
  "RSA_SHA_1",
  "RSA_SHA_256",
]);

/** `HMAC_SHA_256` and `SHA_256` → `sha256`. */
function hashName(name: string): string {
  return name
    .replace(/^(HMAC|RSA)_/, "")
    .replace("_", "")
    .toLowerCase();
}

/** @throws ServiceError when the first argument is no DigestAlgorithm. */
export function digest(algorithm: unknown, data: Uint8Array): Uint8Array {
  if (!(algorithm instanceof EnumValue)) {
    throw mismatch("Utilities.computeDigest", algorithm);
  }
  if (algorithm === DigestAlgorithm.MD2) return md2(data);
  return createHash(hashName(algorithm.name)).update(data).digest();
}

/** @throws ServiceError when the first argument is no MacAlgorithm. */
export function hmac(
  algorithm: unknown,
  data: Uint8Array,
  key: Uint8Array,
): Uint8Array {
  if (!(algorithm instanceof EnumValue)) {
    throw mismatch("Utilities.computeHmacSignature", algorithm);
  }
  return createHmac(hashName(algorithm.name), key).update(data).digest();
}

/**
 * @param key - Private key, PEM text.
 * @throws ServiceError for text that is no private key.
 */
export function rsaSignature(
  algorithm: unknown,
  data: Uint8Array,
  key: unknown,
): Uint8Array {
  const call = "Utilities.computeRsaSignature";
  if (!(algorithm instanceof EnumValue)) throw mismatch(call, algorithm);
  const pem = needText(call, key);
  try {
    return createSign(hashName(algorithm.name)).update(data).sign(pem);
  } catch (cause) {
    throw new ServiceError("Invalid argument: key", { cause });
  }
}

/** Digits of pi as RFC 1319 shuffles them, https://www.rfc-editor.org/rfc/rfc1319 */
const PI = Uint8Array.from([
  41, 46, 67, 201, 162, 216, 124, 1, 61, 54, 84, 161, 236, 240, 6, 19, 98, 167,
  5, 243, 192, 199, 115, 140, 152, 147, 43, 217, 188, 76, 130, 202, 30, 155, 87,
  60, 253, 212, 224, 22, 103, 66, 111, 24, 138, 23, 229, 18, 190, 78, 196, 214,
  218, 158, 222, 73, 160, 251, 245, 142, 187, 47, 238, 122, 169, 104, 121, 145,
  21, 178, 7, 63, 148, 194, 16, 137, 11, 34, 95, 33, 128, 127, 93, 154, 90, 144,
  50, 39, 53, 62, 204, 231, 191, 247, 151, 3, 255, 25, 48, 179, 72, 165, 181,
  209, 215, 94, 146, 42, 172, 86, 170, 198, 79, 184, 56, 210, 150, 164, 125,
  182, 118, 252, 107, 226, 156, 116, 4, 241, 69, 157, 112, 89, 100, 113, 135,
  32, 134, 91, 207, 101, 230, 45, 168, 2, 27, 96, 37, 173, 174, 176, 185, 246,
  28, 70, 97, 105, 52, 64, 126, 15, 85, 71, 163, 35, 221, 81, 175, 58, 195, 92,
  249, 206, 186, 197, 234, 38, 44, 83, 13, 110, 133, 40, 132, 9, 211, 223, 205,
  244, 65, 129, 77, 82, 106, 220, 55, 200, 108, 193, 171, 250, 36, 225, 123, 8,
  12, 189, 177, 74, 120, 136, 149, 139, 227, 99, 232, 109, 233, 203, 213, 254,
  59, 0, 29, 57, 242, 239, 183, 14, 102, 88, 208, 228, 166, 119, 114, 248, 235,
  117, 75, 10, 49, 68, 80, 180, 143, 237, 31, 26, 219, 153, 141, 51, 159, 17,
  131, 20,
]);
const BLOCK = 16;
const ROUNDS = 18;

function md2(data: Uint8Array): Uint8Array {
  const padding = BLOCK - (data.length % BLOCK);
  const text = new Uint8Array(data.length + padding + BLOCK);
  text.set(data);
  text.fill(padding, data.length, data.length + padding);
  const checksum = new Uint8Array(BLOCK);
  let last = 0;
  for (let at = 0; at < data.length + padding; at += 1) {
    const place = at % BLOCK;
    const mixed = PI[(text[at] ?? 0) ^ last] ?? 0;
    last = (checksum[place] ?? 0) ^ mixed;
    checksum[place] = last;
  }
  text.set(checksum, data.length + padding);
  const state = new Uint8Array(BLOCK * 3);
  for (let from = 0; from < text.length; from += BLOCK) {
    for (let at = 0; at < BLOCK; at += 1) {
      const byte = text[from + at] ?? 0;
      state[BLOCK + at] = byte;
      state[2 * BLOCK + at] = byte ^ (state[at] ?? 0);
    }
    stir(state);
  }
  return state.slice(0, BLOCK);
}

function stir(state: Uint8Array): void {
  let carried = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let at = 0; at < state.length; at += 1) {
      carried = (state[at] ?? 0) ^ (PI[carried] ?? 0);
      state[at] = carried;
    }
    carried = (carried + round) % 256;
  }
}
