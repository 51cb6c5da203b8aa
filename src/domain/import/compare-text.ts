/** Text reduced to what matters when two spellings are compared. */

/**
 * Key under which two spellings of the same words are equal: letter case, ё/е,
 * accents, punctuation, kinds of dash and space and line breaks do not count.
 *
 * @param text - Any text.
 * @returns Lower-case words and numbers with single spaces; "" when there are
 * none. The key of a key is the key itself.
 */
export function compareKey(text: string): string {
  return (
    // NFKC would turn the number sign into the Latin word «No».
    foldLetters(text.replace(/№/g, " n "))
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
}

/** Text without marks or compatibility forms: nearly all of it. */
const PLAIN = /^[\n -~А-яЁё«»“”„–—…]*$/;

/** Lower case without accents, ё as е; everything else stays in place. */
function foldLetters(text: string): string {
  if (PLAIN.test(text)) {
    return text.toLowerCase().replace(/ё/g, "е");
  }
  // Twice: lower-casing can bring marks («İ»), removing marks can join letters.
  return foldOnce(foldOnce(text));
}

function foldOnce(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/\p{M}+/gu, "")
    .normalize("NFKC");
}

/** Zero-width, direction and control characters: nobody typed them on purpose. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * One line of plain text: no invisible characters, single ordinary spaces, no
 * spaces around. Formula-looking text is text and stays as it is.
 */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

/** Spaces people type or paste; invisible characters are not among them. */
const SPACES = /[ \t\u00a0\u2007\u2009\u202f]+/g;
const EDGES = /^[ \n]+|[ \n]+$/g;

/**
 * Text as it goes into a cell of one line: line breaks and spaces become one
 * ordinary space each, everything else stays, invisible and control characters
 * too: what they mean is not for an import to say.
 */
export function keptLine(text: string): string {
  return keptLines(text).replace(/\n+/g, " ").replace(SPACES, " ");
}

/** Like {@link keptLine}, with line breaks kept. */
export function keptLines(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(SPACES, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(EDGES, "");
}

/** Text short enough for a message, in Russian quotes. */
export function quoted(text: string): string {
  const line = oneLine(text);
  const shown = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return `«${shown}»`;
}

/** Texts people write where there is nothing to write. */
const NOTHING: ReadonlySet<string> = new Set([
  "",
  "нет данных",
  "нет сведений",
  "не указано",
  "не указан",
  "не указана",
  "н д",
]);

/** Letters of the longest of them with some punctuation. */
const LONGEST_NOTHING = 20;

/** Whether a cell says nothing: blank, dashes, «н/д», «нет данных». */
export function saysNothing(text: string): boolean {
  const line = oneLine(text);
  return (
    /^[-–—_.]*$/.test(line) ||
    (line.length <= LONGEST_NOTHING && NOTHING.has(compareKey(line) || "?"))
  );
}
