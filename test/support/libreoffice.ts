/** Lets LibreOffice compute a workbook again, to compare it with the host. */
import ExcelJS, { type Cell, type Workbook } from "exceljs";
import PizZip from "pizzip";
import type { TestContext } from "vitest";
import { convert, findLibreOffice } from "../../host/machine/libreoffice";

/** Stands in every formula cell before; nothing may be left of it after. */
const SENTINEL = 987_654_321.125;

/** Skips the test, saying why, on a machine without LibreOffice. */
export function needsLibreOffice(context: TestContext): void {
  if (findLibreOffice() === null) {
    context.skip("LibreOffice is not installed on this machine");
  }
}

const FORMULA_CELL =
  /<c ([^>]*)>(<f(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/f>))(?:<v>[\s\S]*?<\/v>|<v\/>)?<\/c>/g;

/** The file with a wrong value in every formula cell. */
function withWrongValues(xlsx: Uint8Array): {
  readonly bytes: Uint8Array;
  readonly formulas: number;
} {
  const zip = new PizZip(xlsx);
  let formulas = 0;
  for (const file of zip.file(/^xl\/worksheets\/[^/]+\.xml$/)) {
    const xml = file
      .asText()
      .replace(FORMULA_CELL, (_, attributes: string, formula: string) => {
        formulas += 1;
        return `<c ${attributes.replace(/\s?\bt="[^"]*"/, "")}>${formula}<v>${SENTINEL}</v></c>`;
      });
    zip.file(file.name, xml);
  }
  return { bytes: zip.generate({ type: "uint8array" }), formulas };
}

async function open(xlsx: Uint8Array): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  // The types ask for an ArrayBuffer of their own kind.
  await workbook.xlsx.load(
    Buffer.from(xlsx) as unknown as Parameters<typeof workbook.xlsx.load>[0],
  );
  return workbook;
}

async function recalculated(xlsx: Uint8Array): Promise<Workbook> {
  const { bytes, formulas } = withWrongValues(xlsx);
  const workbook = await open(
    await convert(bytes, { from: "xlsx", to: "xlsx" }),
  );
  let computed = 0;
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type !== ExcelJS.ValueType.Formula) {
          return;
        }
        computed += 1;
        if (cell.result === SENTINEL) {
          throw new Error(
            `recalculate: LibreOffice left ${sheet.name}!${cell.address} as it was`,
          );
        }
      }),
    );
  }
  if (computed < formulas) {
    throw new Error(
      `recalculate: ${formulas} formulas went in, ${computed} came out`,
    );
  }
  return workbook;
}

/** What the cell holds; a merged cell only its master. */
function held(cell: Cell): unknown {
  switch (cell.type) {
    case ExcelJS.ValueType.Formula:
      return cell.result;
    case ExcelJS.ValueType.Merge:
      return "";
    default:
      return cell.value;
  }
}

/** exceljs puts the wall clock into UTC; the tests' zone is the book's. */
function instant(wall: Date): string {
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
    wall.getUTCMilliseconds(),
  ).toISOString();
}

/** Text, number, true/false, "" or an ISO instant, as Host.book.grids gives. */
function plain(cell: Cell): unknown {
  const value = held(cell);
  if (value instanceof Date) {
    return instant(value);
  }
  if (typeof value !== "object" || value === null) {
    return value ?? "";
  }
  if ("error" in value) {
    return value.error;
  }
  return cell.text;
}

function gridOf(workbook: Workbook): Record<string, unknown[][]> {
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      // Each of them looks through all cells.
      const { rowCount, columnCount } = sheet;
      const rows = Array.from({ length: rowCount }, (_, row) =>
        Array.from({ length: columnCount }, (__, column) =>
          plain(sheet.getCell(row + 1, column + 1)),
        ),
      );
      return [sheet.name, rows];
    }),
  );
}

/** Tab title → rows of values as the file has them, nothing computed. */
export async function readXlsx(
  xlsx: Uint8Array,
): Promise<Record<string, unknown[][]>> {
  return gridOf(await open(xlsx));
}

/**
 * Tab title → rows of values after LibreOffice computed every formula anew.
 *
 * @throws Error when LibreOffice kept any value instead of computing it.
 */
export async function recalculate(
  xlsx: Uint8Array,
): Promise<Record<string, unknown[][]>> {
  return gridOf(await recalculated(xlsx));
}

export type FormulaDifference = {
  readonly tab: string;
  readonly address: string;
  readonly formula: string;
  readonly inFile: unknown;
  readonly computed: unknown;
};

function isSame(left: unknown, right: unknown): boolean {
  return typeof left === "number" && typeof right === "number"
    ? Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left))
    : left === right;
}

/** Every formula cell whose value in the file differs from LibreOffice's. */
export async function compareFormulas(xlsx: Uint8Array): Promise<{
  readonly formulas: number;
  readonly differences: readonly FormulaDifference[];
}> {
  const [before, after] = [await open(xlsx), await recalculated(xlsx)];
  const differences: FormulaDifference[] = [];
  let formulas = 0;
  for (const sheet of before.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type !== ExcelJS.ValueType.Formula) {
          return;
        }
        formulas += 1;
        const other = after.getWorksheet(sheet.name)?.getCell(cell.address);
        const inFile = plain(cell);
        const computed = other === undefined ? undefined : plain(other);
        if (!isSame(inFile, computed)) {
          differences.push({
            tab: sheet.name,
            address: cell.address,
            formula: cell.formula,
            inFile,
            computed,
          });
        }
      }),
    );
  }
  return { formulas, differences };
}
