/** Formulas as an .xlsx file spells them. */
import { ARRAY_ROW, ARRAY_ROWS } from "./formula-dialect";

/**
 * Functions younger than the file format; Excel writes them with a prefix and
 * shows #NAME? without it.
 * https://support.microsoft.com/office/issue-an-xlfn-prefix-is-displayed-in-front-of-a-formula
 */
const PREFIXED: ReadonlySet<string> = new Set(
  `ACOT ACOTH ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST
  BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW
  CEILING.MATH CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST
  CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH
  COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ERF.PRECISE ERFC.PRECISE
  EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.MATH
  FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK
  HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN
  ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY
  MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV
  NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC
  PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC
  QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE
  SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT
  T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW
  UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEIBULL.DIST WRAPCOLS
  WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);

/** Those with a prefix of their own. */
const WORKSHEET_PREFIXED: ReadonlySet<string> = new Set(["FILTER", "SORT"]);

/** Names of the host's own functions where Excel has another for the same. */
const RENAMED: Readonly<Record<string, string>> = {
  [ARRAY_ROWS]: "_xlfn.VSTACK",
  [ARRAY_ROW]: "_xlfn.HSTACK",
  // What it wraps is computed alike; the name would be unknown.
  ARRAYFORMULA: "",
  POW: "POWER",
};

const LAST_ROW = 1_048_576;

/** Text, error, quoted sheet, plain sheet, open range, reference, function, the rest. */
const TOKEN =
  /"(?:[^"]|"")*"|#[A-Za-z/0]+[!?]?|'(?:[^']|'')*'(?=!)|[\p{L}_][\p{L}\p{N}_.]*(?=!)|(\$?[A-Za-z]{1,3}\$?\d+):(\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_$(!])|\$?[A-Za-z]{1,3}\$?\d+(?![\p{L}\p{N}_.(!])|[\p{L}_][\p{L}\p{N}_.]*(?=\()|[\p{L}_\\][\p{L}\p{N}_.]*|[\s\S]/gu;
const REFERENCE = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/;
const FUNCTION = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** Title as the file has it: 'Список наставников'. */
export function quotedTitle(title: string): string {
  return `'${title.replace(/'/g, "''")}'`;
}

export type Translation = {
  /** Title in the book → title in the file. */
  readonly titles: ReadonlyMap<string, string>;
  /** Moves relative references, for a formula shared by several cells. */
  readonly shift?: { readonly rows: number; readonly columns: number };
};

/**
 * A formula of the engine (commas, English names) without `=`, as the file
 * wants it: new functions prefixed, tabs renamed as in the file, open ranges
 * such as A3:A closed, because the format knows none.
 */
export function toExcelFormula(formula: string, to: Translation): string {
  const text = withFallback(formula.replace(/^=/, ""));
  return text.replace(
    TOKEN,
    (
      token: string,
      from: string | undefined,
      column: string | undefined,
      at: number,
    ) => {
      if (/^["#]/.test(token)) {
        return token;
      }
      const next = text[at + token.length];
      if (next === "!") {
        return title(token, to);
      }
      if (from !== undefined && column !== undefined) {
        return `${shifted(from, to)}:${shiftedColumn(column, to)}${LAST_ROW}`;
      }
      if (next === "(" && FUNCTION.test(token)) {
        return functionName(token);
      }
      return REFERENCE.test(token) ? shifted(token, to) : token;
    },
  );
}

/** Quoted text, a bracket, a separator. */
const MARKS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[(){},]/g;

/** Google's IFERROR may go without its second argument, Excel's may not. */
function withFallback(text: string): string {
  const inserts: number[] = [];
  const open: { readonly isIferror: boolean; hasFallback: boolean }[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const inner = open[open.length - 1];
    if (mark === "(" || mark === "{") {
      const isIferror =
        mark === "(" && /\bIFERROR\s*$/i.test(text.slice(0, index));
      open.push({ isIferror, hasFallback: false });
    } else if (mark === "," && inner !== undefined) {
      inner.hasFallback = true;
    } else if (mark === ")" || mark === "}") {
      open.pop();
      if (inner?.isIferror && !inner.hasFallback) inserts.push(index);
    }
  }
  return inserts.reduceRight(
    (result, at) => `${result.slice(0, at)},""${result.slice(at)}`,
    text,
  );
}

function title(token: string, to: Translation): string {
  const name = token.startsWith("'")
    ? token.slice(1, -1).replace(/''/g, "'")
    : token;
  return quotedTitle(to.titles.get(name) ?? name);
}

function functionName(name: string): string {
  const upper = name.toUpperCase();
  const renamed = RENAMED[upper];
  if (renamed !== undefined) return renamed;
  if (WORKSHEET_PREFIXED.has(upper)) {
    return `_xlfn._xlws.${upper}`;
  }
  return PREFIXED.has(upper) ? `_xlfn.${upper}` : name;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

/** @param column - 1-based. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

function shifted(reference: string, { shift }: Translation): string {
  const parts = REFERENCE.exec(reference);
  if (parts === null) {
    return reference;
  }
  const { rows, columns } = shift ?? { rows: 0, columns: 0 };
  const [, fixedColumn = "", letters = "", fixedRow = "", row = ""] = parts;
  const toColumn = columnNumber(letters) + (fixedColumn === "$" ? 0 : columns);
  const moved = Number(row) + (fixedRow === "$" ? 0 : rows);
  const toRow = Math.min(moved, LAST_ROW);
  return toColumn < 1 || toRow < 1
    ? "#REF!"
    : `${fixedColumn}${columnLetters(toColumn)}${fixedRow}${toRow}`;
}

function shiftedColumn(column: string, { shift }: Translation): string {
  if (shift === undefined || column.startsWith("$")) {
    return column;
  }
  return columnLetters(columnNumber(column) + shift.columns);
}
