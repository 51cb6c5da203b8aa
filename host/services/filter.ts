/** The one filter a sheet may have. */
import { ServiceError, ServiceObject } from "./service-object";
import type { AreaObject, SheetsContext } from "./sheets-context";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

const SET = "sheet.mutation.set-filter-range";
const REMOVE = "sheet.mutation.remove-filter";

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

export class Filter extends ServiceObject {
  readonly #context: SheetsContext;
  readonly #sheetId: string;

  constructor(context: SheetsContext, sheetId: string) {
    super();
    this.#context = context;
    this.#sheetId = sheetId;
  }

  getRange(): AreaObject {
    const area = areaOf(this.#context, this.#sheetId);
    if (area === null) throw new ServiceError("The filter has been removed.");
    return this.#context.makeRange(this.#sheetId, area);
  }

  remove(): void {
    this.#context.book.mutate(REMOVE, { subUnitId: this.#sheetId });
  }
}
