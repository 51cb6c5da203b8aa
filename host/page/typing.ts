/** What the curator types and reads in cells: formulas with `;`, numbers with a comma, as in Google Sheets. */
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  FormulaDataModel,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
  SheetPermissionCheckController,
} from "@univerjs/preset-sheets-core";
import {
  CellValueType,
  HorizontalAlign,
  type ICellData,
  type Injector,
  InterceptorEffectEnum,
  WrapStrategy,
} from "@univerjs/presets";
import { decimalMark, fromEngine } from "../services/formula-dialect";
import { documentOfLines, linesOfCell } from "./cell-lines";
import {
  booleanOf,
  booleanText,
  formulaIn,
  readingLocale,
  unreadIn,
} from "./reading";

// Interceptors run one after another, greatest priority first; one that does
// not call next() is the last. Univer's own end each chain at -1.
const BEFORE_UNIVER = 1_000;
const AFTER_UNIVER = -0.5;

/** Univer's check before an edit, private there. */
type FormulaCheck = {
  _permissionCheckWithFormula: (edit: {
    readonly value?: ICellData;
  }) => boolean;
};

/**
 * Univer asks of every cell a formula refers to whether this person may see
 * it; here everybody may, and an open range is a million rows to it.
 */
function seeEveryCell(injector: Injector): void {
  const checks = injector.get(
    SheetPermissionCheckController,
  ) as unknown as FormulaCheck;
  const check = checks._permissionCheckWithFormula.bind(checks);
  checks._permissionCheckWithFormula = (edit) =>
    check({ ...edit, value: { ...edit.value, f: null } });
}

/** As many digits as Google shows in a cell without a format. */
const SHOWN_DIGITS = 10;

const PLAIN_NUMBER = /^-?\d*\.\d+%?$/;

/** Translates between the cells and the person, in the reading locale. */
export function translateTyping(injector: Injector): void {
  seeEveryCell(injector);
  const interceptors = injector.get(SheetInterceptorService);
  const formulas = injector.get(FormulaDataModel);
  const { writeCellInterceptor } = interceptors;
  const withComma = (text: string) =>
    text.replace(".", decimalMark(readingLocale()));

  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: BEFORE_UNIVER,
    handler(cell, _, next) {
      // Univer hands on what the cell had, also the text of a wrong formula.
      const typed = unreadIn(cell) === null ? cell : { ...cell, custom: null };
      const boolean = typed && booleanIn(typed);
      // Univer's own readers would make the number 1 of it.
      return boolean ?? next(typed && withFormula(linesIn(typed)));
    },
  });
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: BEFORE_UNIVER,
    handler(cell, { row, col, subUnitId, unitId }, next) {
      const unread = unreadIn(cell);
      if (unread !== null) return { ...cell, f: unread };
      // A copied formula is kept once and shifted for every other cell.
      const formula = formulas.getFormulaStringByCell(
        row,
        col,
        subUnitId,
        unitId,
      );
      return typeof formula === "string" && formula !== ""
        ? { ...cell, f: fromEngine(formula, readingLocale()) }
        : next(cell);
    },
  });
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: AFTER_UNIVER,
    handler(cell, _, next) {
      const text = String(cell?.v ?? "");
      if (text.includes("\n") && !cell?.p) {
        return next({ ...cell, p: documentOfLines(text) });
      }
      return cell?.t === CellValueType.NUMBER && PLAIN_NUMBER.test(text)
        ? next({ ...cell, v: withComma(text) })
        : next(cell);
    },
  });
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: AFTER_UNIVER,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler(cell, _, next) {
      if (typeof cell?.v === "string" && cell.v.includes("\n")) {
        const interceptorStyle = {
          ...cell.interceptorStyle,
          tb: WrapStrategy.WRAP,
        };
        return next({ ...cell, interceptorStyle });
      }
      // A box to tick is drawn by its own renderer.
      if (cell?.t === CellValueType.BOOLEAN && !cell.customRender) {
        const v = booleanText(Number(cell.v) === 1);
        const interceptorStyle = {
          ht: HorizontalAlign.CENTER,
          ...cell.interceptorStyle,
        };
        return next({ ...cell, v, interceptorStyle, t: CellValueType.STRING });
      }
      // A number with a format is text by now.
      if (cell?.t !== CellValueType.NUMBER || typeof cell.v !== "number") {
        return next(cell);
      }
      const text = String(Number(cell.v.toPrecision(SHOWN_DIGITS)));
      return text.includes(".")
        ? next({ ...cell, v: withComma(text) })
        : next(cell);
    },
  });
}

/** The cell as yes or no when that is what was typed. */
function booleanIn<Cell extends ICellData>(cell: Cell): Cell | null {
  const isText =
    cell.t === CellValueType.STRING || cell.t === CellValueType.FORCE_STRING;
  if (isText || cell.f || typeof cell.v !== "string") return null;
  const v = booleanOf(cell.v);
  return v === null ? null : { ...cell, v, t: CellValueType.BOOLEAN };
}

/** Typed lines as plain text, unless parts of them are formatted. */
function linesIn<Cell extends ICellData>(cell: Cell): Cell {
  const v = linesOfCell(cell);
  return v === null ? cell : { ...cell, v, p: null, t: CellValueType.STRING };
}

function withFormula<Cell extends ICellData>(cell: Cell): Cell {
  const change = typeof cell.f === "string" ? formulaIn(cell.f) : null;
  return change === null ? cell : { ...cell, ...change };
}
