/** Labels cut into lines that fit beside or under an axis. */

/** An axis has room for about so many letters; chosen. */
const LINE_LETTERS = 14;
const MOST_LINES = 3;

/** A label as lines of whole words; what does not fit ends in «…». */
export function wrapped(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LETTERS) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  const kept = lines.slice(0, MOST_LINES).map(shortened);
  return lines.length > MOST_LINES ? [...kept.slice(0, -1), "…"] : kept;
}

function shortened(line: string): string {
  return line.length > LINE_LETTERS
    ? `${line.slice(0, LINE_LETTERS - 1)}…`
    : line;
}
