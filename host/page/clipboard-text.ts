/** Plain text from the clipboard as a grid of cells, and as the HTML table Univer takes it in. */

/** A cell that spreadsheets quote: it holds a break, a tab or a quote. */
const QUOTED = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)/y;
const PLAIN = /[^\t\r\n]*(?:\r(?!\n)[^\t\r\n]*)*/y;
const SEPARATOR = /\t|\r?\n/y;

/**
 * Rows by cells; a last line break ends the last row.
 *
 * @param text - Cells between tabs, rows between line breaks.
 */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found;
  };
  for (;;) {
    const quoted = take(QUOTED);
    row.push(
      quoted === null
        ? (take(PLAIN)?.[0] ?? "")
        : (quoted[1] ?? "").replaceAll('""', '"'),
    );
    const separator = take(SEPARATOR)?.[0];
    if (separator === "\t") continue;
    rows.push(row);
    if (separator === undefined || at === text.length) return rows;
    row = [];
  }
}

/** Rows by cells as other spreadsheets read them: a cell with a break, tab or quote in quotes. */
export function textOfCells(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

/** The cells as a table in which no text is markup. */
export function tableOfCells(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<td>${text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? "")}</td>`;
  const lines = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  return `<html><body><table>${lines.join("")}</table></body></html>`;
}
