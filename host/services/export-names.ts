/** Defined names put into a finished .xlsx file. */
import type { IRange } from "@univerjs/core";
import PizZip from "pizzip";
import { writeAbsolute } from "./a1";
import { type Translation, toExcelFormula } from "./export-formula";
import type { DefinedName } from "./export-snapshot";
import { xmlText } from "./export-text";

const WORKBOOK = "xl/workbook.xml";

/** Text as it stands between tags or in quotes. */
export function escapeXml(text: string): string {
  return xmlText(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

function element(
  name: DefinedName,
  sheetIds: readonly string[],
  to: Translation,
): string {
  const sheet = sheetIds.indexOf(name.localSheetId ?? "");
  const scope = sheet === -1 ? "" : ` localSheetId="${sheet}"`;
  const formula = toExcelFormula(name.formulaOrRefString, to);
  return `<definedName name="${escapeXml(name.name)}"${scope}>${escapeXml(formula)}</definedName>`;
}

/** A tab as the file has it. */
export type NamedTab = {
  readonly id: string;
  readonly title: string;
  readonly filter: IRange | null;
};

function filterName({ title, filter }: NamedTab, index: number): string {
  if (filter === null) return "";
  const address = writeAbsolute(title, {
    startRow: filter.startRow,
    endRow: filter.endRow,
    startColumn: filter.startColumn,
    endColumn: filter.endColumn,
  });
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(address.replace(/^=/, ""))}</definedName>`;
}

/** What exceljs wrote about printing; its other names are ours in its own spelling. */
function printNames(xml: string): string {
  const names = xml.match(/<definedName\b.*?<\/definedName>/gs) ?? [];
  return names.filter((name) => name.includes("_xlnm.Print_")).join("");
}

/**
 * The file with these names. exceljs keeps a record per cell of every name,
 * which is slow for long columns, and has no names for formulas.
 *
 * @param tabs - In their order, for names of one tab only; the range of a
 *   filter has such a name, without which LibreOffice sees no filter.
 */
export function withDefinedNames(
  xlsx: Uint8Array,
  names: readonly DefinedName[],
  tabs: readonly NamedTab[],
  to: Translation,
): Uint8Array {
  const sheetIds = tabs.map(({ id }) => id);
  const filters = tabs.map(filterName).join("");
  if (names.length === 0 && filters === "") {
    return xlsx;
  }
  const zip = new PizZip(xlsx);
  const workbook = zip.file(WORKBOOK)?.asText() ?? "";
  if (!workbook.includes("</sheets>")) {
    throw new RangeError("withDefinedNames: the file has no list of sheets");
  }
  const list = names.map((name) => element(name, sheetIds, to)).join("");
  zip.file(
    WORKBOOK,
    workbook.replace(
      /<\/sheets>(?:<definedNames>(.*?)<\/definedNames>|<definedNames\/>)?/s,
      (_, own = "") =>
        `</sheets><definedNames>${printNames(own)}${filters}${list}</definedNames>`,
    ),
  );
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}
