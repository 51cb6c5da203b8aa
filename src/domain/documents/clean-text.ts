/** Makes text fit for a document: XML cannot hold every character. */

/** What stands where a character could not be kept: U+FFFD. */
export const REPLACEMENT = "\uFFFD";

/**
 * Characters outside XML 1.0 `Char`: controls other than tab and line feed,
 * lone surrogates (pairs are one code point under the `u` flag), U+FFFE and
 * U+FFFF.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;

/**
 * The text with every forbidden character replaced and every kind of line end
 * made a line feed.
 *
 * @returns `isChanged` tells about replaced characters only.
 */
export function cleanText(text: string): {
  readonly text: string;
  readonly isChanged: boolean;
} {
  const lines = text.replace(/\r\n?/g, "\n");
  const clean = lines.replace(FORBIDDEN, REPLACEMENT);
  return { text: clean, isChanged: clean !== lines };
}
