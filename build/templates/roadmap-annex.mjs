/** The roadmap as an annex of an order: a table on landscape pages. */
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
    ]),
  ];
}
