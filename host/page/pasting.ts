/** What comes from other programs through the clipboard is read as if it were typed: Univer alone makes formulas and dates of text columns. */
import {
  type IDiscreteRange,
  type ISetRangeValuesMutationParams,
  ISheetClipboardService,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
} from "@univerjs/preset-sheets-core";
import {
  CellValueType,
  type FUniver,
  getNumfmtParseValueFilter,
  type ICellData,
  type Injector,
  isTextFormat,
  type ObjectMatrix,
} from "@univerjs/presets";
import { linesOfCell } from "./cell-lines";
import { type ClipboardTable, readClipboardTable } from "./clipboard-html";
import { cellsOfText, tableOfCells } from "./clipboard-text";
import { booleanOf, formulaIn } from "./reading";

/** After Univer's own hooks, whose writes ours replace. */
const LAST = 1_000;
const TEXT_PATTERN = "@";
const SEVERAL_CELLS = /[\n\t]/;

type Place = {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IDiscreteRange;
};
type Cells = Record<number, Record<number, ICellData>>;

export function readPasted(api: FUniver, injector: Injector): void {
  const clipboard = injector.get(ISheetClipboardService);
  const clip = watchClipboard(clipboard);

  const cellAt = (
    place: Place,
    row: number,
    column: number,
    text: string,
    isText = false,
  ) => {
    const style = api
      .getActiveWorkbook()
      ?.getSheetBySheetId(place.subUnitId)
      ?.getSheet()
      .getCellStyle(row, column);
    return readCell(text, isText || isTextFormat(style?.n?.pattern));
  };

  clipboard.addClipboardHook({
    id: "read-as-typed",
    priority: LAST,
    onPastePlainText(place, text) {
      const [row = 0] = place.range.rows;
      const [column = 0] = place.range.cols;
      const cell = cellAt(place, row, column, text);
      return mutations(injector, place, { [row]: { [column]: cell } });
    },
    onPasteCells(from, place, matrix) {
      const cells: Cells = {};
      // What was copied in this window keeps its formulas and kinds.
      if (from === null) {
        (matrix as ObjectMatrix<ICellData>).forValue((r, c, pasted) => {
          const row = place.range.rows[r];
          const column = place.range.cols[c];
          const text = clip.textAt(r, c) ?? textOf(pasted);
          if (row === undefined || column === undefined || !text) return;
          const cell = cellAt(place, row, column, text, clip.isText(r, c));
          cells[row] = { ...cells[row], [column]: cell };
        });
      }
      return mutations(injector, place, cells);
    },
  });
}

/**
 * Hands plain text of several cells to Univer as a table of its own making:
 * Univer's loses everything that looks like a tag, and runs of spaces. Of a
 * table it remembers which cells are text.
 */
function watchClipboard(clipboard: ISheetClipboardService) {
  const paste = clipboard.legacyPaste.bind(clipboard);
  let rows: readonly (readonly string[])[] = [];
  let isText: ClipboardTable["isText"] = () => false;
  clipboard.legacyPaste = async (html, text, files) => {
    const table = html ? readClipboardTable(html) : null;
    isText = table?.isText ?? (() => false);
    if (table || files || text === undefined || !SEVERAL_CELLS.test(text)) {
      return paste(table?.html ?? html, text, files);
    }
    rows = cellsOfText(text);
    try {
      return await paste(tableOfCells(rows));
    } finally {
      rows = [];
    }
  };
  // The «Вставить» of the menu comes another way.
  const pasteItem = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, kind) => {
    const text = await plainTextOf(item);
    return text !== null && SEVERAL_CELLS.test(text)
      ? clipboard.legacyPaste(undefined, text)
      : pasteItem(item, kind);
  };
  return {
    /** Undefined when the paste under way is no plain text. */
    textAt: (row: number, column: number) => rows[row]?.[column],
    isText: (row: number, column: number) => isText(row, column),
  };
}

/** Null when the clipboard holds something richer. */
async function plainTextOf(item: ClipboardItem): Promise<string | null> {
  if (item.types.some((type) => type !== "text/plain")) return null;
  return (await item.getType("text/plain")).text();
}

/** Null for text with formatting inside, which Univer keeps. */
function textOf(cell: ICellData | undefined): string | null {
  const text = cell?.p ? linesOfCell(cell) : String(cell?.v ?? "");
  // In HTML a line's indent is the look of its source.
  return text?.replace(/[ \t]*\n[ \t]*/g, "\n") ?? null;
}

function mutations(injector: Injector, place: Place, cellValue: Cells) {
  const { unitId, subUnitId } = place;
  const params: ISetRangeValuesMutationParams = {
    unitId,
    subUnitId,
    cellValue,
  };
  const undo = injector.invoke((accessor) =>
    SetRangeValuesUndoMutationFactory(accessor, params),
  );
  return {
    redos: [{ id: SetRangeValuesMutation.id, params }],
    undos: [{ id: SetRangeValuesMutation.id, params: undo }],
  };
}

function readCell(text: string, isTextCell: boolean): ICellData {
  const plain = { f: null, si: null, p: null, custom: null };
  if (isTextCell) {
    const s = { n: { pattern: TEXT_PATTERN } };
    return { ...plain, v: text, t: CellValueType.STRING, s };
  }
  if (text.startsWith("'") && text.length > 1) {
    return { ...plain, v: text.slice(1), t: CellValueType.FORCE_STRING };
  }
  const formula = formulaIn(text);
  if (formula !== null) return { ...plain, v: null, ...formula };
  const boolean = booleanOf(text);
  if (boolean !== null) {
    return { ...plain, v: boolean, t: CellValueType.BOOLEAN };
  }
  const number = getNumfmtParseValueFilter(text);
  if (typeof number?.v !== "number") {
    return { ...plain, v: text, t: CellValueType.STRING };
  }
  const value = { ...plain, v: number.v, t: CellValueType.NUMBER };
  return number.z === undefined || number.z === ""
    ? value
    : { ...value, s: { n: { pattern: String(number.z) } } };
}
