/** What a curator should check in a phrase that was understood. */

import type { Core } from "./core";
import type { DateContext } from "./interval";
import type { Item, ItemMeaning } from "./items";
import { schoolHoliday } from "./terms";
import type { Expression } from "./years";

/**
 * Russian sentences about doubtful readings of one item.
 *
 * @param source - The words of the item, for the messages.
 */
export function itemDoubts(
  item: Item,
  context: DateContext,
  source: string,
): readonly string[] {
  const doubts = expressionsOf(item).flatMap((expression) =>
    expressionDoubts(expression, context, source),
  );
  return Array.from(new Set(doubts));
}

/** Whether «ежегодно» stands without anything that names a part of the year. */
export function yearlyWithoutMonth(items: readonly Item[]): boolean {
  return items.every(
    (item) =>
      item.form === "throughout" ||
      expressionsOf(item).some(
        ({ core }) => core.unit === "year" || core.unit === "schoolyear",
      ),
  );
}

function expressionsOf(item: ItemMeaning): readonly Expression[] {
  switch (item.form) {
    case "range":
      return [item.left, item.right];
    case "monthdays":
    case "repeat":
    case "throughout":
    case "term":
      return [];
    default:
      return [item.only];
  }
}

function expressionDoubts(
  { core, years, doubtful, chained }: Expression,
  context: DateContext,
  source: string,
): readonly string[] {
  const doubts = years.repeated.map(
    (year) => `Год ${year} в сроке «${source}» написан дважды.`,
  );
  if (years.short === true) {
    doubts.push(
      `Срок «${source}» понят с годом ${years.list.join(", ")}: если число – это день, поставьте его перед месяцем.`,
    );
  }
  doubts.push(...gaps(years.list, source));
  const inner = innermost(core);
  if (doubtful === true) {
    doubts.push(
      `Срок «${source}» понят по учебному году: если это календарный год, напишите дату.`,
    );
  }
  if (chained === true) {
    doubts.push(
      `Срок «${source}» понят от начала первого до конца последнего: проверьте даты.`,
    );
  }
  if (isRoughTerm(inner, context)) {
    doubts.push(
      `Для срока «${source}» взяты обычные границы четвертей и каникул: сверьте с календарём школы.`,
    );
  }
  if (core.unit === "year" && core.extra > 0) {
    doubts.push(
      `Срок «${source}» понят как календарные годы: если это учебные годы, допишите «учебный год».`,
    );
  }
  const isCalendar = years.list.length > 0 && !years.school;
  if (core.unit === "half" && isCalendar) {
    doubts.push(
      `Срок «${source}» понят как половина календарного года: если это учебное полугодие, допишите «учебного года».`,
    );
  }
  const isWinter = core.unit === "season" && core.season === 1;
  if (isWinter && isCalendar && !years.stretched) {
    doubts.push(
      `Срок «${source}» понят как декабрь этого года – февраль следующего: проверьте.`,
    );
  }
  if (years.stretched && !isWinter) {
    doubts.push(
      `Срок «${source}» понят отдельно для каждого года: проверьте даты.`,
    );
  }
  return doubts;
}

function innermost(core: Core): Core {
  return core.unit === "edge" ? innermost(core.of) : core;
}

function isRoughTerm(core: Core, context: DateContext): boolean {
  return (
    (core.unit === "trimester" && context.trimesters === undefined) ||
    (core.unit === "holidays" &&
      schoolHoliday(core.season, context) === null) ||
    (core.unit === "term" && context.terms === undefined)
  );
}

function gaps(years: readonly number[], source: string): readonly string[] {
  const missing: number[] = [];
  years.forEach((year, index) => {
    const previous = years[index - 1] ?? year;
    for (let skipped = previous + 1; skipped < year; skipped += 1) {
      missing.push(skipped);
    }
  });
  return missing.length === 0
    ? []
    : [`В сроке «${source}» пропущен год ${missing.join(", ")}: проверьте.`];
}
