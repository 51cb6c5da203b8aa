/** Defined names put into a finished .xlsx file. */
import PizZip from "pizzip";
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

/** What exceljs wrote about printing; its other names are ours in its own spelling. */
function printNames(xml: string): string {
  const names = xml.match(/<definedName\b.*?<\/definedName>/gs) ?? [];
  return names.filter((name) => name.includes("_xlnm.Print_")).join("");
}

/**
 * The file with these names. exceljs keeps a record per cell of every name,
 * which is slow for long columns, and has no names for formulas.
 *
 * @param sheetIds - In the order of the tabs, for names of one sheet only.
 */
export function withDefinedNames(
  xlsx: Uint8Array,
  names: readonly DefinedName[],
  sheetIds: readonly string[],
  to: Translation,
): Uint8Array {
  if (names.length === 0) {
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
        `</sheets><definedNames>${printNames(own)}${list}</definedNames>`,
    ),
  );
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}
