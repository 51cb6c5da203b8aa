/** What the page draws of a cell: colours of conditional formats, marks, height. */
import type { Page } from "playwright-core";

/** Drawn, not stored: what of a cell the page adds to the book. */
export type Drawn = {
  readonly background: string | null;
  readonly isMarked: boolean;
  readonly rowHeight: number;
};

type DrawnCell = {
  readonly s?: { readonly bg?: { readonly rgb: string } } | string | null;
  readonly markers?: object;
};
type Api = {
  readonly getActiveWorkbook: () => {
    readonly getActiveSheet: () => {
      readonly getSheet: () => {
        readonly getCell: (row: number, column: number) => DrawnCell | null;
        readonly getRowHeight: (row: number) => number;
        readonly getRowVisible: (row: number) => boolean;
      };
    };
  };
};

/** @param row - 0-based, as the column. */
export function drawnIn(
  page: Page,
  row: number,
  column: number,
): Promise<Drawn> {
  return page.evaluate(
    ([at, beside]) => {
      const { univerAPI } = window as unknown as { readonly univerAPI: Api };
      const sheet = univerAPI.getActiveWorkbook().getActiveSheet().getSheet();
      const cell = sheet.getCell(at, beside);
      const style = typeof cell?.s === "object" ? cell.s : null;
      return {
        background: style?.bg?.rgb ?? null,
        isMarked: Object.keys(cell?.markers ?? {}).length > 0,
        rowHeight: sheet.getRowHeight(at),
      };
    },
    [row, column] as const,
  );
}

/** Whether a row is not shown, hidden or filtered. @param row - 1-based. */
export function isRowHidden(page: Page, row: number): Promise<boolean> {
  return page.evaluate((at) => {
    const { univerAPI } = window as unknown as { readonly univerAPI: Api };
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet().getSheet();
    return !sheet.getRowVisible(at - 1);
  }, row);
}
