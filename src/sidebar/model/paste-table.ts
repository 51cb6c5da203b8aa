/** A table on the clipboard, out of the HTML that Word, Excel and Google Sheets put there. */
import { gridText, type SheetGrid } from "../../shared/sheet-grid";

export type PastedTable = {
  /** What is sent in place of typed text. */
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
};

type Merge = SheetGrid["merges"][number];

/** Widest and tallest span that a cell may claim. */
const MAX_SPAN = 200;

/** Elements behind which a line ends. */
const BLOCKS = new Set(
  "P DIV LI UL OL H1 H2 H3 H4 H5 H6 TR TABLE BLOCKQUOTE".split(" "),
);
/** Elements whose text nobody sees. */
const UNSEEN = new Set("STYLE SCRIPT HEAD TITLE TEMPLATE META LINK".split(" "));

/**
 * The tables with the lines of text around them, one row below the other.
 *
 * @returns Null when there is no table of at least two rows and columns: then
 *   plain text says as much.
 */
export function readPastedTable(html: string): PastedTable | null {
  // Such a document neither runs nor loads anything.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const rows: string[][] = [];
  const merges: Merge[] = [];
  let [tableRows, columns] = [0, 0];
  const addText = (text: string) => {
    const lines = cleaned(text).split("\n");
    rows.push(...lines.filter((line) => line !== "").map((line) => [line]));
  };
  let around = "";
  const visit = (node: Node): void => {
    if (node instanceof HTMLTableElement) {
      addText(around);
      around = "";
      const before = rows.length;
      addTable(node, rows, merges);
      tableRows += rows.length - before;
      columns = Math.max(
        columns,
        ...rows.slice(before).map((row) => row.length),
      );
    } else if (node instanceof Element && node.querySelector("table")) {
      for (const child of node.childNodes) {
        visit(child);
      }
    } else {
      around += textOf(node);
    }
  };
  visit(body);
  addText(around);
  return tableRows < 2 || columns < 2
    ? null
    : { text: gridText({ sheet: "", rows, merges }), rows: tableRows, columns };
}

function addTable(
  table: HTMLTableElement,
  rows: string[][],
  merges: Merge[],
): void {
  const first = rows.length;
  const taken = new Set<string>();
  Array.from(table.rows).forEach((row, down) => {
    const cells: string[] = [];
    const skipTaken = () => {
      while (taken.has(`${down}:${cells.length}`)) {
        cells.push("");
      }
    };
    for (const cell of row.cells) {
      skipTaken();
      const height = Math.min(cell.rowSpan, MAX_SPAN, table.rows.length - down);
      const width = Math.min(cell.colSpan, MAX_SPAN);
      if (height > 1 || width > 1) {
        merges.push([first + down + 1, cells.length + 1, height, width]);
      }
      for (let below = 1; below < height; below += 1) {
        for (let along = 0; along < width; along += 1) {
          taken.add(`${down + below}:${cells.length + along}`);
        }
      }
      cells.push(cleaned(textOf(cell)), ...Array<string>(width - 1).fill(""));
    }
    skipTaken();
    rows.push(cells);
  });
}

/** Texts of an element with a line break behind each block; marks of lists stay. */
function textOf(node: Node): string {
  if (!(node instanceof Element)) {
    // Breaks in the source of a page are spaces to its reader.
    return node.nodeType === Node.TEXT_NODE
      ? (node.textContent ?? "").replace(/[\r\n\t ]+/g, " ")
      : "";
  }
  if (UNSEEN.has(node.tagName)) {
    return "";
  }
  if (node.tagName === "BR") {
    return "\n";
  }
  const text = Array.from(node.childNodes, textOf).join("");
  return BLOCKS.has(node.tagName) ? `${text}\n` : text;
}

function cleaned(text: string): string {
  return text
    .replace(/[ \u00a0]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
