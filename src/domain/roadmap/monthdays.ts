/** Reads days of a month by their number: «до 5 числа», «с 1 по 5 число». */

import type { ItemMeaning } from "./items";
import type { Token } from "./token";
import { type Expression, NO_YEARS } from "./years";

type Monthdays = {
  readonly meaning: Extract<ItemMeaning, { form: "monthdays" }>;
  readonly next: number;
};

/** «до 5 числа», «с 1 по 5 число», «25 числа»: no month is named. */
export function readMonthdays(
  tokens: readonly Token[],
  at: number,
): Monthdays | null {
  let next = at;
  let isBound = false;
  while (/^(?:until|notLater|from|to)$/.test(tokens[next]?.type ?? "")) {
    isBound = tokens[next]?.type !== "from";
    next += 1;
  }
  const first = tokens[next];
  if (first?.type !== "number") {
    return null;
  }
  const sign = tokens[next + 1]?.type ?? "";
  const second = tokens[next + 2];
  const isPair = /^(?:to|until|dash)$/.test(sign) && second?.type === "number";
  const word = isPair ? next + 3 : next + 1;
  if (tokens[word]?.type !== "dayword" || tokens[word + 1]?.type === "month") {
    return null;
  }
  const to = isPair && second?.type === "number" ? second.value : first.value;
  const from = isBound && !isPair ? null : first.value;
  return { meaning: { form: "monthdays", from, to }, next: word + 1 };
}

/** «сентябрь (до 15 числа)», «май, с 1 по 5 число»: the days after their month. */
export function readDaysOf(
  tokens: readonly Token[],
  month: Expression,
): { readonly meaning: ItemMeaning; readonly next: number } | null {
  const sign = tokens[month.next]?.type;
  const at = sign === "comma" || sign === "colon" ? month.next + 1 : month.next;
  const { core } = month;
  const days = core.unit === "month" ? readMonthdays(tokens, at) : null;
  if (core.unit !== "month" || days === null) {
    return null;
  }
  const { from, to } = days.meaning;
  const day = (number: number): Expression => ({
    ...month,
    core: { unit: "day", month: core.month, day: number },
  });
  const meaning: ItemMeaning =
    from === null
      ? { form: "until", only: day(to) }
      : from === to
        ? { form: "single", only: day(to), during: false }
        : {
            form: "range",
            left: { ...day(from), years: NO_YEARS },
            right: day(to),
          };
  return { meaning, next: days.next };
}
