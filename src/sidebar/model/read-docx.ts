/** Text of a Word document, its tables as HTML: what is merged stays told. */
import { openZip } from "./unzip";

/** @returns Null when the bytes are no readable .docx. */
export async function readDocx(bytes: Uint8Array): Promise<string | null> {
  try {
    const xml = await openZip(bytes)?.read("word/document.xml");
    if (xml == null) {
      return null;
    }
    const part = new DOMParser().parseFromString(
      new TextDecoder().decode(xml),
      "application/xml",
    );
    const [body] = Array.from(part.getElementsByTagNameNS("*", "body"));
    return body === undefined ? null : blocks(body).join("\n");
  } catch {
    // Damaged, protected by a password, or of another kind.
    return null;
  }
}

/** Paragraphs and tables in their order; what frames them is looked through. */
function blocks(within: Element): string[] {
  return childrenOf(within).flatMap((child) => {
    switch (child.localName) {
      case "p":
        return [paragraph(child)];
      case "tbl":
        return [table(child)];
      case "sdt":
      case "sdtContent":
      case "ins":
      case "customXml":
      case "smartTag":
        return blocks(child);
      default:
        return [];
    }
  });
}

function paragraph(element: Element): string {
  const parts = Array.from(element.getElementsByTagNameNS("*", "*")).map(
    ({ localName, textContent }) => {
      switch (localName) {
        case "t":
          return escaped(textContent ?? "");
        case "br":
        case "cr":
          return "<br>";
        case "tab":
          return " ";
        case "noBreakHyphen":
          return "-";
        default:
          return "";
      }
    },
  );
  return parts.join("");
}

const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

type Cell = {
  readonly column: number;
  readonly width: number;
  /** Goes on with the cell above it. */
  readonly goesOn: boolean;
  readonly text: string;
};

function table(element: Element): string {
  const rows = inner(element, "tr").map(cellsOf);
  const lines = rows.map((cells, at) => {
    const shown = cells
      .filter(({ goesOn }) => !goesOn)
      .map(({ column, width, text }) => {
        const height = heightOf(rows, at, column);
        return `<td rowspan="${height}" colspan="${width}">${text}</td>`;
      });
    return `<tr>${shown.join("")}</tr>`;
  });
  return `<table>${lines.join("")}</table>`;
}

function cellsOf(row: Element): Cell[] {
  let column = 0;
  return inner(row, "tc").map((cell) => {
    const [look] = inner(cell, "tcPr");
    const width = Number(value(look, "gridSpan")) || 1;
    const merge = look === undefined ? undefined : inner(look, "vMerge")[0];
    const made = {
      column,
      width,
      goesOn: merge !== undefined && value(look, "vMerge") !== "restart",
      text: blocks(cell).join("<br>"),
    };
    column += width;
    return made;
  });
}

/** Rows that the cell at `column` of row `at` takes. */
function heightOf(
  rows: readonly (readonly Cell[])[],
  at: number,
  column: number,
): number {
  let end = at + 1;
  while (
    rows[end]?.some((cell) => cell.column === column && cell.goesOn) === true
  ) {
    end += 1;
  }
  return end - at;
}

function childrenOf(element: Element): Element[] {
  return Array.from(element.childNodes).filter(
    (node): node is Element => node.nodeType === 1,
  );
}

/** Children of this kind, also those that a frame holds. */
function inner(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) =>
    child.localName === name
      ? [child]
      : ["sdt", "sdtContent", "ins", "customXml"].includes(child.localName)
        ? inner(child, name)
        : [],
  );
}

function value(within: Element | undefined, name: string): string {
  const found = within === undefined ? undefined : inner(within, name)[0];
  const attribute = Array.from(found?.attributes ?? []).find(
    ({ localName }) => localName === "val",
  );
  return attribute?.value ?? "";
}
