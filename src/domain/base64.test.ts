/** Bytes there and back, as Node writes them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "./base64";

test("is what Node writes, and reads it back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64(bytes);

      expect(text).toBe(Buffer.from(bytes).toString("base64"));
      expect([...fromBase64(text)]).toStrictEqual([...bytes]);
    }),
  );
});

test("refuses what is not base64", () => {
  expect(() => fromBase64("AA-A")).toThrow(RangeError);
});
