/** Groups the items of a phrase into segments that are read together. */

import type { Repeat } from "./interval";
import { type Item, readItems } from "./items";
import type { Token } from "./token";

/** Dated items and the repeats that go with them. */
export type Segment = {
  readonly items: readonly Item[];
  /** Null = a repeat that cannot be written down. */
  readonly repeats: readonly (Repeat | null)[];
  /** Characters of the phrase. */
  readonly at: number;
  readonly end: number;
};

export type Segments = {
  readonly segments: readonly Segment[];
  /** Characters `[at, end)` of the phrase that mean nothing to the reader. */
  readonly unknown: readonly (readonly [number, number])[];
};

/** Words that may stand alone without changing what is said. */
const SILENT = new Set([
  "and",
  "colon",
  "comma",
  "dash",
  "from",
  "newline",
  "semicolon",
  "slash",
  "then",
  "to",
  "weekday",
]);

const BREAKS = new Set(["newline", "semicolon", "then"]);
const LINKS = new Set(["and", "comma", "slash"]);

/** Segments of a tokenised phrase, in the order written. */
export function readSegments(tokens: readonly Token[]): Segments {
  const { words, broken } = withoutNewlines(tokens);
  const groups: Item[][] = [[]];
  const unknown: [number, number][] = [];
  let linked = false;
  for (let at = 0; at < words.length; ) {
    const token = words[at];
    if (token === undefined) {
      break;
    }
    if (BREAKS.has(token.type) || (broken.has(at) && !linked)) {
      groups.push([]);
      broken.delete(at);
    }
    const found = token.type === "except" ? null : readItems(words, at);
    if (found === null) {
      const end = token.type === "except" ? endOfSegment(words, at) : at + 1;
      noteUnknown(unknown, words.slice(at, end));
      linked = LINKS.has(token.type);
      at = end;
      continue;
    }
    const place = {
      at: token.at,
      end: words[found.next - 1]?.end ?? token.end,
    };
    found.meanings.forEach((meaning, index) => {
      groups[groups.length - 1]?.push({
        ...meaning,
        ...place,
        linked: linked || index > 0,
      });
    });
    linked = false;
    at = found.next;
  }
  return {
    segments: mergeYearly(groups.filter(notEmpty).map(segment)),
    unknown,
  };
}

const notEmpty = (group: readonly Item[]) => group.length > 0;

/** A line break inside an expression is only a space; elsewhere it is noted. */
function withoutNewlines(tokens: readonly Token[]) {
  const words: Token[] = [];
  const broken = new Set<number>();
  for (const token of tokens) {
    if (token.type === "newline") {
      broken.add(words.length);
    } else {
      words.push(token);
    }
  }
  return { words, broken };
}

function endOfSegment(tokens: readonly Token[], at: number): number {
  const offset = tokens.slice(at).findIndex(({ type }) => BREAKS.has(type));
  return offset < 0 ? tokens.length : at + offset;
}

function noteUnknown(
  unknown: [number, number][],
  tokens: readonly Token[],
): void {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (first === undefined || last === undefined || SILENT.has(first.type)) {
    return;
  }
  const previous = unknown[unknown.length - 1];
  if (previous !== undefined && first.at - previous[1] <= 2) {
    previous[1] = last.end;
  } else {
    unknown.push([first.at, last.end]);
  }
}

function segment(group: readonly Item[]): Segment {
  const repeats: (Repeat | null)[] = [];
  for (const item of group) {
    if (item.form === "repeat") {
      repeats.push(item.repeat);
    }
  }
  const dated = group.filter(({ form }) => form !== "repeat");
  const exact = dated.filter(
    (item, index) =>
      item.form !== "throughout" ||
      !(item.vague || isDated(item, dated[index + 1])),
  );
  return {
    items: exact.length > 0 ? exact : dated,
    repeats: spelledOut(repeats, exact.length) ? [] : repeats,
    at: group[0]?.at ?? 0,
    end: group[group.length - 1]?.end ?? 0,
  };
}

/** «постоянно в течение учебного года»: the words after it say how long. */
function isDated(
  item: Extract<Item, { form: "throughout" }>,
  next: Item | undefined,
): boolean {
  return item.within === null && next !== undefined && !next.linked;
}

/** «3 раза в год: сентябрь, январь, май»: the dates say it all. */
function spelledOut(
  repeats: readonly (Repeat | null)[],
  dates: number,
): boolean {
  const [only] = repeats;
  return (
    repeats.length === 1 &&
    only !== null &&
    typeof only === "object" &&
    only.per === "year" &&
    only.every === undefined &&
    (only.upTo ?? only.times) === dates
  );
}

/** «Ежегодно» on a line of its own takes the month from its neighbour. */
function mergeYearly(segments: readonly Segment[]): readonly Segment[] {
  const merged: Segment[] = [];
  for (const next of segments) {
    const last = merged[merged.length - 1];
    if (
      last !== undefined &&
      ((isBareYearly(last) && hasNoYears(next)) ||
        (isBareYearly(next) && hasNoYears(last)))
    ) {
      merged[merged.length - 1] = {
        items: [...last.items, ...next.items],
        repeats: [...last.repeats, ...next.repeats],
        at: last.at,
        end: next.end,
      };
    } else {
      merged.push(next);
    }
  }
  return merged;
}

function isBareYearly({ items, repeats }: Segment): boolean {
  return items.length === 0 && repeats.every((repeat) => repeat === "yearly");
}

function hasNoYears({ items, repeats }: Segment): boolean {
  const isYearless = (item: Item): boolean =>
    (item.form === "single" || item.form === "until") &&
    item.only.core.unit !== "year" &&
    item.only.years.list.length === 0;
  return items.length > 0 && repeats.length === 0 && items.every(isYearless);
}
