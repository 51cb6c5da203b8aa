/** Finds the activities of a text that is no table: numbered, marked or under labels. */

import { partsOf } from "./item-fields";
import { looksLikeDates } from "./looks-like-dates";
import { plainText } from "./normalise";

/** One line of the text, and what its beginning says. */
export type ListLine = {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  readonly blankBefore: boolean;
  readonly mark: Mark | null;
};

type MarkKind = "points" | "numbers" | "bullets" | "blocks";

type Mark = {
  readonly kind: MarkKind;
  /** As written, without the last stop; empty for a bullet. */
  readonly number: string;
  /** The line without its mark. */
  readonly rest: string;
};

const WORD =
  "(?:(?:этап|пункт|п\\.|мероприятие|шаг|задача|событие|№)\\s*(?:№\\s*)?)";
const POINT = new RegExp(
  `^${WORD}?(\\d{1,3}(?:\\.\\d{1,3})+)[.)]?\\s+(\\S.*)$`,
  "iu",
);
const NUMBER = new RegExp(
  `^(?:${WORD}?(\\d{1,3})[.)]\\s*(?=[^\\d\\s])|${WORD}(\\d{1,3})\\s*[:–—-]?\\s+)(\\S.*)$`,
  "iu",
);
const BULLET =
  /^(?:[•▪●◦·*✓✔☐☑→➢►‣]|\p{Extended_Pictographic}\uFE0F?|[-–—]\s)\s*(\S.*)$/u;

/** Lines with their marks; empty lines are left out. */
export function listLines(text: string): readonly ListLine[] {
  const lines: ListLine[] = [];
  let blankBefore = true;
  text.split("\n").forEach((source, index) => {
    const flat = plainText(source).replace(/\n/g, " ");
    if (flat !== "") {
      lines.push({
        line: index + 1,
        text: flat,
        blankBefore,
        mark: markOf(flat),
      });
    }
    blankBefore = flat === "";
  });
  return lines;
}

function markOf(text: string): Mark | null {
  const point = POINT.exec(text);
  if (point !== null) {
    return { kind: "points", number: point[1] ?? "", rest: point[2] ?? "" };
  }
  const number = NUMBER.exec(text);
  if (number !== null) {
    return {
      kind: "numbers",
      number: number[1] ?? number[2] ?? "",
      rest: number[3] ?? "",
    };
  }
  const bullet = BULLET.exec(text);
  return bullet === null
    ? null
    : { kind: "bullets", number: "", rest: bullet[1] ?? "" };
}

/** As many activities with a date or a person make a list a roadmap. */
const LEAST_ITEMS = 2;

const KINDS: readonly MarkKind[] = ["points", "numbers", "bullets", "blocks"];

/**
 * Indexes of the lines that start an activity: of the finest kind of which half
 * say when or who. Bullets under a date need say neither.
 */
export function itemStarts(lines: readonly ListLine[]): readonly number[] {
  for (const kind of KINDS) {
    const starts = lines.flatMap((line, index) =>
      startsItem(lines, line, index, kind) ? [index] : [],
    );
    const said = starts.filter((start, index) =>
      saysWhenOrWho(lines.slice(start, starts[index + 1] ?? lines.length)),
    );
    const known = Math.max(said.length, countDated(lines, starts));
    if (known >= LEAST_ITEMS && known * 2 >= starts.length) {
      return starts;
    }
  }
  return [];
}

function startsItem(
  lines: readonly ListLine[],
  line: ListLine,
  index: number,
  kind: MarkKind,
): boolean {
  if (kind !== "blocks") {
    return line.mark?.kind === kind;
  }
  // A block: a line of its own, with a label under it.
  const next = lines[index + 1];
  return (
    line.blankBefore &&
    next !== undefined &&
    !next.blankBefore &&
    isLabelled(next.text) &&
    !isLabelled(line.text)
  );
}

function isLabelled(text: string): boolean {
  const [first] = partsOf(text);
  return first !== undefined && first.field !== null;
}

/** What a bullet under it says of an activity of its own does not count. */
function saysWhenOrWho([first, ...under]: readonly ListLine[]): boolean {
  const own = under.filter(
    ({ mark }) => mark?.kind !== "bullets" || isLabelled(mark.rest),
  );
  return [first, ...own].some((line) =>
    partsOf(line?.mark?.rest ?? line?.text ?? "").some(
      ({ field }) => field === "dateText" || field === "responsible",
    ),
  );
}

/** Starts of which the nearest line above that is no item is a month or another date. */
function countDated(
  lines: readonly ListLine[],
  starts: readonly number[],
): number {
  const isStart = new Set(starts);
  let isDated = false;
  let count = 0;
  lines.forEach(({ mark, text }, index) => {
    if (isStart.has(index)) {
      count += isDated ? 1 : 0;
    } else if (mark === null) {
      isDated = looksLikeDates(text.replace(/:$/, ""));
    }
  });
  return count;
}

/** A line over activities that is none itself. */
export function isHeading(line: ListLine, next: ListLine | undefined): boolean {
  const isShort = line.text.length <= 160 && !isLabelled(line.text);
  const isNumbered = line.mark?.kind === "numbers";
  const standsOut =
    line.blankBefore ||
    isNumbered ||
    /:$/.test(line.text) ||
    line.text === line.text.toUpperCase() ||
    looksLikeDates(line.text);
  return (
    next !== undefined && isShort && standsOut && !/^\p{Ll}/u.test(line.text)
  );
}
