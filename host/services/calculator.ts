/** Keeps formula values fresh: collects what became stale, computes when somebody reads. */
import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import type { IFormulaDirtyData } from "@univerjs/engine-formula";
import type { ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { type Engine, univerModules } from "./univer";

export type Calculator = {
  /**
   * Resolves when no formula value is stale.
   *
   * @param sheetId - Only values of this tab matter.
   */
  readonly settle: (sheetId?: string) => Promise<void>;
};

type Dirty = Partial<IFormulaDirtyData>;

const START = "formula.mutation.set-formula-calculation-start";
const NOTIFICATION = "formula.mutation.set-formula-calculation-notification";
const SET_VALUES = "sheet.mutation.set-range-values";
/** Style writes carry this trigger and make no value stale. */
export const STYLE_TRIGGER = "sheet.command.set-style";
/** Above this many cells their bounding box stands for them. */
const MANY_CELLS = 2_000;

/**
 * @param today - Stands for the day; when it changes, everything is computed
 *   again, because TODAY() may be anywhere.
 */
export function newCalculator(engine: Engine, today: () => string): Calculator {
  const conversions = engine.injector.get(
    univerModules.formula.IActiveDirtyManagerService,
  );
  const functions = engine.injector.get(univerModules.formula.IFunctionService);
  let waiting: Dirty[] = [];
  let computedFor: string | null = null;
  let running: Promise<void> | null = null;
  let finished: (() => void) | null = null;

  engine.onExecuted((command, options) => {
    if (command.id === NOTIFICATION) {
      const params = command.params as { functionsExecutedState?: number };
      if (params.functionsExecutedState !== undefined) finished?.();
      return;
    }
    const dirty = dirtyOf(command, options);
    if (dirty !== null) waiting.push(dirty);
  });

  function dirtyOf(
    command: Readonly<ICommandInfo>,
    options: IExecutionOptions,
  ): Dirty | null {
    if (command.id === SET_VALUES) {
      const params = command.params as ISetRangeValuesMutationParams;
      if (options.onlyLocal === true || params.trigger === STYLE_TRIGGER) {
        return null;
      }
      const box = boundingBox(params);
      if (box !== null) return { dirtyRanges: [box] };
    }
    const conversion = conversions.get(command.id);
    return conversion?.getDirtyData(command) ?? null;
  }

  async function compute(): Promise<void> {
    // Univer updates its formula data in tasks of its own after a change.
    await new Promise((resolve) => setImmediate(resolve));
    const batch = waiting;
    waiting = [];
    const day = today();
    const dirty = withoutDeletedNames(mergeDirty(batch), engine);
    const restructured = isRestructured(dirty);
    const everything = day !== computedFor || restructured;
    computedFor = day;
    // Parsed formulas remember where a name pointed.
    if (restructured) functions.deleteFormulaAstCacheKey("");
    const done = new Promise<void>((resolve) => {
      finished = resolve;
    });
    engine.run(START, everything ? { ...dirty, ...wholeBook(engine) } : dirty, {
      onlyLocal: true,
    });
    await done;
    finished = null;
  }

  const spills = engine.injector.get(univerModules.formula.FormulaDataModel);

  /** A tab whose values are what was written: most tabs have no formula. */
  function isPlain(sheetId: string): boolean {
    const unit = engine.workbook.getUnitId();
    return [
      engine.formulasOf(sheetId),
      spills.getArrayFormulaCellData()[unit]?.[sheetId] ?? {},
    ].every((cells) => Object.keys(cells).length === 0);
  }

  return {
    async settle(sheetId) {
      if (sheetId !== undefined && isPlain(sheetId)) return;
      while (
        running !== null ||
        waiting.length > 0 ||
        computedFor !== today()
      ) {
        running ??= compute().finally(() => {
          running = null;
        });
        await running;
      }
    },
  };
}

/** Whether references may point elsewhere now, not only to other values. */
function isRestructured(dirty: Dirty): boolean {
  const { dirtyDefinedNameMap, dirtyNameMap, clearDependencyTreeCache } = dirty;
  return [dirtyDefinedNameMap, dirtyNameMap, clearDependencyTreeCache].some(
    (map) => Object.keys(map ?? {}).length > 0,
  );
}

/**
 * Without the names of deleted tabs: the engine would find a new tab of the
 * same name by the old one's id. Whoever referred to them is computed anyway.
 */
function withoutDeletedNames(dirty: Dirty, engine: Engine): Dirty {
  const { workbook } = engine;
  const unit = workbook.getUnitId();
  const renamed = dirty.dirtyNameMap?.[unit];
  if (!renamed) return dirty;
  const kept = Object.keys(renamed).flatMap((id) => {
    const sheet = workbook.getSheetBySheetId(id);
    return sheet ? [[id, sheet.getName()] as const] : [];
  });
  return {
    ...dirty,
    dirtyNameMap: { ...dirty.dirtyNameMap, [unit]: Object.fromEntries(kept) },
  };
}

/** Computes every formula and forgets who depended on whom. */
function wholeBook(engine: Engine): Dirty {
  const sheets = engine.workbook.getSheets();
  return {
    forceCalculation: true,
    clearDependencyTreeCache: {
      [engine.workbook.getUnitId()]: Object.fromEntries(
        sheets.map((sheet) => [sheet.getSheetId(), "1"]),
      ),
    },
  };
}

function boundingBox(
  params: ISetRangeValuesMutationParams,
): NonNullable<Dirty["dirtyRanges"]>[number] | null {
  const rows = Object.entries(params.cellValue ?? {});
  let cells = 0;
  let startColumn = Number.POSITIVE_INFINITY;
  let endColumn = 0;
  for (const [, row] of rows) {
    for (const column of Object.keys(row ?? {})) {
      cells += 1;
      startColumn = Math.min(startColumn, Number(column));
      endColumn = Math.max(endColumn, Number(column));
    }
  }
  if (cells <= MANY_CELLS) return null;
  return {
    unitId: params.unitId,
    sheetId: params.subUnitId,
    range: {
      startRow: Number(rows[0]?.[0]),
      endRow: Number(rows[rows.length - 1]?.[0]),
      startColumn,
      endColumn,
    },
  };
}

function mergeDirty(batch: readonly Dirty[]): Dirty {
  const merged: Record<string, unknown> = { forceCalculation: false };
  for (const dirty of batch) {
    for (const [key, value] of Object.entries(dirty)) {
      merged[key] = mergeValue(merged[key], value);
    }
  }
  return merged as Dirty;
}

function mergeValue(before: unknown, next: unknown): unknown {
  if (before === undefined || before === null) return next;
  if (next === undefined || next === null) return before;
  if (Array.isArray(before) && Array.isArray(next)) return [...before, ...next];
  if (typeof before === "object" && typeof next === "object") {
    const merged: Record<string, unknown> = { ...before };
    for (const [key, value] of Object.entries(next)) {
      merged[key] = mergeValue(merged[key], value);
    }
    return merged;
  }
  return before === true || next === true ? true : next;
}
