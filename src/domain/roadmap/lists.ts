/** Reads lists whose last member carries the word that all of them share. */

import { readCounted } from "./counted";
import { readExpression } from "./expression";
import type { ItemMeaning } from "./items";
import type { Token } from "./tokens";
import type { Expression } from "./years";

type List = {
  readonly meanings: readonly ItemMeaning[];
  readonly next: number;
};

const LINK = /^(?:comma|and)$/;

/** The list that starts at token `at`, or null if none does. */
export function readList(tokens: readonly Token[], at: number): List | null {
  return readNumberList(tokens, at) ?? readSharedTail(tokens, at);
}

/** «5, 12 и 19 сентября», «I и III четверть»: the unit stands once, at the end. */
function readNumberList(tokens: readonly Token[], at: number): List | null {
  const numbers: number[] = [];
  let next = at;
  for (;;) {
    const number = tokens[next];
    const sign = tokens[next + 1]?.type;
    if (number?.type !== "number" || !LINK.test(sign ?? "")) {
      break;
    }
    numbers.push(number.value);
    next += 2;
  }
  const last = numbers.length === 0 ? null : readExpression(tokens, next);
  if (last === null || tokens[next]?.type !== "number") {
    return null;
  }
  const all = numbers.map((number): Expression | null =>
    last.core.unit === "day"
      ? { ...last, core: { ...last.core, day: number } }
      : readCounted(tokens, next + 1, number, true),
  );
  return singles(all, last);
}

/**
 * «начало и конец учебного года», «осенние и весенние каникулы»: each of the
 * words is read as if what follows the last of them followed it.
 */
function readSharedTail(tokens: readonly Token[], at: number): List | null {
  const heads: Token[] = [];
  let next = at;
  for (;;) {
    const head = tokens[next];
    const isHead = head?.type === "part" || head?.type === "season";
    if (!isHead || !LINK.test(tokens[next + 1]?.type ?? "")) {
      break;
    }
    heads.push(head);
    next += 2;
  }
  const last = tokens[next];
  const whole = heads.length === 0 ? null : readExpression(tokens, next);
  const shares =
    last?.type === "part" ||
    (last?.type === "season" && whole?.core.unit === "holidays");
  if (whole === null || !shares) {
    return null;
  }
  const tail = tokens.slice(next + 1);
  const all = heads.map((head) => readExpression([head, ...tail], 0));
  return singles(all, whole);
}

function singles(
  all: readonly (Expression | null)[],
  last: Expression,
): List | null {
  const meanings = [...all, last].flatMap((only): ItemMeaning[] =>
    only === null ? [] : [{ form: "single", only, during: false }],
  );
  return meanings.length > all.length ? { meanings, next: last.next } : null;
}
