/** The book as Univer draws it. */
import {
  IRenderManagerService,
  SheetSkeletonManagerService,
} from "@univerjs/preset-sheets-core";
import type { FUniver, Injector, Workbook } from "@univerjs/presets";

type Render = Extract<
  ReturnType<IRenderManagerService["getRenderById"]>,
  object
>;

export type DrawnBook = {
  readonly render: Render;
  /** Sizes and places of cells, tab by tab. */
  readonly skeletons: SheetSkeletonManagerService;
};

/** Null until the book is drawn: Univer makes its render before the parts of it. */
export function drawnBook(
  injector: Injector,
  unitId: string,
): DrawnBook | null {
  const render = injector.get(IRenderManagerService).getRenderById(unitId);
  if (!render) return null;
  try {
    return { render, skeletons: render.with(SheetSkeletonManagerService) };
  } catch {
    // The part is not there yet, and there is no way to ask for that.
    return null;
  }
}

/** Draws the tab anew after a change that Univer does not draw by itself. */
export function drawAgain(injector: Injector, book: Workbook): void {
  const drawn = drawnBook(injector, book.getUnitId());
  for (const sheet of book.getSheets()) {
    const known = drawn?.skeletons.getSkeletonParam(sheet.getSheetId());
    known?.skeleton.makeDirty(true);
  }
  drawn?.render.mainComponent?.makeForceDirty();
}

type SheetOnPage = NonNullable<
  ReturnType<
    NonNullable<ReturnType<FUniver["getActiveWorkbook"]>>["getSheetBySheetId"]
  >
>;

/** Frames after which a tab that is not drawn is given up. */
const MOST_FRAMES = 120;

/** Brings a cell into sight, 0-based; a tab not yet drawn is waited for. */
export function scrollTo(
  sheet: SheetOnPage,
  row: number,
  column: number,
  frames = MOST_FRAMES,
): void {
  try {
    sheet.scrollToCell(row, column);
  } catch (error) {
    // The part that scrolls is not there yet, and there is no way to ask for that.
    if (frames === 0) throw error;
    requestAnimationFrame(() => scrollTo(sheet, row, column, frames - 1));
  }
}
