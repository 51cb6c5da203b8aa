/** Text of a .csv whose quotation marks do not all quote, made regular. */

/**
 * Rewrites every cell that begins with a quotation mark and is not a regular
 * quoted cell, so that the mark becomes part of its text. Regular cells stay
 * as they are.
 *
 * @param text - Text with "\n" line ends.
 * @param delimiter - One character.
 * @returns Text that a strict reader splits without errors.
 */
export function mendQuotes(text: string, delimiter: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quotedEnd = text[at] === '"' ? endOfQuoted(text, at, delimiter) : -1;
    const end = quotedEnd === -1 ? endOfPlain(text, at, delimiter) : quotedEnd;
    const cell = text.slice(at, end);
    pieces.push(
      quotedEnd === -1 && cell.startsWith('"')
        ? `"${cell.replace(/"/g, '""')}"`
        : cell,
      text.slice(end, end + 1),
    );
    at = end + 1;
  }
  return pieces.join("");
}

/** Index after a regular quoted cell, or -1 when it is not one. */
function endOfQuoted(text: string, start: number, delimiter: string): number {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') {
    close = text.indexOf('"', close + 2);
  }
  if (close === -1) {
    return -1;
  }
  let end = close + 1;
  while (text[end] === " ") {
    end += 1;
  }
  const next = text[end];
  return next === undefined || next === "\n" || next === delimiter ? end : -1;
}

function endOfPlain(text: string, start: number, delimiter: string): number {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n") {
    end += 1;
  }
  return end;
}
