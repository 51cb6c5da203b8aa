/** Roadmaps of other schools, printed to a PDF by hand and read back. */

import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";
import type { StageField } from "./roadmap";

type Sample = {
  readonly fields: readonly StageField[];
  /** Header first, the number in the first cell. */
  readonly rows: readonly (readonly string[])[];
};

const SCHOOL: Sample = {
  fields: ["name", "content", "dateText", "responsible", "result"],
  rows: [
    [
      "№ п/п",
      "Наименование этапа",
      "Мероприятия",
      "Сроки",
      "Ответственный",
      "Ожидаемый результат",
    ],
    [
      "1.",
      "Подготовительный этап",
      "Изучение нормативной базы федерального и регионального уровня. Издание приказа о внедрении целевой модели наставничества. Разработка и утверждение положения о наставничестве.",
      "август – сентябрь 2025 г.",
      "Директор, заместитель директора по УВР",
      "Пакет локальных актов размещён на сайте школы",
    ],
    [
      "2.",
      "Формирование базы наставляемых",
      "Анкетирование обучающихся и педагогов, желающих принять участие в программе. Сбор согласий на обработку персональных данных.",
      "до 15 октября 2025 г.",
      "Куратор, классные руководители",
      "Сформирована база наставляемых с перечнем запросов",
    ],
    [
      "3.",
      "Формирование базы наставников",
      "Проведение мероприятий для информирования потенциальных наставников. Собеседование с кандидатами, анализ анкет.",
      "15.10.2025 – 31.10.2025",
      "Куратор, педагог-психолог",
      "Сформирована база наставников",
    ],
    [
      "4.",
      "Обучение наставников",
      "Подбор программ обучения и методических материалов. Проведение обучающих семинаров «Школа наставника».",
      "ноябрь 2025 г.",
      "Куратор",
      "Наставники готовы к работе",
    ],
    [
      "5.",
      "Организация работы пар и групп",
      "Первая встреча наставника и наставляемого. Встреча-планирование рабочего процесса. Регулярные встречи, обратная связь участников.",
      "в течение учебного года",
      "Наставники",
      "Индивидуальные планы выполнены",
    ],
    [
      "6.",
      "Завершение программы",
      "Проведение мониторинга личной удовлетворённости участников. Торжественное мероприятие для подведения итогов и награждения лучших наставников.",
      "май 2026 г.",
      "Администрация, куратор",
      "Приказ о поощрении, лучшие практики опубликованы",
    ],
  ],
};

const KINDERGARTEN: Sample = {
  fields: ["name", "dateText", "responsible", "result"],
  rows: [
    [
      "№",
      "Наименование мероприятий",
      "Срок реализации",
      "Ответственный исполнитель",
      "Результат. Вид документа",
    ],
    [
      "1",
      "Назначение куратора внедрения целевой модели",
      "Сентябрь 2026",
      "Заведующий",
      "Приказ",
    ],
    [
      "2",
      "Разработка программы наставничества и индивидуальных планов развития педагогов",
      "до 01.10.2026",
      "Старший воспитатель, рабочая группа",
      "Программа, планы",
    ],
    [
      "3",
      "Консультации для молодых педагогов по ведению документации и организации режимных моментов",
      "ежемесячно",
      "Наставники",
      "Конспекты консультаций",
    ],
    [
      "4",
      "Взаимопосещение занятий с последующим анализом",
      "1 раз в квартал",
      "Наставники, молодые педагоги",
      "Карты анализа занятий",
    ],
    [
      "5",
      "Конкурс профессионального мастерства среди наставнических пар",
      "Март 2027",
      "Старший воспитатель",
      "Справка об итогах конкурса",
    ],
    [
      "6",
      "Подведение итогов работы за год на педагогическом совете",
      "до 31 мая 2027 г.",
      "Заведующий, старший воспитатель",
      "Протокол педсовета",
    ],
  ],
};

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Cells one after the other; a cell of one line shares it with the next cell. */
function extracted(cells: readonly (readonly string[])[]): readonly string[] {
  const lines: string[] = [];
  let open = "";
  for (const [first, ...others] of cells) {
    open = `${open} ${first ?? ""}`.trim();
    if (others.length > 0) {
      lines.push(open, ...others.slice(0, -1));
      open = "";
      lines.push(others[others.length - 1] ?? "");
    }
  }
  return open === "" ? lines : [...lines, open];
}

