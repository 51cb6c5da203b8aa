/** People from a tab of the book: copied, or the tab itself made a bank. */
import { expect, test } from "vitest";
import { UserError } from "../../src/domain/errors";
import type { JsonObject } from "../../src/shared/rpc";
import type { MemoryWorld } from "../support/memory-ports";
import {
  cells,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { addTab, shown } from "../support/own-tab";

const HEADER = [
  "№",
  "ФИО наставника",
  "Телефон",
  "Класс рук.",
  "Дата вхождения",
  "Мест",
  "Примечание",
];
const PEOPLE = [
  [
    1,
    "Вересова Людмила Аркадьевна",
    79000000001,
    "7 «А»",
    { date: "2026-09-01" },
    2,
    "=B2",
  ],
  [2, "Сорокопуд Игорь Валентинович", "8 900 000 00 02", "", "", 1, ""],
  ["", "", "", "", "", "", ""],
  [3, "Берестнев Роман Олегович", "", "9 «Б»", "05.09.2026", "", ""],
] as const;

function world(): MemoryWorld {
  return worldAfter(SETUP_STEP);
}

function ownTab(start: MemoryWorld) {
  return addTab(start, "Мои наставники", [HEADER, ...PEOPLE], {
    notes: ["", "кого спросить: Метелева"],
    formulas: new Set(["2:7"]),
  });
}

const ADOPT: JsonObject = { tab: "Мои наставники", adopt: true };

test("the form names the curator's tabs and none of the add-on's", () => {
  const start = world();
  ownTab(start);

  expect(preview(start, "import", { tab: "Мои наставники" }).verb).toBe(
    "Записать 3 человек",
  );
  expect(() => preview(start, "import", { tab: "Наставники" })).toThrow(
    UserError,
  );
  expect(() => preview(start, "import", { tab: "Нет такой" })).toThrow(
    UserError,
  );
  expect(() =>
    preview(start, "import", { tab: "Мои наставники", text: "ФИО\nА Б" }),
  ).toThrow(UserError);
});

test("answers of the add-on's forms are no list of people, those of the curator's own are", () => {
  const start = world();
  run(start, "forms", { questionnaire: "mentor-profile" });
  const forms = start.tabs.find(({ title }) => title === "Анкеты");
  const formId = start.files.find(({ content }) => content === "form")?.id;
  addTab(start, "Анкета – ответы", [HEADER, ...PEOPLE], {
    formUrl: `https://docs.example/forms/d/${formId}/edit`,
  });
  addTab(start, "Моя форма – ответы", [HEADER, ...PEOPLE], {
    formUrl: "https://docs.example/forms/d/other/edit",
  });

  expect(JSON.stringify(forms?.cells)).toContain(formId);
  expect(() => preview(start, "import", { tab: "Анкета – ответы" })).toThrow(
    UserError,
  );
  expect(preview(start, "import", { tab: "Моя форма – ответы" }).verb).toBe(
    "Записать 3 человек",
  );
});

test("a tab is read with dates and numbers as people write them", () => {
  const start = world();
  const tab = ownTab(start);
  const before = shown(tab);
  run(start, "import", { tab: "Мои наставники" });
  const [first] = cells(start, "Наставники");

  expect(first).toContain("Вересова Людмила Аркадьевна");
  expect(first).toContain("79000000001");
  expect(first).toContainEqual({ date: "2026-09-01" });
  expect(cells(start, "Наставники")).toHaveLength(3);
  expect(shown(tab)).toStrictEqual(before);
});

test("merged cells of a tab give each row its class", () => {
  const start = world();
  addTab(
    start,
    "Дети",
    [
      ["Класс", "ФИО наставляемого"],
      ["7 «А»", "Королёва Алёна Дмитриевна"],
      ["", "Василькова Милана Павловна"],
    ],
    { merges: [[2, 1, 2, 1]] },
  );
  run(start, "import", { tab: "Дети" });

  expect(
    cells(start, "Наставляемые").filter((row) => row.includes("7 «А»")),
  ).toHaveLength(2);
});

test("a tab becomes the bank in place: columns, order, formulas stay", () => {
  const start = world();
  const tab = ownTab(start);
  const result = run(start, "import", ADOPT);

  expect(result.state).toBe("done");
  expect(start.tabs.filter(({ title }) => title === "Наставники")).toHaveLength(
    0,
  );
  expect(tab.title).toBe("Мои наставники");
  expect(tab.cells[0]?.slice(0, 7)).toStrictEqual(HEADER);
  expect(tab.cells.slice(1).map((row) => row.slice(0, 7))).toStrictEqual(
    PEOPLE.map((row) => [...row]),
  );
  expect(tab.formulas.has("2:7")).toBe(true);
  expect(tab.notes[1]).toMatch(/ключ: fio$/);
  expect(tab.notes[6] ?? "").toBe("");
  expect(tab.cells[0]).toContain("Код");
  const id = tab.cells[0]?.indexOf("Код") ?? -1;
  expect(tab.cells.map((row) => row[id] ?? "")).toStrictEqual([
    "Код",
    "НМ-001",
    "НМ-002",
    "",
    "НМ-003",
  ]);
});

test("the adopted tab works as the bank, under any title", () => {
  const start = world();
  const tab = ownTab(start);
  run(start, "import", ADOPT);
  tab.title = "Наставники школы";
  const more = {
    text: "ФИО\tМест\nСОРОКОПУД игорь валентинович\t4\nЛасточкина Вера Никитична\t1",
    into: "mentors",
  };
  const seen = preview(start, "import", more);

  expect(seen.verb).toBe("Записать 2 человек");
  run(start, "import", more);
  expect(tab.cells[2]?.[5]).toBe(4);
  expect(tab.cells[5]?.[1]).toBe("Ласточкина Вера Никитична");
});

test("undo gives the tab back as it was and the bank is empty again", () => {
  const start = world();
  const tab = ownTab(start);
  const before = shown(tab);
  const bank = shown(
    start.tabs.find(({ title }) => title === "Наставники") ?? tab,
  );
  run(start, "import", ADOPT);
  run(start, "undo");

  expect(shown(tab)).toStrictEqual(before);
  expect(
    shown(start.tabs.find(({ title }) => title === "Наставники") ?? tab),
  ).toStrictEqual(bank);
  expect(preview(start, "import", ADOPT).verb).not.toBeNull();
});

test("undo leaves an added column that the curator has filled since, without its key", () => {
  const start = world();
  const tab = ownTab(start);
  run(start, "import", ADOPT);
  const at = tab.notes.findIndex((note) =>
    /ключ: achievements$/.test(note ?? ""),
  );
  const header = tab.cells[0]?.[at];
  (tab.cells[1] ?? [])[at] = "Учитель года";
  const seen = preview(start, "undo");
  run(start, "undo");

  expect(seen.problems.map(({ column }) => column)).toStrictEqual([header]);
  expect(tab.cells[0]).toStrictEqual([...HEADER, header]);
  expect(tab.cells[1]?.[7]).toBe("Учитель года");
  expect(tab.notes.join("")).not.toContain("ключ:");
});

test("undo never takes a tab that the curator gave the bank's name for its own", () => {
  const start = world();
  const tab = ownTab(start);
  run(start, "import", ADOPT);
  tab.title = "Наставники";
  run(start, "undo");

  expect(tab.title).not.toBe("Наставники");
  expect(tab.cells[0]).toStrictEqual(HEADER);
});

test("a column whose values the bank would not understand stays, its twin is added", () => {
  const start = world();
  const tab = addTab(start, "Дети", [
    ["Фамилия", "Имя", "Согласие", "Год рождения"],
    ["Королёва", "Алёна", "да", "2012 г.р."],
    ["Василькова", "Милана", "", "2013"],
  ]);
  run(start, "import", { tab: "Дети", adopt: true, into: "mentees" });
  const header = tab.cells[0] ?? [];
  const value = (row: number, key: string) =>
    tab.cells[row]?.[
      tab.notes.findIndex((note) =>
        new RegExp(`ключ: ${key}$`).test(note ?? ""),
      )
    ];

  expect(header.slice(0, 4)).toStrictEqual([
    "Фамилия",
    "Имя",
    "Согласие",
    "Год рождения",
  ]);
  expect(tab.cells[1]?.slice(0, 4)).toStrictEqual([
    "Королёва",
    "Алёна",
    "да",
    "2012 г.р.",
  ]);
  expect(value(1, "fio")).toBe("Королёва Алёна");
  expect(value(1, "consent")).toBe("получено");
  expect(value(2, "consent")).toBe("нет");
  expect(value(1, "birthYear")).toBe(2012);
});

const REFUSED: readonly (readonly [
  string,
  readonly (readonly string[])[],
  RegExp,
])[] = [
  [
    "a title above the header",
    [
      ["Список наставников"],
      ["ФИО наставника", "Мест"],
      ["Вересова Людмила Аркадьевна", "1"],
    ],
    /строке 1/,
  ],
  [
    "totals between the rows",
    [
      ["ФИО наставника", "Мест"],
      ["Вересова Людмила Аркадьевна", "1"],
      ["Итого", "1"],
      ["Берестнев Роман Олегович", "1"],
    ],
    /не о человеке/,
  ],
  [
    "a heading between the rows",
    [
      ["ФИО наставника", "Мест"],
      ["Кафедра математики", ""],
      ["Берестнев Роман Олегович", "1"],
    ],
    /не о человеке/,
  ],
  [
    "both roles",
    [
      ["ФИО", "Роль"],
      ["Вересова Людмила Аркадьевна", "наставник"],
      ["Королёва Алёна Дмитриевна", "наставляемый"],
    ],
    /две вкладки/,
  ],
  ["nobody", [["ФИО наставника", "Мест"]], /ни одного человека/],
];

test.each(REFUSED)(
  "a tab with %s cannot be a bank and is told the other way",
  (_, rows, reason) => {
    const start = world();
    const tab = addTab(start, "Список", rows);
    const before = shown(tab);
    const seen = preview(start, "import", { tab: "Список", adopt: true });

    expect(seen.verb).toBeNull();
    expect(seen.summary.join(" ")).toMatch(/загрузятся копией/);
    expect(seen.problems.map(({ message }) => message).join(" ")).toMatch(
      reason,
    );
    expect(seen.problems.every(({ severity }) => severity === "error")).toBe(
      true,
    );
    run(start, "import", { tab: "Список", adopt: true });
    expect(shown(tab)).toStrictEqual(before);
  },
);

test("a bank with people in it, merged cells and names under codes refuse adoption", () => {
  const start = world();
  ownTab(start);
  addTab(start, "Ещё", [HEADER, ...PEOPLE], { merges: [[2, 1, 2, 1]] });

  expect(
    preview(start, "import", { tab: "Ещё", adopt: true }).problems[0]?.message,
  ).toMatch(/объединённые/);
  run(start, "import", { text: "ФИО наставника\nЛасточкина Вера Никитична" });
  expect(preview(start, "import", ADOPT).problems[0]?.message).toMatch(
    /только пустой/,
  );

  const coded = worldAfter(["setup", { ...SETUP_STEP[1], mode: "По кодам" }]);
  ownTab(coded);
  expect(preview(coded, "import", ADOPT).problems[0]?.message).toMatch(
    /По кодам/,
  );
});
