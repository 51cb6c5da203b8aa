/** The roadmap as an annex of an order: a table on landscape pages, and its timeline by months. */
import { AlignmentType } from "docx";
import { annexTable, paragraph } from "./blocks.mjs";
import { landscape } from "./skeleton.mjs";

/** Sections of the template; tags are filled by `roadmapAnnexData`. */
export function roadmapAnnex() {
  return [
    landscape([
      paragraph(
        "Приложение{#hasAnnexNumber} № {annexNumber}{/hasAnnexNumber}",
        {
          style: "Right",
        },
      ),
      paragraph("к приказу от {shortDate} № {number}", { style: "Right" }),
      paragraph("{title}", {
        style: "Center",
        bold: true,
        spacing: { before: 200, after: 200 },
      }),
      annexTable("rows", [
        { header: "№", width: 14, lines: [{ text: "{number}" }] },
        {
          header: "Наименование этапа",
          width: 50,
          lines: [
            { text: "{#hasSection}{section}" },
            { text: "{/hasSection}{stage}" },
          ],
        },
        {
          header: "Содержание деятельности и примерный план мероприятий",
          width: 77,
          lines: [{ text: "{content}" }],
        },
        { header: "Сроки", width: 34, lines: [{ text: "{dates}" }] },
        {
          header: "Ответственные",
          width: 40,
          lines: [{ text: "{responsible}" }],
        },
        {
          header: "Ожидаемый результат",
          width: 42,
          lines: [{ text: "{result}" }],
        },
      ]),
      ...timeline(),
    ]),
  ];
}

/** Table of months, one for each school year; without years nothing of it stays. */
function timeline() {
  return [
    paragraph("{#years}", { style: "Left" }),
    paragraph("Лента мероприятий: {year} учебный год", {
      style: "Center",
      bold: true,
      keepNext: true,
      spacing: { before: 200, after: 120 },
    }),
    annexTable("months", [
      { header: "№", width: 14, lines: [{ text: "{number}" }] },
      {
        header: "Наименование этапа",
        width: 75,
        lines: [{ text: "{stage}" }],
      },
      ...MONTHS.map((header, index) => ({
        header,
        width: 14,
        lines: [{ text: `{m${index + 1}}`, alignment: AlignmentType.CENTER }],
      })),
    ]),
    paragraph(
      "■ – мероприятие идёт или повторяется в этом месяце; ◆ – событие одного дня.",
      { style: "Left", spacing: { before: 80 } },
    ),
    paragraph("{/years}", { style: "Left" }),
  ];
}

/** From the beginning of the school year. */
const MONTHS = [
  "сен",
  "окт",
  "ноя",
  "дек",
  "янв",
  "фев",
  "мар",
  "апр",
  "май",
  "июн",
  "июл",
  "авг",
];
