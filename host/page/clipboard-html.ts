/** What Excel and LibreOffice say of cells in their clipboard HTML beside what Univer reads there. */

export type ClipboardTable = {
  /** The HTML with colours where Univer looks for them. */
  readonly html: string;
  /** Whether the source keeps this cell as text, e.g. «007»; 0-based. */
  readonly isText: (row: number, column: number) => boolean;
};

/** Excel's name of the text format, as it stands in a style. */
const EXCEL_TEXT = /mso-number-format:\s*"?\\@"?/i;
/** LibreOffice's: `1049;0;@`. */
const LIBREOFFICE_TEXT = /;@$/;
const CLASS_RULE = /\.([\w-]+)\s*\{([^}]*)\}/g;

export function readClipboardTable(html: string): ClipboardTable {
  const page = new DOMParser().parseFromString(html, "text/html");
  const classes = textClasses(page);
  const texts = new Set<string>();
  for (const [place, cell] of cellsOf(page.querySelector("table"))) {
    if (isTextCell(cell, classes)) texts.add(place);
  }
  return {
    html: moveColours(page) ? page.documentElement.outerHTML : html,
    isText: (row, column) => texts.has(`${row} ${column}`),
  };
}

/** Classes of the page's own style sheet that mean text. */
function textClasses(page: Document): ReadonlySet<string> {
  const rules = [...page.querySelectorAll("style")].flatMap((style) => [
    ...(style.textContent ?? "").matchAll(CLASS_RULE),
  ]);
  return new Set(
    rules.flatMap(([, name = "", body = ""]) =>
      EXCEL_TEXT.test(body) ? [name] : [],
    ),
  );
}

function isTextCell(cell: HTMLElement, classes: ReadonlySet<string>): boolean {
  return (
    EXCEL_TEXT.test(cell.getAttribute("style") ?? "") ||
    LIBREOFFICE_TEXT.test(cell.getAttribute("sdnum") ?? "") ||
    [...cell.classList].some((name) => classes.has(name))
  );
}

/** Cells by «row column», merged ones counted as wide and high as they are. */
function cellsOf(
  table: HTMLTableElement | null,
): ReadonlyMap<string, HTMLTableCellElement> {
  const cells = new Map<string, HTMLTableCellElement>();
  const taken = new Set<string>();
  for (const [row, line] of [...(table?.rows ?? [])].entries()) {
    let column = 0;
    for (const cell of line.cells) {
      while (taken.has(`${row} ${column}`)) column += 1;
      cells.set(`${row} ${column}`, cell);
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          taken.add(`${row + down} ${column + right}`);
        }
      }
      column += cell.colSpan;
    }
  }
  return cells;
}

/** LibreOffice writes colours as HTML 3 does. Tells whether there were any. */
function moveColours(page: Document): boolean {
  const filled = page.querySelectorAll<HTMLElement>("td[bgcolor]");
  for (const cell of filled) {
    cell.style.backgroundColor = cell.getAttribute("bgcolor") ?? "";
  }
  const written = page.querySelectorAll<HTMLElement>("td font[color]");
  for (const font of written) {
    const cell = font.closest("td");
    if (cell?.textContent === font.textContent) {
      cell.style.color = font.getAttribute("color") ?? "";
    }
  }
  return filled.length + written.length > 0;
}
