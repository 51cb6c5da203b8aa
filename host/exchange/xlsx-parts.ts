/** What exceljs reads cell by cell, or not at all: names and choices, straight from the file's XML. */
import PizZip from "pizzip";
import { readAddress } from "../services/a1";
import type { Area } from "../services/tracked-areas";
import type { FileName } from "./file-book";
import { DAMAGED, UploadError } from "./limits";
import { fromExcelFormula, isExternal } from "./xlsx-formula";
import {
  attributeOf,
  childOf,
  childrenOf,
  type Element,
  elementsOf,
  parseXml,
  refuseDoctype,
} from "./xml";
import type { ZipFile } from "./zip-file";

/** A rule as the file has it. */
export type FileRule = {
  readonly areas: readonly Area[];
  readonly type: string;
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  readonly errorStyle: string;
  readonly refuses: boolean;
  readonly allowBlank: boolean;
  readonly hidesList: boolean;
  readonly error: string;
  readonly prompt: string;
};

export type XlsxParts = {
  /** The file without names and choices, nothing compressed. */
  readonly rest: Uint8Array;
  readonly names: readonly FileName[];
  /** Tab title → rules. */
  readonly rules: ReadonlyMap<string, readonly FileRule[]>;
  readonly problems: readonly string[];
  /** ARGB of the theme's colours in the order cells name them. */
  readonly themeColors: readonly string[];
};

const WORKBOOK = "xl/workbook.xml";
const NAMES = /<(\w+:)?definedNames\b[\s\S]*?<\/(?:\w+:)?definedNames>/g;
const RULES =
  /<((?:\w+:)?)dataValidations\b[^>]*?(?:\/>|>[\s\S]*?<\/\1dataValidations>)/g;
/** Order in which cells count the theme's colours. */
const THEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
];

/** @throws UploadError when the file is damaged. */
export function readParts(zip: ZipFile): XlsxParts {
  const rest = new PizZip();
  const rules = new Map<string, readonly FileRule[]>();
  const book = parseXml(zip.text(WORKBOOK));
  const titles = sheetTitles(zip, elementsOf(book, "sheet"));
  for (const name of zip.names) {
    if (name.endsWith("/")) continue;
    if (!/\.(?:xml|rels|vml)$/i.test(name)) {
      rest.file(name, zip.bytes(name) ?? new Uint8Array(), { binary: true });
      continue;
    }
    const text = zip.text(name);
    refuseDoctype(text);
    const title = titles.get(name);
    if (title !== undefined) rules.set(title, readRules(text));
    const kept =
      name === WORKBOOK
        ? text.replace(NAMES, "")
        : title === undefined
          ? text
          : text.replace(RULES, "");
    rest.file(name, kept);
  }
  const order = elementsOf(book, "sheet").map((one) =>
    attributeOf(one, "name"),
  );
  return {
    rest: rest.generate({ type: "uint8array", compression: "STORE" }),
    ...readNames(elementsOf(book, "definedName"), order),
    rules,
    themeColors: themeColors(zip),
  };
}

/** Path of a tab's part → its title. */
function sheetTitles(
  zip: ZipFile,
  sheets: readonly Element[],
): Map<string, string> {
  const relations = new Map(
    elementsOf(
      parseXml(zip.text("xl/_rels/workbook.xml.rels")),
      "Relationship",
    ).map((one) => [attributeOf(one, "Id"), attributeOf(one, "Target")]),
  );
  const titles = new Map<string, string>();
  for (const sheet of sheets) {
    const target = relations.get(sheet.getAttribute("r:id") ?? "") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    if (!zip.has(path)) throw new UploadError(DAMAGED);
    titles.set(path, attributeOf(sheet, "name"));
  }
  return titles;
}

function readNames(
  elements: readonly Element[],
  titles: readonly string[],
): Pick<XlsxParts, "names" | "problems"> {
  const names: FileName[] = [];
  const problems: string[] = [];
  for (const element of elements) {
    const name = attributeOf(element, "name");
    const isHidden = attributeOf(element, "hidden") === "1";
    if (name.startsWith("_xlnm.") || isHidden) continue;
    const formula = fromExcelFormula(element.textContent ?? "");
    if (formula.includes("#REF!") || isExternal(formula)) {
      problems.push(`Имя «${name}» ни на что не указывает, оно не загружено.`);
      continue;
    }
    const local = attributeOf(element, "localSheetId");
    const tab = local === "" ? null : (titles[Number(local)] ?? null);
    names.push({ name, formula, tab });
  }
  return { names, problems };
}

function readRules(sheet: string): FileRule[] {
  const found: FileRule[] = [];
  for (const [text] of sheet.matchAll(RULES)) {
    // Cut out of its place, it may use prefixes declared above it.
    const bare = text
      .replace(/(<\/?)\w+:/g, "$1")
      .replace(/\s\w+:(\w+=)/g, " $1");
    const root = parseXml(bare).documentElement;
    if (root === null) continue;
    for (const element of childrenOf(root, "dataValidation")) {
      const rule = readRule(element);
      if (rule !== null) found.push(rule);
    }
  }
  return found;
}

function readRule(element: Element): FileRule | null {
  const attribute = (name: string) => attributeOf(element, name);
  const isOn = (name: string) => /^(?:1|true)$/.test(attribute(name));
  const place =
    attribute("sqref") || (childOf(element, "sqref")?.textContent ?? "");
  const areas = readAreas(place);
  const type = attribute("type");
  if (areas.length === 0 || type === "") return null;
  const formula = (name: string) =>
    fromExcelFormula(childOf(element, name)?.textContent?.trim() ?? "");
  return {
    areas,
    type,
    operator: attribute("operator") || "between",
    formula1: formula("formula1"),
    formula2: formula("formula2"),
    errorStyle: attribute("errorStyle") || "stop",
    refuses: isOn("showErrorMessage"),
    allowBlank: isOn("allowBlank"),
    // The file's word means the opposite of what it says.
    hidesList: isOn("showDropDown"),
    error: attribute("error"),
    prompt: attribute("prompt"),
  };
}

/** Areas of an `A1:B2 C3` list; whole columns and rows are open at the end. */
export function readAreas(text: string): Area[] {
  return text.split(/\s+/).flatMap((part) => {
    const address = part === "" ? null : readAddress(part);
    if (address === null) return [];
    return [
      {
        startRow: address.startRow ?? 0,
        startColumn: address.startColumn ?? 0,
        endRow: address.endRow ?? Number.MAX_SAFE_INTEGER,
        endColumn: address.endColumn ?? Number.MAX_SAFE_INTEGER,
      },
    ];
  });
}

function themeColors(zip: ZipFile): readonly string[] {
  const theme = zip.names.find((name) => /^xl\/theme\/[^/]+\.xml$/.test(name));
  if (theme === undefined) return [];
  const text = zip.text(theme);
  return THEME_ORDER.map((name) => {
    const part =
      new RegExp(`<a:${name}>([\\s\\S]*?)</a:${name}>`).exec(text)?.[1] ?? "";
    return (
      /(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/.exec(part)?.[1] ?? "000000"
    );
  });
}
