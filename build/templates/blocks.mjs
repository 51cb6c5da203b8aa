/** Blocks of orders: paragraphs, points, head, signature, tables. */
import {
  BorderStyle,
  HeightRule,
  convertMillimetersToTwip as mm,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { POINTS } from "./skeleton.mjs";

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};

export function paragraph(text, options = {}) {
  const { bold, ...rest } = options;
  return new Paragraph({
    style: "Left",
    ...rest,
    children: [new TextRun({ text, ...(bold ? { bold } : {}) })],
  });
}

/** A numbered point of the order: level 0 is «1.», level 1 is «1.1.». */
export function point(text, pointLevel = 0, options = {}) {
  return paragraph(text, {
    style: "Body",
    numbering: { reference: POINTS, level: pointLevel },
    ...options,
  });
}

/** Organisation, ПРИКАЗ, date left, number right, place, heading. */
export function orderHead() {
  return [
    paragraph("{organizationFull}", { style: "Center", bold: true }),
    paragraph("{#hasShortName}", { style: "Center" }),
    paragraph("({organizationShort})", { style: "Center" }),
    paragraph("{/hasShortName}", { style: "Center" }),
    new Paragraph({
      style: "Center",
      spacing: { before: 360, after: 300 },
      children: [
        new TextRun({ text: "ПРИКАЗ", bold: true, characterSpacing: 60 }),
      ],
    }),
    row([
      cell([paragraph("{date}")], 90),
      cell([paragraph("№ {number}", { style: "Right" })], 80),
    ]),
    paragraph("{city}", { style: "Center", spacing: { before: 200 } }),
    paragraph("{title}", {
      bold: true,
      spacing: { before: 360, after: 300 },
      indent: { right: mm(60) },
      keepNext: true,
    }),
  ];
}

/** Neither the signature nor «В дело» begins a page alone. */
const KEPT = { keepNext: true };

/** Signature of the head: position, line, initials before the surname. */
export function signature() {
  return [
    paragraph("", { spacing: { before: 360 }, keepNext: true }),
    row([
      cell([paragraph("{headPosition}", KEPT)], 78),
      cell([paragraph("_______________", { style: "Center", ...KEPT })], 42),
      cell([paragraph("{headName}", { style: "Right", ...KEPT })], 50),
    ]),
  ];
}

/** «С приказом ознакомлены»: one line per person. */
export function acquaintance() {
  return [
    paragraph("{#hasAcquainted}"),
    paragraph("С приказом ознакомлены:", {
      spacing: { before: 480, after: 120 },
      keepNext: true,
    }),
    // The condition ends before the table: a section must not end with a
    // condition, its page settings would go with it.
    paragraph("{/hasAcquainted}"),
    row(
      [
        cell([paragraph("{#acquainted}___________________", KEPT)], 50),
        cell([paragraph("{name}", KEPT)], 56),
        cell(
          [
            paragraph("«____» ___________ 20___ г.{/acquainted}", {
              style: "Right",
              ...KEPT,
            }),
          ],
          64,
        ),
      ],
      SIGNATURE_ROW,
    ),
    paragraph("В дело № ____________", { spacing: { before: 360 } }),
  ];
}

/** A bordered table: a header row that repeats, and one row per item. */
export function annexTable(loop, columns) {
  const last = columns.length - 1;
  const bodyCell = (column, index) => {
    const lines = column.lines.map((line) => ({ ...line }));
    const first = lines[0];
    const final = lines[lines.length - 1];
    if (index === 0) {
      first.text = `{#${loop}}${first.text}`;
    }
    if (index === last) {
      final.text = `${final.text}{/${loop}}`;
    }
    return new TableCell({
      width: width(column.width),
      margins: CELL_MARGINS,
      children: lines.map(({ text, ...options }) =>
        paragraph(text, { style: "Cell", ...options }),
      ),
    });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map((column) => mm(column.width)),
    width: width(columns.reduce((sum, column) => sum + column.width, 0)),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(
          (column) =>
            new TableCell({
              width: width(column.width),
              margins: CELL_MARGINS,
              verticalAlign: VerticalAlignTable.CENTER,
              children: [paragraph(column.header, { style: "CellHead" })],
            }),
        ),
      }),
      new TableRow({
        cantSplit: true,
        children: columns.map(bodyCell),
      }),
    ],
  });
}

/** Cell margins in twips: a little air around the text. */
const CELL_MARGINS = { top: 40, bottom: 40, left: 80, right: 80 };

/** Cells side by side without borders; a tab stop would break long texts. */
export function row(cells, rowOptions = {}) {
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    columnWidths: cells.map((one) => mm(one.width)),
    width: width(cells.reduce((sum, one) => sum + one.width, 0)),
    rows: [
      new TableRow({
        cantSplit: true,
        ...rowOptions,
        children: cells.map(
          (one) =>
            new TableCell({
              width: width(one.width),
              borders: NO_BORDERS,
              margins: { left: 0, right: 0 },
              verticalAlign: VerticalAlignTable.BOTTOM,
              children: one.children,
            }),
        ),
      }),
    ],
  });
}

/** Height to sign by hand. */
const SIGNATURE_ROW = {
  height: { value: mm(9), rule: HeightRule.ATLEAST },
};

export function cell(children, widthInMillimeters) {
  return { children, width: widthInMillimeters };
}

function width(millimeters) {
  return { size: mm(millimeters), type: WidthType.DXA };
}
