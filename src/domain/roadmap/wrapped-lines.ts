/** Lines of text copied out of a PDF or Word, with page breaks and footnotes. */

import { plainText } from "./normalise";
import type { SourceLine } from "./roadmap";

/** One line that is not empty. */
export type WrappedLine = {
  /** 1-based line of the pasted text. */
  readonly line: number;
  readonly text: string;
  readonly words: readonly string[];
  /** An empty line more than usual stands before it. */
  readonly blankBefore: boolean;
  /** A page starts here, so every cell of the row may go on. */
  readonly pageBefore: boolean;
};

type Raw = {
  readonly line: number;
  readonly text: string;
  /** Empty lines before it. */
  readonly gap: number;
  /** The longest run of them without even a space. */
  readonly empty: number;
  readonly page: boolean;
  /** A long line of spaces before it: footnotes are set off by one. */
  readonly ruled: boolean;
};

/** Lines in order, and what is printed at the edges of pages. */
export function readLines(text: string): {
  readonly lines: readonly WrappedLine[];
  readonly margins: readonly SourceLine[];
} {
  const raw = rawLines(text);
  const usual = usualGap(raw);
  const isPage = ({ page, empty }: Raw) => page || empty >= usual + 2;
  const lines: WrappedLine[] = [];
  const margins: SourceLine[] = [];
  let afterMargin = false;
  for (let at = 0; at < raw.length; at += 1) {
    const current = raw[at];
    if (current === undefined) {
      break;
    }
    const length = marginLength(raw, at, isPage);
    if (length > 0) {
      const margin = raw.slice(at, at + length);
      margins.push({
        line: current.line,
        text: margin.map((line) => line.text).join(" "),
      });
      at += length - 1;
      afterMargin = true;
      continue;
    }
    const pageBefore = at > 0 && (isPage(current) || afterMargin);
    lines.push({
      line: current.line,
      text: current.text,
      words: current.text.split(" "),
      blankBefore: !pageBefore && current.gap > usual,
      pageBefore,
    });
    afterMargin = false;
  }
  return { lines, margins };
}

function rawLines(text: string): readonly Raw[] {
  const raw: Raw[] = [];
  let [gap, empty, longest] = [0, 0, 0];
  let [page, ruled] = [false, false];
  text.split("\n").forEach((source, index) => {
    page = page || source.includes("\f");
    const line = plainText(source).replace(/\n/g, " ");
    if (line === "") {
      gap += 1;
      empty = source === "" ? empty + 1 : 0;
      longest = Math.max(longest, empty);
      ruled = ruled || source.length >= 20;
      return;
    }
    raw.push({ line: index + 1, text: line, gap, empty: longest, page, ruled });
    [gap, empty, longest] = [0, 0, 0];
    [page, ruled] = [false, false];
  });
  return raw;
}

/** The commonest number of empty lines between two lines. */
function usualGap(raw: readonly Raw[]): number {
  const counts = new Map<number, number>();
  raw.slice(1).forEach(({ gap }) => {
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  let usual = 0;
  for (const [gap, count] of Array.from(counts)) {
    if (count > (counts.get(usual) ?? 0)) {
      usual = gap;
    }
  }
  return usual;
}

const MAX_FOOTNOTE_LINES = 5;

/** Number of lines of a footnote or a page number at `at`; 0 = neither. */
function marginLength(
  raw: readonly Raw[],
  at: number,
  isPage: (line: Raw) => boolean,
): number {
  const line = raw[at];
  const next = raw[at + 1];
  if (line === undefined) {
    return 0;
  }
  const isNumber = /^[-–— ]*\d{1,3}[-–— ]*$/.test(line.text);
  if (isNumber && (next === undefined || isPage(next)) && !isPage(line)) {
    return 1;
  }
  // «1Содержание учитывает»: the mark of a footnote is glued to its text.
  const marked = /^(?:\d{1,2}|[¹²³*]{1,3} ?)\p{Lu}\p{Ll}/u.test(line.text);
  if (!marked || !(line.ruled || isMarkUsed(raw, line.text))) {
    return 0;
  }
  let length = 1;
  while (length < MAX_FOOTNOTE_LINES) {
    const last = raw[at + length - 1];
    const more = raw[at + length];
    if (more === undefined || isPage(more) || /[.!?]$/.test(last?.text ?? "")) {
      break;
    }
    length += 1;
  }
  return length;
}

function isMarkUsed(raw: readonly Raw[], footnote: string): boolean {
  const mark = /^(?:\d{1,2}|[¹²³*]{1,3})/.exec(footnote)?.[0] ?? "";
  return raw.some(
    ({ text }) =>
      text !== footnote &&
      text
        .split(" ")
        .some((word) => word.endsWith(mark) && /^\p{L}/u.test(word)),
  );
}
