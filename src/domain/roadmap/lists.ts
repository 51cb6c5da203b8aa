/** Reads lists whose last member carries the words that all of them share. */

import type { ItemMeaning } from "./items";
import { severalTimes } from "./recurrence";
import type { Token } from "./token";

export type List = {
  readonly meanings: readonly ItemMeaning[];
  readonly next: number;
};

/** Reads the item that starts at a token. */
export type ItemReader = (
  tokens: readonly Token[],
  at: number,
) => { readonly meaning: ItemMeaning; readonly next: number } | null;

const LINK = /^(?:comma|and|semicolon)$/;
const LISTED = /^(?:single|range|monthdays)$/;

/**
 * «5, 12 и 19 сентября», «1–5 и 12–16 мая», «I и III четверть», «осенние и
 * весенние каникулы», «начало и конец года»: each member is read as if what
 * follows the last of them followed it.
 *
 * @returns null if no such list starts at token `at`.
 */
export function readList(
  tokens: readonly Token[],
  at: number,
  readItem: ItemReader,
): List | null {
  const heads: (readonly Token[])[] = [];
  let next = at;
  let head = headAt(tokens, next);
  while (
    head !== null &&
    LINK.test(tokens[next + head.length]?.type ?? "") &&
    headAt(tokens, next + head.length + 1) !== null
  ) {
    heads.push(head);
    next += head.length + 1;
    head = headAt(tokens, next);
  }
  if (head === null) {
    return null;
  }
  if (LINK.test(tokens[next + head.length]?.type ?? "")) {
    return readDaysBefore(
      tokens,
      next + head.length + 1,
      [...heads, head],
      readItem,
    );
  }
  if (heads.length === 0) {
    return null;
  }
  const tail = tokens.slice(next + head.length);
  const isSeason = head[0]?.type === "season";
  const last = readItem([...head, ...tail], 0);
  if (
    last?.meaning.form === "repeat" &&
    /^(?:weekday|period)$/.test(tail[0]?.type ?? "")
  ) {
    const repeat = severalTimes(last.meaning.repeat, heads.length + 1);
    return { meanings: [{ form: "repeat", repeat }], next: next + last.next };
  }
  if (
    last === null ||
    !LISTED.test(last.meaning.form) ||
    (isSeason && tail[0]?.type !== "holidays")
  ) {
    return null;
  }
  const others = heads.map((words) => readItem([...words, ...tail], 0));
  const meanings = [...others, last].flatMap((read) =>
    read === null || !LISTED.test(read.meaning.form) ? [] : [read.meaning],
  );
  return meanings.length > heads.length
    ? { meanings, next: next + last.next }
    : null;
}

/** «5, 12 и 19.10.2026»: the date at the end gives its month to all. */
function readDaysBefore(
  tokens: readonly Token[],
  at: number,
  heads: readonly (readonly Token[])[],
  readItem: ItemReader,
): List | null {
  const date = tokens[at];
  const last = readItem(tokens, at);
  if (
    (date?.type !== "date" && date?.type !== "daymonth") ||
    last?.meaning.form !== "single"
  ) {
    return null;
  }
  const only = last.meaning.only;
  const days = heads.flatMap(([head, ...more]) =>
    head?.type === "number" && more.length === 0 ? [head.value] : [],
  );
  const others = days.map((day): ItemMeaning => {
    const core = { unit: "day", month: date.month, day } as const;
    return { form: "single", only: { ...only, core }, during: false };
  });
  return days.length === heads.length
    ? { meanings: [...others, last.meaning], next: last.next }
    : null;
}

/** «5», «1–5», «с 1 по 5», «начало», «осенние»; numbers of a list put things in order. */
function headAt(tokens: readonly Token[], at: number): readonly Token[] | null {
  const token = tokens[at];
  if (token?.type === "part" || token?.type === "season") {
    return [token];
  }
  if (token?.type === "from") {
    const range = headAt(tokens, at + 1);
    return range?.length === 3 ? [token, ...range] : null;
  }
  if (token?.type !== "number") {
    return null;
  }
  const [sign, to] = [tokens[at + 1], tokens[at + 2]];
  const isRange = sign?.type === "dash" || sign?.type === "to";
  return isRange && to?.type === "number"
    ? [token, sign, to]
    : [{ ...token, ordinal: true }];
}
