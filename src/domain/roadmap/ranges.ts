/** Reads ranges of two calendar expressions: «с 1 по 15 сентября», «май – июнь». */

import { readCounted } from "./counted";
import { readExpression } from "./expression";
import type { Token } from "./token";
import { type Expression, inSchoolYears, NO_YEARS } from "./years";

/** The words of a range end where its right side ends. */
export type Range = { readonly left: Expression; readonly right: Expression };

const RANGE_SIGN = /^(?:dash|to|until)$/;

/**
 * `left DASH right`, also «1–15 сентября» and «I–II квартал».
 *
 * @param signs - Types of the tokens that may stand between the two.
 * @returns null if no range starts at token `at`.
 */
export function readRange(
  tokens: readonly Token[],
  at: number,
  signs: RegExp = RANGE_SIGN,
): Range | null {
  const full = readExpression(tokens, at);
  const short = full === null ? readShortLeft(tokens, at, signs) : null;
  const left = full ?? short;
  const dash = left === null ? undefined : tokens[left.next];
  if (dash?.type === "until" && dash.isFirst && !isBegun(tokens, at)) {
    // «сентябрь» and, in the next line, «до 15 мая».
    return null;
  }
  if (left === null || !signs.test(tokens[left.next]?.type ?? "")) {
    return null;
  }
  const afterSign = left.next + 1;
  const doubled = RANGE_SIGN.test(tokens[afterSign]?.type ?? "");
  const isBound = tokens[left.next]?.type !== "dash";
  const right = readExpression(
    tokens,
    doubled ? afterSign + 1 : afterSign,
    isBound,
  );
  if (right === null) {
    return null;
  }
  const [start, end] = isBound ? [left, right] : chained(tokens, left, right);
  return { left: inSchoolYears(start, end), right: end };
}

const LINK = /^(?:and|comma)$/;
const LAST = /^(?:to|until|notLater)$/;

/** «(с) 1 октября и до 15 мая», «(не ранее) 1 октября, но не позднее 15 мая». */
export function readLinkedRange(
  tokens: readonly Token[],
  at: number,
): Range | null {
  const left = readExpression(tokens, at);
  const next = left?.next ?? at;
  const sign = LINK.test(tokens[next]?.type ?? "") ? next + 1 : next;
  if (left === null || !LAST.test(tokens[sign]?.type ?? "")) {
    return null;
  }
  const right = readExpression(tokens, sign + 1, true);
  return right === null ? null : { left: inSchoolYears(left, right), right };
}

/** «сентябрь–октябрь – апрель–май»: from the first to the last, to be checked. */
function chained(
  tokens: readonly Token[],
  left: Expression,
  right: Expression,
): readonly [Expression, Expression] {
  let end = right;
  while (tokens[end.next]?.type === "dash") {
    const more = readExpression(tokens, end.next + 1);
    if (more === null) {
      break;
    }
    end = { ...more, chained: true };
  }
  return [end === right ? left : withYearOf(left, right), end];
}

/** «сентябрь–октябрь 2026 – май 2028»: the year of the first range is of both its months. */
function withYearOf(left: Expression, right: Expression): Expression {
  const isSame =
    left.years.list.length === 0 &&
    left.core.unit === "month" &&
    right.core.unit === "month" &&
    left.core.month <= right.core.month;
  return isSame ? { ...left, years: right.years } : left;
}

/** Whether «с» or «от» stands before. */
function isBegun(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.type === "from" || tokens[at]?.isSince === true;
}

/** A bare number that borrows its unit and month from the right side. */
function readShortLeft(
  tokens: readonly Token[],
  at: number,
  signs: RegExp,
): Expression | null {
  const [number, sign, second, third] = tokens.slice(at, at + 4);
  // «5 до 30 сентября» without «с» may be the number of a row.
  const isRow = sign?.type === "until" && !isBegun(tokens, at);
  if (number?.type !== "number" || isRow || !signs.test(sign?.type ?? "")) {
    return null;
  }
  const right = readExpression(tokens, at + 2);
  if (right?.core.unit === "day") {
    const core = { ...right.core, day: number.value };
    return { core, years: NO_YEARS, next: at + 1 };
  }
  if (second?.type !== "number" || third?.type !== "period" || right === null) {
    return null;
  }
  const left = readCounted(tokens, at + 3, number.value, true);
  return left === null ? null : { ...left, years: NO_YEARS, next: at + 1 };
}
