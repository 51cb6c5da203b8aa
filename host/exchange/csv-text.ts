/** Rows as a .csv file. */

/** Excel and Sheets would run a text that begins like this. */
const LOOKS_LIKE_FORMULA = /^(?:[=@\t\r]|[+-](?![\d\s().,-]*$))/;

/**
 * A text that a spreadsheet would take for a formula, with the apostrophe that
 * makes it a text again; typing it into Sheets gives the text itself.
 */
export function guarded(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `guarded` has made this of; other texts stay. */
export function unguarded(text: string): string {
  return text.startsWith("'") && LOOKS_LIKE_FORMULA.test(text.slice(1))
    ? text.slice(1)
    : text;
}

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * As Google exports: commas, CRLF between rows, quotes where needed, UTF-8
 * without a byte order mark.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(field).join(",")).join("\r\n");
}
