/** Where cells are on the page: from a chart's anchor to pixels over the grid, and back. */
import { SHEET_VIEWPORT_KEY } from "@univerjs/preset-sheets-core";
import type { FUniver, Injector } from "@univerjs/presets";
import type { Anchor } from "../../services/chart-model";
import { type DrawnBook, drawnBook } from "../drawn-book";

/** Pixels from the top left corner of the grid, headers of rows and columns included. */
export type Place = {
  readonly left: number;
  readonly top: number;
  /** What lies left of and above this is under frozen cells or headers. */
  readonly clipLeft: number;
  readonly clipTop: number;
  readonly scale: number;
};

export type Grid = {
  readonly sheetId: string;
  /** The element that holds the drawn grid. */
  readonly canvas: HTMLElement;
  readonly placeOf: (anchor: Anchor) => Place;
  /** The anchor `x` and `y` grid pixels (unscaled) away from another. */
  readonly moved: (anchor: Anchor, x: number, y: number) => Anchor;
};

/** The grid as it is drawn now; null while none is. */
export function gridOf(api: FUniver, injector: Injector): Grid | null {
  const book = api.getActiveWorkbook();
  const drawn = book && drawnBook(injector, book.getId());
  const render = drawn?.render;
  const shown = drawn?.skeletons.getCurrentParam();
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!render || !shown || !main) return null;
  const { skeleton, sheetId } = shown;
  const freeze = skeleton.worksheet.getFreeze();
  const { rowHeaderWidth, columnHeaderHeight } = skeleton;
  const scale = render.scene.scaleX;

  return {
    sheetId,
    canvas: render.engine.getCanvasElement(),
    placeOf(anchor) {
      const x = skeleton.colStartX(anchor.column) + anchor.offsetX;
      const y = skeleton.rowStartY(anchor.row) + anchor.offsetY;
      const isFrozenColumn = anchor.column < freeze.startColumn;
      const isFrozenRow = anchor.row < freeze.startRow;
      const frozenX = skeleton.colStartX(
        Math.max(0, freeze.startColumn - freeze.xSplit),
      );
      const frozenY = skeleton.rowStartY(
        Math.max(0, freeze.startRow - freeze.ySplit),
      );
      const scrolledX = isFrozenColumn ? frozenX : main.viewportScrollX;
      const scrolledY = isFrozenRow ? frozenY : main.viewportScrollY;
      return {
        left: (x + rowHeaderWidth - scrolledX) * scale,
        top: (y + columnHeaderHeight - scrolledY) * scale,
        clipLeft: isFrozenColumn ? rowHeaderWidth * scale : main.left,
        clipTop: isFrozenRow ? columnHeaderHeight * scale : main.top,
        scale,
      };
    },
    moved(anchor, x, y) {
      const left = skeleton.colStartX(anchor.column) + anchor.offsetX + x;
      const top = skeleton.rowStartY(anchor.row) + anchor.offsetY + y;
      const column = lineAt(left, skeleton.getColumnCount(), (index) =>
        skeleton.colStartX(index),
      );
      const row = lineAt(top, skeleton.getRowCount(), (index) =>
        skeleton.rowStartY(index),
      );
      const { round, max } = Math;
      return {
        row,
        column,
        offsetX: round(max(0, left - skeleton.colStartX(column))),
        offsetY: round(max(0, top - skeleton.rowStartY(row))),
      };
    },
  };
}

/** The last of `count` lines that starts at or before a place. */
function lineAt(
  place: number,
  count: number,
  startOf: (index: number) => number,
): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (startOf(middle) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Tells when the grid is scrolled, resized, zoomed or shows another sheet. */
export function followGrid(
  api: FUniver,
  injector: Injector,
  onChange: () => void,
): { readonly attach: () => void } {
  const attached = new WeakSet<DrawnBook["render"]>();

  /** To be called again after another book was loaded. */
  function attach(): void {
    const id = api.getActiveWorkbook()?.getId() ?? "";
    const drawn = drawnBook(injector, id);
    if (drawn === null) {
      requestAnimationFrame(attach);
      return;
    }
    const { render, skeletons } = drawn;
    if (attached.has(render)) return;
    attached.add(render);
    const main = render.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    main?.onScrollAfter$.subscribeEvent(onChange);
    main?.onResized$.subscribe(onChange);
    render.scene.onTransformChange$.subscribeEvent(onChange);
    skeletons.currentSkeleton$.subscribe(onChange);
  }
  return { attach };
}
