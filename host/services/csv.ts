/** Utilities.parseCsv: rows of texts out of delimited text. */
import { ServiceError } from "./service-object";

/**
 * @param delimiter - One character.
 * @returns Rows by columns; a last line break makes no row.
 * @throws ServiceError for a quote that is never closed, in Google's words.
 */
export function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const field = readField(text, at, delimiter);
    row.push(field.text);
    at = field.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}

function readField(
  text: string,
  from: number,
  delimiter: string,
): { readonly text: string; readonly end: number } {
  let at = from;
  if (text[at] !== '"') {
    while (at < text.length && !isEnd(text[at], delimiter)) at += 1;
    return { text: text.slice(from, at), end: at };
  }
  let field = "";
  at += 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new ServiceError("Could not parse text.");
    field += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    field += '"';
    at += 1;
  }
  while (at < text.length && !isEnd(text[at], delimiter)) {
    field += text[at];
    at += 1;
  }
  return { text: field, end: at };
}

function isEnd(letter: string | undefined, delimiter: string): boolean {
  return letter === delimiter || letter === "\n" || letter === "\r";
}
