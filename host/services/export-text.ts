/** Text that an .xlsx file can hold. */

/** Excel's limit for one cell. */
export const MAX_CELL_TEXT = 32_767;
const MAX_TITLE = 31;

/** Characters XML 1.0 has no way to write. */
const NOT_IN_XML =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text with every character XML cannot hold replaced by U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(NOT_IN_XML, "\uFFFD");
}

/**
 * Text of a cell: what the format would take for its own `_xHHHH_` escapes is
 * escaped itself, so that it comes out of Excel as it went in.
 */
export function cellText(text: string): string {
  return xmlText(text.slice(0, MAX_CELL_TEXT))
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/\r/g, "_x000D_");
}

/**
 * Titles allowed in Excel: at most 31 characters, none of `: \ / ? * [ ]`, no
 * quote at either end, no two alike whatever the case.
 *
 * @returns Title in the book → title in the file.
 */
export function excelTitles(titles: readonly string[]): Map<string, string> {
  const taken = new Set<string>(["history"]);
  const result = new Map<string, string>();
  for (const title of titles) {
    const clean =
      xmlText(title)
        .replace(/[:\\/?*[\]]/g, "_")
        .replace(/^'|'$/g, "_")
        .trim() || "Лист";
    let name = cut(clean, MAX_TITLE);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const ending = ` (${number})`;
      name = `${cut(clean, MAX_TITLE - ending.length)}${ending}`;
    }
    taken.add(name.toLowerCase());
    result.set(title, name);
  }
  return result;
}

/** Never cuts a surrogate pair; a quote must not come to stand at the end. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/'$/, "_");
}