/** The table as it is copied out of a PDF with pages of `pageLines` lines. */
function printed(
  { rows }: Sample,
  widths: readonly number[],
  gap: string,
  pageLines: number,
): string {
  const lines: string[] = [];
  let used = 0;
  for (const row of rows) {
    const cells = row.map((cell, index) => wrap(cell, widths[index] ?? 20));
    const height = Math.max(...cells.map(({ length }) => length));
    const room = pageLines - used;
    const fits = height <= room || room < 2;
    const here = fits ? height : room;
    lines.push(...extracted(cells.map((cell) => cell.slice(0, here))));
    used += here;
    if (!fits || used >= pageLines) {
      lines.push("\f");
      lines.push(...extracted(cells.map((cell) => cell.slice(here))));
      used = height - here;
    }
  }
  return `Дорожная карта наставничества${gap}${lines.join(gap)}`;
}

const LAYOUTS: readonly [string, Sample, readonly number[]][] = [
  ["narrow columns", SCHOOL, [5, 18, 34, 16, 18, 22]],
  ["wide columns", SCHOOL, [5, 24, 48, 18, 20, 26]],
  ["a wide name", KINDERGARTEN, [5, 40, 14, 20, 20]],
  ["a narrow name", KINDERGARTEN, [5, 28, 18, 26, 16]],
];

const CASES = LAYOUTS.flatMap(([label, sample, widths]) =>
  ["\n", " \n\n"].flatMap((gap) =>
    [1000, 34, 25].map(
      (page) => [label, JSON.stringify(gap), page, sample, widths] as const,
    ),
  ),
);

test.each(CASES)(
  "reads %s, lines apart by %s, pages of %d lines",
  (_, gap, page, sample, widths) => {
    const text = printed(sample, widths, JSON.parse(gap), page);

    const { stages } = readRoadmap(text);

    const flat = (cell: string) => cell.replace(/\s+/g, " ");
    expect(
      stages.map((stage) => sample.fields.map((field) => flat(stage[field]))),
    ).toStrictEqual(sample.rows.slice(1).map((row) => row.slice(1)));
  },
);

test("does not take lists inside a cell for rows", () => {
  const { stages } = readRoadmap(
    [
      "№ Этап Содержание Сроки Ответственные",
      "1. Подготовка",
      "1. Приказ о назначении.",
      "2. Положение о программе.",
      "3. План работы.",
      "август 2026 г.",
      "Директор",
      "2. Обучение",
      "1. Семинар для наставников.",
      "2. Встреча пар.",
      "октябрь 2026 г.",
      "Куратор",
    ].join("\n"),
  );

  expect(stages.map(({ name, dateText }) => [name, dateText])).toStrictEqual([
    ["Подготовка", "август 2026 г."],
    ["Обучение", "октябрь 2026 г."],
  ]);
  expect(stages[0]?.content).toBe(
    "1. Приказ о назначении.\n2. Положение о программе.\n3. План работы.",
  );
});

test("does not take a numbered text without dates and people for a table", () => {
  const text = Array.from(
    { length: 400 },
    (_, index) => `${(index % 9) + 1}. Положение вступает в силу немедленно.`,
  ).join("\n");

  expect(readRoadmap(text).stages).toStrictEqual([]);
});

test.each([
  ["1.1.", "1. Подготовка"],
  ["1.1", "Раздел 1. Подготовка"],
  ["1.1.", "I. Подготовка"],
])("reads rows numbered «%s» under «%s»", (first, heading) => {
  const dot = first.endsWith(".") ? "." : "";
  const second = heading.replace("Подготовка", "Работа").replace("1", "2");
  const { stages } = readRoadmap(
    [
      "№ Мероприятие Срок Ответственные",
      heading,
      `${first} Приказ о назначении`,
      "куратора",
      "август 2026 г.",
      "Директор",
      `1.2${dot} Анкетирование`,
      "сентябрь 2026 г. Куратор",
      second.replace("I. Р", "II. Р"),
      `2.1${dot} Встречи пар`,
      "октябрь 2026 г. Наставники",
    ].join("\n"),
  );

  expect(
    stages.map(({ number, name, dateText, responsible }) =>
      [number, name, dateText, responsible].join(" | "),
    ),
  ).toStrictEqual([
    "1.1 | Приказ о назначении куратора | август 2026 г. | Директор",
    "1.2 | Анкетирование | сентябрь 2026 г. | Куратор",
    "2.1 | Встречи пар | октябрь 2026 г. | Наставники",
  ]);
  expect(stages[0]?.section).toBe(heading);
});
