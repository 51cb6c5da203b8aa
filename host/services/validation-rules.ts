/** Data validation rules of a sheet, kept by the engine's model. */
import type {
  IDataValidationRule,
  IRange,
  ISheetDataValidationRule,
} from "@univerjs/core";
import type { Book } from "./book";
import { placed } from "./text-validation";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

/** A rule without its place. */
export type RuleBody = Omit<ISheetDataValidationRule, "uid" | "ranges">;

const { core } = univerModules;
const ADD = "data-validation.mutation.addRule";
const REMOVE = "data-validation.mutation.removeRule";
const UPDATE = "data-validation.mutation.updateRule";

/** Kind of an update that moves a rule. */
const UPDATE_RANGES = 1;

/** All rules of a sheet. */
export function rulesOf(
  book: Book,
  sheetId: string,
): readonly ISheetDataValidationRule[] {
  const model = book.engine.injector.get(
    univerModules.validation.DataValidationModel,
  );
  const rules: readonly IDataValidationRule[] = model.getRules(
    book.id,
    sheetId,
  );
  return rules as readonly ISheetDataValidationRule[];
}

/** The rule of one cell, or null. */
export function ruleAt(
  book: Book,
  sheetId: string,
  row: number,
  column: number,
): ISheetDataValidationRule | null {
  const holds = (range: IRange): boolean =>
    row >= range.startRow &&
    row <= range.endRow &&
    column >= range.startColumn &&
    column <= range.endColumn;
  return rulesOf(book, sheetId).find((rule) => rule.ranges.some(holds)) ?? null;
}

/** Takes an area out of every rule. */
export function clearValidations(
  book: Book,
  sheetId: string,
  area: Area,
): void {
  for (const rule of [...rulesOf(book, sheetId)]) {
    if (!rule.ranges.some((range) => core.Rectangle.intersects(range, area))) {
      continue;
    }
    const left = rule.ranges.flatMap((range) =>
      core.Rectangle.subtract(range, area),
    );
    const place = { subUnitId: sheetId, ruleId: rule.uid };
    if (left.length === 0) {
      book.mutate(REMOVE, place);
    } else {
      book.mutate(UPDATE, {
        ...place,
        payload: { type: UPDATE_RANGES, payload: left },
      });
    }
  }
}

/** Puts one rule on areas of a sheet, in place of what was there. */
export function putRule(
  book: Book,
  sheetId: string,
  areas: readonly Area[],
  body: RuleBody | null,
): void {
  for (const area of areas) clearValidations(book, sheetId, area);
  if (body === null || areas.length === 0) return;
  book.mutate(ADD, {
    subUnitId: sheetId,
    rule: {
      ...placed(body, areas),
      uid: core.generateRandomId(),
      ranges: areas,
    },
  });
}

/** Each rule with the runs of rows it stands in, column by column. */
export function areasOfRules(
  grid: readonly (readonly unknown[])[],
  { startRow, startColumn }: Pick<Area, "startRow" | "startColumn">,
): Map<unknown, Area[]> {
  const found = new Map<unknown, Area[]>();
  const width = grid[0]?.length ?? 0;
  for (let column = 0; column < width; column++) {
    for (let from = 0; from < grid.length; ) {
      const rule = grid[from]?.[column];
      let to = from;
      while (to + 1 < grid.length && grid[to + 1]?.[column] === rule) to += 1;
      const areas = found.get(rule) ?? [];
      found.set(rule, areas);
      areas.push({
        startRow: startRow + from,
        endRow: startRow + to,
        startColumn: startColumn + column,
        endColumn: startColumn + column,
      });
      from = to + 1;
    }
  }
  return found;
}
