/** While a part of the tab is drawn, each of its cells is asked for once: Univer asks up to ten times, and every rule and format answers anew. */
import { Spreadsheet } from "@univerjs/preset-sheets-core";
import { Worksheet } from "@univerjs/presets";

type Cell = ReturnType<Worksheet["getCell"]>;

/** More columns than a tab can have: row × this + column is a place of its own. */
const MAX_COLUMNS = 100_000;

/** For every book of the page. Nothing changes a cell while one draws. */
export function readCellsOnce(): void {
  const { render } = Spreadsheet.prototype;
  const { getCell } = Worksheet.prototype;
  let drawn: Worksheet | null = null;
  let cells = new Map<number, Cell>();

  Spreadsheet.prototype.render = function drawKnowingCells(...given) {
    drawn = this.getSkeleton()?.worksheet ?? null;
    cells = new Map();
    try {
      return render.apply(this, given);
    } finally {
      drawn = null;
    }
  };
  Worksheet.prototype.getCell = function knownCell(row, column) {
    if (this !== drawn) return getCell.call(this, row, column);
    const place = row * MAX_COLUMNS + column;
    let cell = cells.get(place);
    if (cell === undefined) {
      cell = getCell.call(this, row, column);
      cells.set(place, cell);
    }
    return cell;
  };
}
