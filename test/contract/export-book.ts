/** A saved book for the tests of the export. */
import type { BookSnapshot } from "../../host/services/export-snapshot";

/** Texts that spreadsheets like to turn into something else. */
export const HOSTILE = [
  "=1+1",
  "'apostrophe",
  "+7 900 000-00-00",
  "007",
  "TRUE",
  "05.09",
  "<b>&\"'</b>",
  "_x0041_ stays",
  "line\nbreak\ttab",
  "a\rb",
  "  spaces  ",
  "ё🙂й",
  '=IMPORTXML("http://example.org";"//a")',
];

const LONG_TITLE = "Наставники и наставляемые: очень длинное имя";

/** One book with something of everything the export carries over. */
export const snapshot: BookSnapshot = {
  name: "Проба",
  styles: {
    bold: { bl: 1, bg: { rgb: "#ffee00" }, tb: 3, vt: 1 },
    date: { n: { pattern: "dd.mm.yyyy" } },
    text: { n: { pattern: "@" } },
  },
  sheetOrder: ["s1", "s2", "s3"],
  sheets: {
    s1: {
      id: "s1",
      name: "Данные",
      freeze: { xSplit: 1, ySplit: 1, startRow: 1, startColumn: 1 },
      columnData: { 0: { w: 250 }, 2: { hd: 1 } },
      mergeData: [{ startRow: 20, endRow: 20, startColumn: 0, endColumn: 2 }],
      cellData: {
        0: { 0: { v: "Имя", s: "bold" }, 1: { v: "Часы" }, 2: { v: "Дата" } },
        ...Object.fromEntries(
          HOSTILE.map((text, index) => [
            index + 1,
            {
              0: { v: text, t: 4, s: "text" },
              1: { v: index + 1, t: 2 },
              2: { v: 46266, t: 2, s: "date" },
              3: { v: index % 2, t: 3 },
            },
          ]),
        ),
        20: { 0: { v: "Вместе", t: 1 } },
      },
    },
    s2: {
      id: "s2",
      name: LONG_TITLE,
      hidden: 1,
      cellData: {
        0: { 0: { f: "=SUM(hours)", v: 91, t: 2 } },
        1: { 0: { f: '=COUNTIFS(names,"=1+1")', v: 0, t: 2 } },
        2: {
          0: { f: '=TEXTJOIN("; ",TRUE,Данные!B2:B4)', v: "1; 2; 3", t: 1 },
        },
        3: { 0: { f: '=IFERROR(1/0,"")', v: "", t: 1 } },
        4: { 0: { f: "=1/0", v: "#DIV/0!", t: 1 } },
        5: { 0: { f: "=DATE(2026,9,1)", v: 46266, t: 2, s: "date" } },
        6: {
          0: { f: "=A1>10", v: 1, t: 3 },
          1: { f: "=A1+B1", v: 91, t: 2, si: "x" },
        },
        7: { 1: { si: "x", v: 0, t: 2 } },
      },
    },
    s3: {
      id: "s3",
      name: "А/Б?",
      tabColor: "#ff0000",
      cellData: { 0: { 0: { f: `='${LONG_TITLE}'!A1`, v: 91, t: 2 } } },
    },
  },
  resources: [
    {
      name: "SHEET_DEFINED_NAME_PLUGIN",
      data: JSON.stringify({
        a: { name: "hours", formulaOrRefString: "Данные!$B$2:$B$14" },
        b: { name: "names", formulaOrRefString: "Данные!$A$2:$A$3000" },
      }),
    },
    {
      name: "SHEET_NOTE_PLUGIN",
      data: JSON.stringify({
        s1: { 0: { 0: { note: "Кто заполняет <куратор>\nключ: fio" } } },
      }),
    },
    {
      name: "SHEET_DATA_VALIDATION_PLUGIN",
      data: JSON.stringify({
        s1: [
          {
            uid: "1",
            type: "list",
            formula1: JSON.stringify(["да", 'не"т']),
            errorStyle: 1,
            ranges: [{ startRow: 1, endRow: 9, startColumn: 3, endColumn: 3 }],
          },
          {
            uid: "2",
            type: "list",
            formula1: JSON.stringify(["один, два", "три"]),
            errorStyle: 2,
            ranges: [{ startRow: 1, endRow: 9, startColumn: 4, endColumn: 4 }],
          },
          {
            uid: "3",
            type: "date",
            operator: "greaterThanOrEqual",
            formula1: "2026-09-01",
            ranges: [{ startRow: 1, endRow: 9, startColumn: 2, endColumn: 2 }],
          },
        ],
      }),
    },
    {
      name: "SHEET_CONDITIONAL_FORMATTING_PLUGIN",
      data: JSON.stringify({
        s1: [
          {
            cfId: "c",
            stopIfTrue: false,
            ranges: [{ startRow: 1, endRow: 13, startColumn: 0, endColumn: 3 }],
            rule: {
              type: "highlightCell",
              subType: "formula",
              value: "=$B2>10",
              style: { bg: { rgb: "#ff0000" }, bl: 1 },
            },
          },
        ],
      }),
    },
  ],
};
