/** What other programs get when cells with breaks are copied: Univer runs their lines together. */
import { IClipboardInterfaceService } from "@univerjs/preset-sheets-core";
import type { FUniver, Injector } from "@univerjs/presets";
import { linesOfCell } from "./cell-lines";
import { textOfCells } from "./clipboard-text";

export function copyWithBreaks(api: FUniver, injector: Injector): void {
  const clipboard = injector.get(IClipboardInterfaceService);
  const write = clipboard.write.bind(clipboard);
  clipboard.write = (text, html) => {
    const rows = copiedCells(api);
    return rows.some((row) => row.some((cell) => cell.includes("\n")))
      ? write(textOfCells(rows), withBreaks(html, rows))
      : write(text, html);
  };
}

/** Shown texts of the chosen range without rows a filter hides. */
function copiedCells(api: FUniver): string[][] {
  const chosen = api.getActiveWorkbook()?.getActiveRange();
  const sheet = api.getActiveWorkbook()?.getActiveSheet().getSheet();
  if (!chosen || !sheet) return [];
  const { startRow, endRow, startColumn, endColumn } = chosen.getRange();
  const shown = chosen.getDisplayValues();
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
  return copied.body.innerHTML;
}
