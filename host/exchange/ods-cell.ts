/** What one cell of an .ods file holds. */
import { serialFromParts } from "../services/zone-time";
import type { FileCell } from "./file-book";
import { LIMITS } from "./limits";
import type { OdsFormats } from "./ods-format";
import { fromOpenFormula } from "./ods-formula";
import { attributeOf, childrenOf, type Element, elementsOf } from "./xml";

export type OdsCell = Pick<FileCell, "value" | "formula" | "style" | "link"> & {
  readonly note: string;
  /** Cells it is merged over; null for one. */
  readonly span: { readonly rows: number; readonly columns: number } | null;
  readonly isCut: boolean;
};

type Value = {
  readonly value: FileCell["value"];
  readonly dateKind: "date" | "moment" | "time" | null;
};

export function odsCell(element: Element, formats: OdsFormats): OdsCell {
  const { value, dateKind } = heldBy(element);
  const text = attributeOf(element, "formula");
  const formula = text === "" ? null : fromOpenFormula(text);
  const style = formats.place(attributeOf(element, "style-name"), dateKind);
  const isCut =
    typeof value === "string" && value.length > LIMITS.cellCharacters;
  const link = linkOf(element);
  return {
    value: isCut ? value.slice(0, LIMITS.cellCharacters) : value,
    ...(formula === null ? {} : { formula }),
    ...(style === null ? {} : { style }),
    ...(link === null ? {} : { link }),
    note: childrenOf(element, "annotation").map(paragraphs).join("\n"),
    span: spanOf(element),
    isCut,
  };
}

function spanOf(element: Element): OdsCell["span"] {
  const rows = Number(attributeOf(element, "number-rows-spanned") || 1);
  const columns = Number(attributeOf(element, "number-columns-spanned") || 1);
  return rows * columns > 1 ? { rows, columns } : null;
}

/** The only web address in the cell. */
function linkOf(element: Element): string | null {
  const links = childrenOf(element, "p").flatMap((p) => elementsOf(p, "a"));
  const href = links[0] === undefined ? "" : attributeOf(links[0], "href");
  return links.length === 1 && /^(?:https?|mailto):/i.test(href) ? href : null;
}

function heldBy(element: Element): Value {
  const plain = (value: FileCell["value"]): Value => ({
    value,
    dateKind: null,
  });
  switch (attributeOf(element, "value-type")) {
    case "float":
    case "percentage":
    case "currency":
      return plain(Number(attributeOf(element, "value")));
    case "boolean":
      return plain(attributeOf(element, "boolean-value") === "true");
    case "date":
      return dateOf(attributeOf(element, "date-value"));
    case "time":
      return timeOf(attributeOf(element, "time-value"));
    case "":
      return plain(null);
    default: {
      const text = attributeOf(element, "string-value") || paragraphs(element);
      return plain(text === "" ? null : text);
    }
  }
}

const SECONDS_PER_DAY = 86_400;

function dateOf(text: string): Value {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d+)?))?$/.exec(text) ??
    [];
  if (year === undefined) return { value: text, dateKind: null };
  const serial = serialFromParts({
    year: Number(year),
    month: Number(month),
    day: Number(day),
  });
  if (hour === undefined) return { value: serial, dateKind: "date" };
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return { value: serial + seconds / SECONDS_PER_DAY, dateKind: "moment" };
}

/** `PT09H30M00S`: a duration, which is also how times of day are kept. */
function timeOf(text: string): Value {
  const [, hours, minutes, seconds] =
    /^PT(\d+)H(\d+)M(\d+(?:[.,]\d+)?)S$/.exec(text) ?? [];
  if (hours === undefined) return { value: text, dateKind: null };
  const total =
    Number(hours) * 3600 +
    Number(minutes) * 60 +
    Number(seconds?.replace(",", "."));
  return { value: total / SECONDS_PER_DAY, dateKind: "time" };
}

function paragraphs(element: Element): string {
  return childrenOf(element, "p").map(textOf).join("\n");
}

/** Text with the spaces, tabs and breaks the format keeps as elements. */
function textOf(element: Element): string {
  let text = "";
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3) {
      // Spaces in a row count as one; the others stand in elements.
      text += (node.nodeValue ?? "").replace(/[ \t\r\n]+/g, " ");
    } else if (node.nodeType === 1) {
      text += inlineText(node as Element);
    }
  }
  return text;
}

function inlineText(element: Element): string {
  switch (element.localName) {
    case "s":
      return " ".repeat(
        Math.min(1_000, Number(attributeOf(element, "c") || 1)),
      );
    case "tab":
      return "\t";
    case "line-break":
      return "\n";
    default:
      return textOf(element);
  }
}
