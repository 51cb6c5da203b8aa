/** Data that lie compressed in a bundle, as code. */
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

/** Compressed text in base64, for `fromBase64` and `inflateSync`. */
export function packedText(text) {
  return deflateRawSync(text, { level: 9 }).toString("base64");
}

/**
 * An expression whose value is the data; it wants `strFromU8` and `inflateSync`
 * of fflate and `fromBase64` of src/domain/base64.ts in its scope.
 */
export function packedJson(data) {
  const record = JSON.stringify(packedText(JSON.stringify(data)));
  return `JSON.parse(strFromU8(inflateSync(fromBase64(${record}))))`;
}

const BASE64 = fileURLToPath(
  new URL("../src/domain/base64.ts", import.meta.url),
);

/** Imports that `packedJson` wants, for a module anywhere. */
export const UNPACKING = `
  import { inflateSync, strFromU8 } from "fflate";
  import { fromBase64 } from ${JSON.stringify(BASE64)};`;

/** Where `fflate` is found from. */
export const HERE = fileURLToPath(new URL(".", import.meta.url));
