/** What of a saved Univer book goes into an .xlsx file, read defensively. */
import type {
  IDataValidationRule,
  IRange,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
  Nullable,
} from "@univerjs/core";

export type Sheet = Partial<IWorksheetData> & { readonly id: string };

/** A saved book: workbook data with its plugins' resources. */
export type BookSnapshot = Pick<IWorkbookData, "name"> &
  Partial<
    Pick<IWorkbookData, "sheets" | "sheetOrder" | "styles" | "defaultStyle">
  > & {
    readonly resources?:
      | readonly { readonly name: string; readonly data: string }[]
      | undefined;
  };

export type DefinedName = {
  readonly name: string;
  /** Reference or formula, with or without `=`. */
  readonly formulaOrRefString: string;
  /** Sheet id, or a word that stands for the whole book. */
  readonly localSheetId?: string;
};

export type ConditionalRule = {
  readonly ranges: readonly IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: {
    readonly type: string;
    readonly subType?: string;
    readonly operator?: string;
    readonly value?: unknown;
    readonly style?: IStyleData;
    /** Stops of a colour scale. */
    readonly config?: unknown;
  };
};

/** Sheets in the order of their tabs. */
export function sheetsOf(snapshot: BookSnapshot): Sheet[] {
  return (snapshot.sheetOrder ?? []).flatMap((id) => {
    const sheet = snapshot.sheets?.[id];
    return sheet === undefined ? [] : [{ ...sheet, id }];
  });
}

function resource(snapshot: BookSnapshot, name: string): unknown {
  const data = snapshot.resources?.find((one) => one.name === name)?.data;
  return data === undefined || data === "" ? null : JSON.parse(data);
}

function ofSheet(resources: unknown, sheetId: string): unknown {
  return typeof resources === "object" && resources !== null
    ? (resources as Readonly<Record<string, unknown>>)[sheetId]
    : undefined;
}

/** Names defined in the book, in the order they were made. */
export function definedNamesOf(snapshot: BookSnapshot): DefinedName[] {
  const names = resource(snapshot, "SHEET_DEFINED_NAME_PLUGIN");
  return names === null ? [] : Object.values(names as object);
}

/** Notes of one sheet; rows and columns are 0-based. */
export function notesOf(
  snapshot: BookSnapshot,
  sheetId: string,
): { readonly row: number; readonly column: number; readonly note: string }[] {
  const rows = ofSheet(resource(snapshot, "SHEET_NOTE_PLUGIN"), sheetId);
  return Object.entries((rows ?? {}) as object).flatMap(([row, columns]) =>
    Object.entries(columns as Record<string, { readonly note?: string }>).map(
      ([column, note]) => ({
        row: Number(row),
        column: Number(column),
        note: note.note ?? "",
      }),
    ),
  );
}

export function validationsOf(
  snapshot: BookSnapshot,
  sheetId: string,
): readonly (IDataValidationRule & { readonly ranges: readonly IRange[] })[] {
  const rules = ofSheet(
    resource(snapshot, "SHEET_DATA_VALIDATION_PLUGIN"),
    sheetId,
  );
  return Array.isArray(rules) ? rules : [];
}

/** First rule wins, as in the list of rules a person sees. */
export function conditionalRulesOf(
  snapshot: BookSnapshot,
  sheetId: string,
): readonly ConditionalRule[] {
  const rules = ofSheet(
    resource(snapshot, "SHEET_CONDITIONAL_FORMATTING_PLUGIN"),
    sheetId,
  );
  return Array.isArray(rules) ? rules : [];
}

/** The range of a sheet's filter; null when it has none. */
export function filterOf(
  snapshot: BookSnapshot,
  sheetId: string,
): IRange | null {
  const filter = ofSheet(resource(snapshot, "SHEET_FILTER_PLUGIN"), sheetId);
  return (filter as { readonly ref?: IRange } | undefined)?.ref ?? null;
}

/** Makes the style of a cell out of those of book, sheet, column, row and cell. */
export function styleReader(
  snapshot: BookSnapshot,
  sheet: Sheet,
): (row: number, column: number) => IStyleData {
  const resolve = (style: Nullable<IStyleData | string>): IStyleData =>
    (typeof style === "string" ? snapshot.styles?.[style] : style) ?? {};
  const base: IStyleData = {
    ...resolve(snapshot.defaultStyle),
    ...resolve(sheet.defaultStyle),
  };
  return (row, column) => ({
    ...base,
    ...resolve(sheet.columnData?.[column]?.s),
    ...resolve(sheet.rowData?.[row]?.s),
    ...resolve(sheet.cellData?.[row]?.[column]?.s),
  });
}
