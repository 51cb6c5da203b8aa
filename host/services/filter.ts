/** The one filter a sheet may have. */
import { sortCells } from "./cell-blocks";
import { readerOf } from "./cells";
import { conditionOfDate, type KeptDate, keptDate } from "./condition-dates";
import type { Condition } from "./conditional-criteria";
import {
  type ColumnCriteria,
  FilterCriteria,
  FilterCriteriaBuilder,
  isShown,
} from "./filter-criteria";
import { ServiceError, ServiceObject } from "./service-object";
import {
  type AreaObject,
  mismatch,
  needBoolean,
  needInteger,
  type SheetsContext,
} from "./sheets-context";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

const SET = "sheet.mutation.set-filter-range";
const REMOVE = "sheet.mutation.remove-filter";
const SET_CRITERIA = "sheet.mutation.set-filter-criteria";

function areaOf(context: SheetsContext, sheetId: string): Area | null {
  const service = context.book.engine.injector.get(
    univerModules.filters.SheetsFilterService,
  );
  const model = service.getFilterModel(context.book.id, sheetId);
  return model ? model.getRange() : null;
}

/** The sheet's filter, or null. */
export function readFilter(
  context: SheetsContext,
  sheetId: string,
): Filter | null {
  return areaOf(context, sheetId) === null
    ? null
    : new Filter(context, sheetId);
}

/** @throws ServiceError when the sheet has a filter already. */
export function createFilter(
  context: SheetsContext,
  sheetId: string,
  area: Area,
): Filter {
  if (areaOf(context, sheetId) !== null) {
    throw new ServiceError(
      "You can't create a filter in a sheet that already has a filter.",
    );
  }
  context.book.mutate(SET, { subUnitId: sheetId, range: { ...area } });
  return new Filter(context, sheetId);
}

/** The engine's criterion: texts that are shown, and beside them what was asked. */
type EngineColumn = {
  readonly colId: number;
  readonly filters: { readonly blank?: true; readonly filters: string[] };
  readonly asked: AskedColumn;
};

/** Plain JSON of ColumnCriteria; dates as serial numbers. */
type AskedColumn = {
  readonly condition: Condition | null;
  readonly date: KeptDate | null;
  readonly hidden: readonly string[] | null;
  readonly visible: readonly string[] | null;
};

export class Filter extends ServiceObject {
  readonly #context: SheetsContext;
  readonly #sheetId: string;

  constructor(context: SheetsContext, sheetId: string) {
    super();
    this.#context = context;
    this.#sheetId = sheetId;
  }

  /** @throws ServiceError when the filter was removed meanwhile. */
  #area(): Area {
    const area = areaOf(this.#context, this.#sheetId);
    if (area === null) throw new ServiceError("The filter has been removed.");
    return area;
  }

  /** @param position - Column of the sheet, from 1. */
  #column(member: string, position: unknown): number {
    const column = needInteger(`Filter.${member}`, position) - 1;
    const { startColumn, endColumn } = this.#area();
    if (column < startColumn || column > endColumn) {
      throw new ServiceError("The column is outside the range of the filter.");
    }
    return column;
  }

  getRange(): AreaObject {
    return this.#context.makeRange(this.#sheetId, this.#area());
  }

  remove(): void {
    this.#context.book.mutate(REMOVE, { subUnitId: this.#sheetId });
  }

  /** Null for a column that is not filtered. */
  getColumnFilterCriteria(columnPosition: unknown): FilterCriteria | null {
    const column = this.#column("getColumnFilterCriteria", columnPosition);
    const service = this.#context.book.engine.injector.get(
      univerModules.filters.SheetsFilterService,
    );
    const data = service
      .getFilterModel(this.#context.book.id, this.#sheetId)
      ?.getFilterColumn(column)
      ?.getColumnData();
    if (!data) return null;
    const { timeZone } = this.#context.book.facts();
    return new FilterCriteria(askedOf(data, timeZone));
  }

  /** Hides the rows at once; rows changed later stay as they are. */
  async setColumnFilterCriteria(
    columnPosition: unknown,
    filterCriteria: unknown,
  ): Promise<this> {
    const column = this.#column("setColumnFilterCriteria", columnPosition);
    if (filterCriteria === null) return this.#put(column, null);
    const given =
      filterCriteria instanceof FilterCriteriaBuilder
        ? filterCriteria.build()
        : filterCriteria;
    if (!(given instanceof FilterCriteria)) {
      throw mismatch(
        "Filter.setColumnFilterCriteria",
        columnPosition,
        filterCriteria,
      );
    }
    await this.#context.book.settle();
    return this.#put(column, this.#engineColumn(column, given.criteria));
  }

  removeColumnFilterCriteria(columnPosition: unknown): this {
    const member = "removeColumnFilterCriteria";
    return this.#put(this.#column(member, columnPosition), null);
  }

  /** Sorts the rows below the header. */
  async sort(columnPosition: unknown, ascending: unknown): Promise<this> {
    const column = this.#column("sort", columnPosition);
    const isUp = needBoolean("Filter.sort", ascending);
    const { book } = this.#context;
    await book.settle();
    const area = this.#area();
    if (area.endRow > area.startRow) {
      const rows = { ...area, startRow: area.startRow + 1 };
      sortCells(book, this.#sheetId, rows, [{ column, ascending: isUp }]);
    }
    return this;
  }

  #put(column: number, criteria: EngineColumn | null): this {
    this.#context.book.mutate(SET_CRITERIA, {
      subUnitId: this.#sheetId,
      col: column,
      criteria,
    });
    return this;
  }

  #engineColumn(column: number, asked: ColumnCriteria): EngineColumn {
    const { book } = this.#context;
    const { timeZone } = book.facts();
    const today = Math.floor(book.serialNow());
    const reader = readerOf(book, this.#sheetId);
    const sheet = book.worksheet(this.#sheetId);
    const { startRow, endRow } = this.#area();
    const shown = new Set<string>();
    for (let row = startRow + 1; row <= endRow; row += 1) {
      const cell = reader.cell(row, column);
      const display = reader.display(row, column);
      const value = cell?.v ?? "";
      if (isShown(asked, { value, display }, timeZone, today)) {
        // With the number's format, as the engine's own filter reads it.
        const text = sheet.getCell(row, column);
        shown.add(univerModules.core.extractPureTextFromCell(text));
      }
    }
    const { condition, hidden, visible } = asked;
    const date = condition === null ? null : keptDate(condition, timeZone);
    return {
      colId: column,
      filters: {
        ...(shown.delete("") ? { blank: true } : {}),
        filters: [...shown],
      },
      asked: {
        condition: date === null ? condition : null,
        date,
        hidden,
        visible,
      },
    };
  }
}

/** What scripts read of a column; of one filtered on the page, the texts it shows. */
function askedOf(data: unknown, timeZone: string): ColumnCriteria {
  const { asked, filters } = data as Partial<EngineColumn>;
  if (asked === undefined) {
    return { condition: null, hidden: null, visible: filters?.filters ?? null };
  }
  const { condition, date, hidden, visible } = asked;
  return {
    condition: date === null ? condition : conditionOfDate(date, timeZone),
    hidden,
    visible,
  };
}
