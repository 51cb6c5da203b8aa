/** Columns of the curator's own may be called anything: they are read, compared, searched and loaded under that name. */
import { expect, test } from "vitest";
import type { Book } from "../../src/book/book";
import { headerNote } from "../../src/book/header";
import { parseTable } from "../../src/book/parse-table";
import { criteriaOf, participants } from "../../src/book/participants";
import { TABLES } from "../../src/book/tables/tables";
import { aBook } from "../../src/book/testing/a-book";
import { scorePair } from "../../src/domain/matching/score";
import {
  cells,
  IMPORT_FEW,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { cell, tabOf } from "../support/memory-tabs";

const HEADINGS = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "topics",
  "consent",
  "age",
  "Ж".repeat(300),
  "🎯",
  "🏀",
  "=СУММ(A1:A9)",
  "+7",
  "-",
  "Қызығушылық",
  '"><b>',
];

const BANKS = ["mentees", "mentors"] as const;

/** Both banks with all headings twice; what stands under the second ones must not count. */
function bookWith(
  criterion: Readonly<Record<string, string>>,
  answers: Readonly<Record<(typeof BANKS)[number], readonly string[]>>,
): Book {
  const { tables, ...rest } = aBook({ criteria: [criterion] });
  const states = BANKS.map((id) => {
    const table = TABLES[id];
    const blank = table.columns.map(({ key }) => (key === "fio" ? "Лев" : ""));
    const raw = {
      values: [
        [
          ...table.columns.map(({ header }) => header),
          ...HEADINGS,
          "",
          ...HEADINGS,
        ],
        [...blank, ...answers[id], "без заголовка", ...HEADINGS.map(() => id)],
      ],
      notes: table.columns.map(headerNote),
      maxRows: 1000,
    };
    return [id, parseTable(table, raw, 0)] as const;
  });
  return { ...rest, tables: { ...tables, ...Object.fromEntries(states) } };
}

test.each(HEADINGS)("a criterion compares the columns «%s»", (heading) => {
  const criterion = {
    id: "К-01",
    name: "Своё",
    weight: "желательно",
    kind: "одинаково",
    menteeField: heading,
    mentorField: heading,
  };
  const mentees = HEADINGS.map((_, at) => `ответ ${at}`);
  const apart = HEADINGS.map((one, at) =>
    one === heading ? "иное" : `ответ ${at}`,
  );
  const scoreOf = (mentors: readonly string[]) => {
    const book = bookWith(criterion, { mentees, mentors });
    const { criteria, problems } = criteriaOf(book);
    const [mentee] = participants(book, "mentee");
    const [mentor] = participants(book, "mentor");
    if (mentee === undefined || mentor === undefined) {
      throw new RangeError("scoreOf: nobody in a bank");
    }
    expect(problems).toStrictEqual([]);
    return scorePair(mentor, mentee, criteria);
  };

  expect(scoreOf(mentees)).toMatchObject({ score: 1000, missing: [] });
  expect(scoreOf(apart)).toMatchObject({ score: 0, missing: [] });
  expect(scoreOf(HEADINGS.map(() => ""))).toMatchObject({
    missing: [{ key: "К-01" }],
  });
});

test("a column of that name is no answer to a question of the bank", () => {
  const answers = HEADINGS.map((heading) => `${heading}: хор`);
  const book = bookWith({}, { mentees: answers, mentors: answers });
  const [mentee] = participants(book, "mentee");

  expect(mentee).toMatchObject({ consent: "no" });
  expect(mentee?.answers["topics"]).toBeUndefined();
  expect(mentee?.answers["age"]).toBeUndefined();
  expect(mentee?.answers["isPrototypeOf"]).toBeUndefined();
});

const start = worldAfter(SETUP_STEP, IMPORT_FEW);

/** The banks with a column of each name and a text in it. */
function widened(text: string) {
  const world = structuredClone(start);
  for (const title of ["Наставляемые", "Наставники"]) {
    const tab = tabOf(world, title);
    for (const heading of HEADINGS) {
      tab.notes.push("");
      const column = tab.notes.length - 1;
      tab.cells.forEach((line, row) => {
        line[column] = row === 0 ? heading : row === 1 ? text : "";
      });
    }
  }
  return world;
}

test("the check names each of the columns where a formula is broken", () => {
  const { problems } = preview(widened("#REF!"), "check");
  const named = (problems ?? []).filter(({ message }) =>
    message.includes("#REF!"),
  );

  for (const heading of HEADINGS) {
    expect(named.filter(({ column }) => column === heading)).toHaveLength(2);
  }
});

test("indicators and pairs count as without the columns", () => {
  const world = widened("хор");

  expect(run(world, "pair").state).toBe("done");
  expect(run(world, "indicators").state).toBe("done");
  const plain = structuredClone(start);
  run(plain, "pair");
  run(plain, "indicators");
  for (const title of ["Пары", "Индикаторы"]) {
    expect(cells(world, title)).toStrictEqual(cells(plain, title));
  }
});

test("a list with such headings is loaded, and none of them is lost or taken for another", () => {
  const world = worldAfter(SETUP_STEP);
  const lines = [
    ["ФИО наставляемого", ...HEADINGS, "", "constructor"],
    ["Лугов Пётр Ильич", ...HEADINGS.map(() => "да"), "x", "y"],
  ];
  const file = lines
    .map((line) => line.map((one) => `"${one.replace(/"/g, '""')}"`).join(";"))
    .join("\n");
  const input = { file, into: "mentees" };
  const { adjust } = preview(world, "import", input);
  const labels = (adjust?.fields ?? []).map(({ label }) => label);

  for (const heading of HEADINGS) {
    expect(labels.some((label) => label.includes(heading))).toBe(true);
  }
  expect(run(world, "import", input).state).toBe("done");
  const bank = tabOf(world, "Наставляемые");
  expect(cell(bank, 2, "fio")).toBe("Лугов Пётр Ильич");
  expect(cell(bank, 2, "topics")).toBe("");
});
