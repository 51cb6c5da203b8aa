/** What other programs get when cells with breaks are copied: Univer runs their lines together. */
import { ISheetClipboardService } from "@univerjs/preset-sheets-core";
import type { FUniver, Injector, IRange } from "@univerjs/presets";
import { linesOfCell } from "./cell-lines";
import { textOfCells } from "./clipboard-text";

export function copyWithBreaks(api: FUniver, injector: Injector): void {
  const clipboard = injector.get(ISheetClipboardService);
  const generate = clipboard.generateCopyContent.bind(clipboard);
  clipboard.generateCopyContent = (unitId, sheetId, range, options) => {
    const copied = generate(unitId, sheetId, range, options);
    const rows = copied === null ? [] : shownCells(api, sheetId, range);
    return copied && rows.some((row) => row.some((cell) => cell.includes("\n")))
      ? {
          ...copied,
          plain: textOfCells(rows),
          html: withBreaks(copied.html, rows),
        }
      : copied;
  };
}

/** Shown texts of a range without rows a filter hides. */
function shownCells(api: FUniver, sheetId: string, range: IRange): string[][] {
  const place = api.getActiveWorkbook()?.getSheetBySheetId(sheetId);
  if (!place) return [];
  const sheet = place.getSheet();
  const { startRow, endRow, startColumn, endColumn } = range;
  const shown = place.getRange(range).getDisplayValues();
  const rows: string[][] = [];
  for (let row = startRow; row <= endRow; row += 1) {
    if (sheet.isRowFiltered(row)) continue;
    const texts: string[] = [];
    for (let column = startColumn; column <= endColumn; column += 1) {
      const cell = sheet.getCellRaw(row, column);
      const lines = typeof cell?.v === "string" ? cell.v : null;
      texts.push(
        (cell && linesOfCell(cell)) ??
          lines ??
          String(shown[row - startRow]?.[column - startColumn] ?? ""),
      );
    }
    rows.push(texts);
  }
  return rows;
}

/** The same table with its breaks; merged cells leave it as it is. */
function withBreaks(html: string, rows: readonly (readonly string[])[]) {
  const copied = new DOMParser().parseFromString(html, "text/html");
  const cells = [...copied.querySelectorAll("td")];
  const texts = rows.flat();
  if (cells.length !== texts.length) return html;
  for (const [index, cell] of cells.entries()) {
    const lines = (texts[index] ?? "").split("\n");
    if (lines.length === 1 || cell.querySelector("a") !== null) continue;
    const parts = lines.flatMap((line) => [
      copied.createElement("br"),
      copied.createTextNode(line),
    ]);
    cell.replaceChildren(...parts.slice(1));
  }
  return copied.body.innerHTML.trim();
}
