/** What all orders share: fonts, styles, numbering, pages with their header. */
import {
  AlignmentType,
  Header,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  convertMillimetersToTwip as mm,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";

/** Sizes are half-points in docx: 13 pt text, 11 pt tables. */
const TEXT_SIZE = 26;
const TABLE_SIZE = 22;
/** Consents: 12 pt, so that each fits on one sheet. */
const SHEET_SIZE = 24;
const NOTE_SIZE = 18;

/** First-line indent of 1.25 cm. */
const INDENT = { firstLine: mm(12.5) };

const A4 = { width: mm(210), height: mm(297) };
/** Numbering of the points of an order. */
export const POINTS = "points";

/** Document options that every kind spreads: fonts, styles, numbering. */
export const skeleton = {
  creator: "Наставник",
  lastModifiedBy: "Наставник",
  styles: {
    default: {
      document: {
        run: {
          font: "Times New Roman",
          size: TEXT_SIZE,
          language: { value: "ru-RU" },
        },
        paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO } },
      },
    },
    paragraphStyles: [
      style("Body", "Текст приказа", {
        alignment: AlignmentType.JUSTIFIED,
        indent: INDENT,
      }),
      style(
        "Sheet",
        "Текст согласия",
        {
          alignment: AlignmentType.JUSTIFIED,
          indent: INDENT,
          spacing: { line: 240 },
        },
        { size: SHEET_SIZE },
      ),
      style(
        "Hand",
        "Строка для записи",
        { alignment: AlignmentType.LEFT, spacing: { line: 240, before: 80 } },
        { size: SHEET_SIZE },
      ),
      style(
        "Note",
        "Подстрочник",
        { alignment: AlignmentType.CENTER, spacing: { line: 240 } },
        { size: NOTE_SIZE },
      ),
      style("Center", "По центру", { alignment: AlignmentType.CENTER }),
      style("Left", "По левому краю", { alignment: AlignmentType.LEFT }),
      style("Right", "По правому краю", { alignment: AlignmentType.RIGHT }),
      style(
        "Cell",
        "Текст таблицы",
        { alignment: AlignmentType.LEFT, spacing: { line: 240 } },
        { size: TABLE_SIZE },
      ),
      style(
        "CellHead",
        "Заголовок таблицы",
        { alignment: AlignmentType.CENTER, spacing: { line: 240 } },
        { size: TABLE_SIZE },
      ),
    ],
  },
  numbering: {
    config: [
      {
        reference: POINTS,
        levels: [level(0, "%1."), level(1, "%1.%2.")],
      },
    ],
  },
};

/** Portrait page: margins 30/20/20/10 mm, numbers from the second page on. */
export function portrait(children) {
  return {
    properties: {
      titlePage: true,
      page: {
        size: A4,
        margin: margins({ top: 20, right: 10, bottom: 20, left: 30 }),
      },
    },
    headers: { default: pageNumber(), first: new Header({ children: [] }) },
    children,
  };
}

/** Sheets that are documents of their own: no page numbers. */
export function sheets(children) {
  return {
    properties: {
      page: {
        size: A4,
        margin: margins({ top: 20, right: 15, bottom: 15, left: 30 }),
      },
    },
    children,
  };
}

/** Landscape page of an annex: the binding edge is at the top. */
export function landscape(children) {
  return {
    properties: {
      page: {
        size: { ...A4, orientation: PageOrientation.LANDSCAPE },
        margin: margins({ top: 30, right: 20, bottom: 10, left: 20 }),
      },
    },
    headers: { default: pageNumber() },
    children,
  };
}

function margins({ top, right, bottom, left }) {
  return {
    top: mm(top),
    right: mm(right),
    bottom: mm(bottom),
    left: mm(left),
    header: mm(10),
    footer: mm(8),
  };
}

function pageNumber() {
  return new Header({
    children: [
      new Paragraph({
        style: "Center",
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 24 })],
      }),
    ],
  });
}

function style(id, name, paragraphOptions, run = {}) {
  return {
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    paragraph: paragraphOptions,
    run,
  };
}

function level(index, text) {
  return {
    level: index,
    format: LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.SPACE,
    style: { paragraph: { indent: { left: 0, ...INDENT } } },
  };
}
