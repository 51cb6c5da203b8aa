/** Numbers that a list skips or repeats: 6.4, 6.6 – or tasks 1, 2, 4. */

export type NumberFault = {
  /** Index of the item after the gap, or of the repeated one. */
  readonly at: number;
  readonly number: string;
  readonly fault: "skipped" | "repeated";
};

type Parts = { readonly group: string; readonly last: number };

/**
 * Faults of numbers in the order they stand. A number that starts its list
 * anew (1 after 5, 7.1 after 6.9) is none.
 *
 * @param numbers - «3», «2.1»; what is not a number is passed over.
 * @returns `number` is the one that is missing, or that stands twice.
 */
export function numberFaults(
  numbers: readonly string[],
): readonly NumberFault[] {
  const last = new Map<string, number>();
  const seen = new Set<string>();
  return numbers.flatMap((number, at): NumberFault[] => {
    const parts = partsOf(number);
    if (parts === null) {
      return [];
    }
    const before = last.get(parts.group);
    if (before === undefined || parts.last <= 1) {
      forgetGroup(seen, parts.group, before);
    }
    last.set(parts.group, parts.last);
    const key = `${parts.group}.${parts.last}`;
    if (seen.has(key)) {
      return [{ at, number, fault: "repeated" }];
    }
    seen.add(key);
    return before !== undefined && parts.last > before + 1
      ? Array.from(
          { length: Math.min(parts.last - before - 1, 3) },
          (_, step) => ({
            at,
            number: joined(parts.group, before + 1 + step),
            fault: "skipped" as const,
          }),
        )
      : [];
  });
}

/** A list that begins again may use the same numbers. */
function forgetGroup(
  seen: Set<string>,
  group: string,
  last: number | undefined,
): void {
  for (let number = 0; number <= (last ?? 0); number++) {
    seen.delete(`${group}.${number}`);
  }
}

function joined(group: string, last: number): string {
  return group === "" ? String(last) : `${group}.${last}`;
}

function partsOf(number: string): Parts | null {
  const match = /^((?:\d{1,3}\.)*)(\d{1,3})\.?$/.exec(number.trim());
  return match === null
    ? null
    : { group: (match[1] ?? "").replace(/\.$/, ""), last: Number(match[2]) };
}

/** «2)» before a word, «2.» before a capital letter; a reference («п. 6.4») or a date is none. */
const MARK =
  /(?:(?<![\p{L}\d№.,/–-])((?:\d{1,2}\.)*\d{1,2})(?:\)[ \t\u00a0]+(?=[«"]?\p{L})|\.[ \t\u00a0]+(?=[«"]?\p{Lu}))|(?<=^\s*)((?:\d{1,2}\.)+\d{1,2})[ \t\u00a0]+(?=[«"]?\p{Lu}))/gmu;

const REFERENCE =
  /(?:п{1,2}|пункт\p{L}*|ст|стать\p{L}*|ч|част\p{L}*|раздел\p{L}*|№|приложени\p{L}*|табл\p{L}*)\.?[ \u00a0]*$/iu;

/** Numbers of list items inside a text, in the order they stand. */
export function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(MARK)].flatMap((match) => {
    const number = match[1] ?? match[2] ?? "";
    const before = text.slice(0, match.index);
    // «(не менее 3) человек» only closes its bracket.
    const isClosing = before.lastIndexOf("(") > before.lastIndexOf(")");
    const isReference = REFERENCE.test(before);
    return isClosing || isReference || /(?:^|\.)0/.test(number) ? [] : [number];
  });
}
