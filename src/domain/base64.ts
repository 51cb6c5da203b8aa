/** Base64 where there is neither atob nor Buffer. */

const ALPHABET =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** With padding, without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const bits =
      ((bytes[at] ?? 0) << 16) |
      ((bytes[at + 1] ?? 0) << 8) |
      (bytes[at + 2] ?? 0);
    parts.push(
      ALPHABET.charAt(bits >> 18) +
        ALPHABET.charAt((bits >> 12) & 63) +
        (left > 1 ? ALPHABET.charAt((bits >> 6) & 63) : "=") +
        (left > 2 ? ALPHABET.charAt(bits & 63) : "="),
    );
  }
  return parts.join("");
}

/** @throws RangeError at a character that is none of base64. */
export function fromBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, "");
  const values = digitValues();
  const bytes = new Uint8Array((digits.length * 3) >> 2);
  let bits = 0;
  let at = 0;
  for (let index = 0; index < digits.length; index++) {
    const value = values[digits.charCodeAt(index)];
    if (value === undefined) {
      throw new RangeError(`fromBase64: character ${index} is not of base64`);
    }
    bits = (bits << 6) | value;
    if (index % 4 > 0) {
      bytes[at++] = (bits >> (6 - 2 * (index % 4))) & 255;
    }
  }
  return bytes;
}

/** Value of a digit by its character code. */
function digitValues(): readonly (number | undefined)[] {
  const values: number[] = [];
  for (let value = 0; value < ALPHABET.length; value++) {
    values[ALPHABET.charCodeAt(value)] = value;
  }
  return values;
}
