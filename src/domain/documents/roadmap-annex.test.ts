/** The roadmap as an annex: its table, its blanks and what it warns about. */
import PizZip from "pizzip";
import { beforeAll, expect, test } from "vitest";
import { buildTemplates } from "../../../build/documents.mjs";
import { fillDocument } from "./fill-document";
import {
  type AnnexRow,
  datesInWords,
  ROADMAP_ANNEX_KIND,
  type RoadmapAnnex,
  roadmapAnnexData,
  roadmapAnnexTitle,
} from "./roadmap-annex";

let templates = "";

beforeAll(async () => {
  templates = (await buildTemplates()).base64;
});

function aRow(row: Partial<AnnexRow> = {}): AnnexRow {
  return {
    number: "1",
    section: "",
    stage: "Подготовка условий",
    content: "Приказ, положение",
    dates: "сентябрь 2026",
    responsible: "директор",
    result: "приказ",
    ...row,
  };
}

function anAnnex(annex: Partial<RoadmapAnnex> = {}): RoadmapAnnex {
  return {
    title: "Дорожная карта",
    annexNumber: "1",
    date: "2026-09-01",
    number: "45-о",
    rows: [aRow()],
    drawn: [],
    ...annex,
  };
}

/** Texts of the paragraphs of the filled document, blank ones left out. */
function lines(annex: RoadmapAnnex): string[] {
  const { data } = roadmapAnnexData(annex);
  const { base64 } = fillDocument(ROADMAP_ANNEX_KIND, data, templates);
  const xml =
    new PizZip(base64, { base64: true }).file("word/document.xml")?.asText() ??
    "";
  return (xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [])
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)/g)]
        .map(([, text]) => text)
        .join(""),
    )
    .filter((text) => text !== "");
}

test("names the order, and every activity in a row", () => {
  expect(lines(anAnnex())).toStrictEqual([
    "Приложение № 1",
    "к приказу от 01.09.2026 № 45-о",
    "Дорожная карта",
    "№",
    "Наименование этапа",
    "Содержание деятельности и примерный план мероприятий",
    "Сроки",
    "Ответственные",
    "Ожидаемый результат",
    "1",
    "Подготовка условий",
    "Приказ, положение",
    "сентябрь 2026",
    "директор",
    "приказ",
  ]);
});

test("a section stands once, above its first activity", () => {
  const rows = [
    aRow({ section: "1. Нормативное", stage: "Положение" }),
    aRow({ section: "1. Нормативное", stage: "Приказ" }),
    aRow({ section: "2. Кадровое", stage: "Курсы {x} & <y>" }),
  ];
  const shown = lines(anAnnex({ rows }));

  expect(
    shown.filter((line) => /Нормативное|Кадровое/.test(line)),
  ).toStrictEqual(["1. Нормативное", "2. Кадровое"]);
  expect(shown.indexOf("Положение")).toBe(shown.indexOf("1. Нормативное") + 1);
  expect(shown).toContain("Курсы {x} &amp; &lt;y&gt;");
});

test("what is not known yet is left to be filled in by hand", () => {
  const [head, order] = lines(
    anAnnex({ annexNumber: "", date: null, number: null }),
  );

  expect(head).toBe("Приложение");
  expect(order).toMatch(/^к приказу от _+.* № _+$/);
});

test("activities without dates or responsible people are named", () => {
  const rows = [
    aRow({ dates: " " }),
    aRow({ number: "", stage: "Итоги", dates: "", responsible: "" }),
  ];

  expect(roadmapAnnexData(anAnnex({ rows })).problems).toStrictEqual([
    "Не указаны сроки этапов: 1, «Итоги».",
    "Не указаны ответственные этапов: «Итоги».",
  ]);
});

test("dates without a text are put into words", () => {
  expect(datesInWords("2026-09-05", "2026-09-05")).toBe("05.09.2026");
  expect(datesInWords("2026-09-05", "2027-05-31")).toBe(
    "05.09.2026 – 31.05.2027",
  );
  expect(datesInWords("", "2026-10-01")).toBe("до 01.10.2026");
  expect(datesInWords("2026-09-01", "")).toBe("с 01.09.2026");
  expect(datesInWords("", "")).toBe("");
});

test("the title names organisation and school year", () => {
  expect(roadmapAnnexTitle(" МБОУ СОШ № 7 ", "2026/2027")).toBe(
    "Дорожная карта (план мероприятий) по реализации целевой модели наставничества в МБОУ СОШ № 7 на 2026/2027 учебный год",
  );
  expect(roadmapAnnexTitle("", "2026/2027")).not.toContain(" в ");
});

test("months follow the table where they are asked for", () => {
  const drawn = [
    {
      number: "1",
      stage: "Подготовка условий",
      start: "2026-09-01",
      end: "2026-10-15",
      mark: "",
    },
  ];
  const shown = lines(anAnnex({ drawn }));

  expect(shown).toContain("Лента мероприятий: 2026/2027 учебный год");
  expect(shown.filter((text) => text === "■")).toHaveLength(2);
  expect(lines(anAnnex()).join()).not.toMatch(/Лента|■/);
});
