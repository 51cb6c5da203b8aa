/** The words of a text with their places and what capitals and quotes tell of them. */

/** A word with its place and what its letters tell. */
export type Word = {
  readonly text: string;
  /** Lower case, ё as е. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly isCapital: boolean;
  /** First of a sentence, a line or a list item: a capital says nothing. */
  readonly opens: boolean;
  readonly isQuoted: boolean;
};

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-’'][\p{L}\p{M}]+)*/gu;

/** A text with its words. */
export type Line = { readonly text: string; readonly words: readonly Word[] };

/** Words of a text in order. */
export function wordsOf(text: string): Word[] {
  const quoted = quotedSpans(text);
  let end = 0;
  return [...text.matchAll(WORD)].map((match): Word => {
    const from = match.index ?? 0;
    const [word] = match;
    const gap = text.slice(end, from);
    const opens = end === 0 || /[.!?…\n•]/.test(gap);
    end = from + word.length;
    return {
      text: word,
      key: word.normalize("NFC").toLowerCase().replace(/ё/g, "е"),
      from,
      to: end,
      isCapital: /^\p{Lu}/u.test(word),
      opens,
      isQuoted: quoted.some((span) => from >= span.from && end <= span.to),
    };
  });
}

/** What stands in quotes is a title; a text that is quoted as a whole is not. */
function quotedSpans(text: string): { from: number; to: number }[] {
  return [...text.matchAll(/«[^«»]*»|"[^"\n]*"|“[^“”]*”/g)]
    .map((match) => {
      const from = match.index ?? 0;
      return { from, to: from + match[0].length };
    })
    .filter(
      ({ from, to }) =>
        text.slice(0, from).trim() !== "" || text.slice(to).trim() !== "",
    );
}

/** Whether two words stand side by side in one line, at most a comma between. */
export function beside(
  text: string,
  a: Word | undefined,
  b: Word | undefined,
): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    /^(?:[\s\u00a0]{1,3}|,\s)$/.test(text.slice(a.to, b.from)) &&
    !/\n/.test(text.slice(a.to, b.from))
  );
}
