/** Groups the items of a phrase into segments that are read together. */

import type { Repeat } from "./interval";
import { type Item, readItems } from "./items";
import { mergeSegments, type Segment } from "./merge-segments";
import type { Token } from "./token";

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

/** Items that no break parts. */
type Group = { readonly items: Item[]; readonly isNext: boolean };

/** Segments of a tokenised phrase, in the order written. */
export function readSegments(tokens: readonly Token[]): Segments {
  const { words, broken } = withoutNewlines(tokens);
  const groups: Group[] = [{ items: [], isNext: false }];
  const unknown: [number, number][] = [];
  let linked = false;
  for (let at = 0; at < words.length; ) {
    const token = words[at];
    if (token === undefined) {
      break;
    }
    if (BREAKS.has(token.type) || (broken.has(at) && !linked)) {
      groups.push({ items: [], isNext: token.type === "then" });
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
      groups[groups.length - 1]?.items.push({
        ...meaning,
        ...place,
        linked: linked || index > 0,
      });
    });
    linked = false;
    at = found.next;
  }
  return {
    segments: mergeSegments(groups.filter(notEmpty).map(segment)),
    unknown,
  };
}

const notEmpty = ({ items }: Group) => items.length > 0;

/** A line break inside an expression is only a space; elsewhere it is noted. */
function withoutNewlines(tokens: readonly Token[]) {
  const words: Token[] = [];
  const broken = new Set<number>();
  for (const token of tokens) {
    if (token.type === "newline") {
      broken.add(words.length);
    } else {
      const isFirst = broken.has(words.length);
      words.push(isFirst ? { ...token, isFirst } : token);
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

function segment({ items: group, isNext }: Group): Segment {
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
      !(
        item.vague ||
        isDated(item, dated[index + 1]) ||
        isOpen(dated[index - 1]) ||
        isOpen(dated[index + 1])
      ),
  );
  return {
    items: exact.length > 0 ? exact : repeats.length > 0 ? [] : dated,
    repeats: spelledOut(repeats, exact.length) ? [] : repeats,
    at: group[0]?.at ?? 0,
    end: group[group.length - 1]?.end ?? 0,
    isNext,
  };
}

/** «постоянно в течение учебного года»: the words after it say how long. */
function isDated(
  item: Extract<Item, { form: "throughout" }>,
  next: Item | undefined,
): boolean {
  return item.within === null && next !== undefined && !next.linked;
}

/** «с 1 сентября бессрочно»: the whole time is what is left of it. */
const isOpen = (item: Item | undefined) =>
  item?.form === "from" || item?.form === "after";

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
