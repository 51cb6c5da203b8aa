/** Characters that documents can and cannot hold. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text";

test("keeps fit text as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const fit = text.replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, "");

      expect(cleanText(fit)).toStrictEqual({ text: fit, isChanged: false });
    }),
  );
});

test("leaves nothing XML forbids, whatever comes in", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }),
      (units) => {
        const { text } = cleanText(String.fromCharCode(...units));

        for (const character of text) {
          expect(isXmlCharacter(character.codePointAt(0) ?? 0)).toBe(true);
        }
      },
    ),
  );
});

/** `Char` of XML 1.0. */
function isXmlCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    code >= 0x10000
  );
}
