/** Sheets of an .xlsx file as grids of text: ECMA-376, as far as a list of people needs it. */
import type { SheetGrid } from "../../shared/sheet-grid";
import { openZip, type Zip } from "./unzip";
import {
  meaningOfFormat,
  type NumberMeaning,
  numberText,
  placeOf,
  unescaped,
} from "./xlsx-cells";

/** What cells refer to. */
type Shared = {
  readonly strings: readonly string[];
  /** By number of a cell's style. */
  readonly styles: readonly NumberMeaning[];
  readonly from1904: boolean;
};

type Relation = { readonly type: string; readonly target: string };

const PLAIN: NumberMeaning = { day: false, time: false };

/**
 * @returns Sheets with anything in them, in their order; hidden ones only when
 * all are hidden. Null when the bytes are no readable .xlsx.
 */
export async function readXlsx(bytes: Uint8Array): Promise<SheetGrid[] | null> {
  const zip = openZip(bytes);
  try {
    return zip === null ? null : await readSheets(zip);
  } catch {
    // Damaged, protected by a password, or of another kind.
    return null;
  }
}

async function readSheets(zip: Zip): Promise<SheetGrid[] | null> {
  const main = [...(await relations(zip, "")).values()].find(({ type }) =>
    type.endsWith("/officeDocument"),
  );
  const workbook = main === undefined ? null : await readXml(zip, main.target);
  if (main === undefined || workbook === null) {
    return null;
  }
  const related = await relations(zip, main.target);
  const shared = await readShared(zip, workbook, [...related.values()]);
  const all = elements(workbook, "sheet");
  const shown = all.filter(
    (sheet) => !/hidden/i.test(attribute(sheet, "state")),
  );
  const grids: SheetGrid[] = [];
  for (const sheet of shown.length > 0 ? shown : all) {
    const target = related.get(relationId(sheet))?.target;
    const part = target === undefined ? null : await readXml(zip, target);
    const grid = part === null ? null : gridOf(part, shared);
    if (grid !== null && grid.rows.length > 0) {
      grids.push({ sheet: attribute(sheet, "name"), ...grid });
    }
  }
  return grids;
}

async function readShared(
  zip: Zip,
  workbook: Document,
  related: readonly Relation[],
): Promise<Shared> {
  const part = async (kind: string) => {
    const found = related.find(({ type }) => type.endsWith(`/${kind}`));
    return found === undefined ? null : readXml(zip, found.target);
  };
  const strings = await part("sharedStrings");
  const styles = await part("styles");
  const date1904 = elements(workbook, "workbookPr").map((element) =>
    attribute(element, "date1904"),
  );
  return {
    strings: strings === null ? [] : elements(strings, "si").map(textOf),
    styles: styles === null ? [] : meanings(styles),
    from1904: ["1", "true"].includes(date1904[0] ?? ""),
  };
}

function meanings(styles: Document): NumberMeaning[] {
  const codes = new Map(
    elements(styles, "numFmt").map((format) => [
      attribute(format, "numFmtId"),
      attribute(format, "formatCode"),
    ]),
  );
  return elements(styles, "cellXfs").flatMap((list) =>
    elements(list, "xf").map((format) => {
      const id = attribute(format, "numFmtId");
      return meaningOfFormat(Number(id), codes.get(id) ?? "");
    }),
  );
}

function gridOf(part: Document, shared: Shared): Omit<SheetGrid, "sheet"> {
  const rows: string[][] = [];
  for (const [at, row] of elements(part, "row").entries()) {
    const cells: string[] = [];
    for (const [index, cell] of elements(row, "c").entries()) {
      const column = placeOf(attribute(cell, "r"))?.column ?? index + 1;
      const text = cellText(cell, shared);
      if (text !== "") {
        putAt(cells, column, text, () => "");
      }
    }
    if (cells.length > 0) {
      putAt(rows, Number(attribute(row, "r")) || at + 1, cells, () => []);
    }
  }
  return { rows, merges: mergesOf(part) };
}

/** Puts an item at its 1-based place, with blanks before it. */
function putAt<T>(list: T[], place: number, item: T, blank: () => T): void {
  while (list.length < place) {
    list.push(blank());
  }
  list[place - 1] = item;
}

function mergesOf(part: Document): SheetGrid["merges"] {
  return elements(part, "mergeCell").flatMap((merge) => {
    const [from, to] = attribute(merge, "ref").split(":").map(placeOf);
    return from == null || to == null
      ? []
      : [
          [
            from.row,
            from.column,
            to.row - from.row + 1,
            to.column - from.column + 1,
          ] as const,
        ];
  });
}

function cellText(cell: Element, shared: Shared): string {
  const type = attribute(cell, "t");
  if (type === "inlineStr") {
    return textOf(cell);
  }
  const value = elements(cell, "v")[0]?.textContent ?? "";
  switch (type) {
    case "s":
      return shared.strings[Number(value)] ?? "";
    case "b":
      return value === "1" ? "да" : "нет";
    case "str":
    case "e":
      return unescaped(value);
    case "d":
      return value.slice(0, 10).split("-").reverse().join(".");
    default: {
      const style = shared.styles[Number(attribute(cell, "s"))] ?? PLAIN;
      return numberText(value, style, shared.from1904);
    }
  }
}

/** Text of a string in one or several runs, without the reading aids of Asian scripts. */
function textOf(item: Element): string {
  const pieces = elements(item, "t").filter(
    (piece) => piece.parentNode?.nodeName.endsWith("rPh") !== true,
  );
  return unescaped(pieces.map((piece) => piece.textContent ?? "").join(""));
}

/** Relations of a part by id, targets as names of entries; "" for the package. */
async function relations(
  zip: Zip,
  part: string,
): Promise<Map<string, Relation>> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const xml = await readXml(zip, `${folder}_rels/${part.slice(slash)}.rels`);
  const found = xml === null ? [] : elements(xml, "Relationship");
  return new Map(
    found.map((relation) => [
      attribute(relation, "Id"),
      {
        type: attribute(relation, "Type"),
        target: entryName(folder, attribute(relation, "Target")),
      },
    ]),
  );
}

/** «../x» and «/x» as names of entries. */
function entryName(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : `${folder}${target}`;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") {
      parts.pop();
    } else if (part !== "" && part !== ".") {
      parts.push(part);
    }
  }
  return parts.join("/");
}

function relationId(sheet: Element): string {
  const found = Array.from(sheet.attributes).find(
    ({ localName, prefix }) => localName === "id" && prefix !== null,
  );
  return found?.value ?? "";
}

async function readXml(zip: Zip, name: string): Promise<Document | null> {
  const bytes = await zip.read(name);
  return bytes === null
    ? null
    : new DOMParser().parseFromString(
        new TextDecoder().decode(bytes),
        "application/xml",
      );
}

/** Whatever prefix the writer of the file chose. */
function elements(within: Document | Element, name: string): Element[] {
  return Array.from(within.getElementsByTagNameNS("*", name));
}

function attribute(element: Element, name: string): string {
  return element.getAttribute(name) ?? "";
}
