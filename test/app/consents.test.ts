/** Consents through the actions: documents once, dates for many, the gate that follows, by codes without names. */
import { expect, test } from "vitest";
import { answer } from "../../src/app/rpc";
import { TABLES } from "../../src/book/tables/tables";
import { UserError } from "../../src/domain/errors";
import { type MemoryWorld, memoryPorts } from "../support/memory-ports";
import {
  cells,
  IMPORT_FEW,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";

function at(
  table: "consents" | "mentees" | "mentors" | "settings",
  key: string,
): number {
  return TABLES[table].columns.findIndex((column) => column.key === key);
}

type Cells = readonly unknown[];

/** Column of a bank or of the register by the code in its rows. */
function column(
  world: MemoryWorld,
  table: "consents" | "mentees" | "mentors" | "settings",
  key: string,
): ReadonlyMap<unknown, unknown> {
  const tab = cells(world, TABLES[table].title) as Cells[];
  return new Map(
    tab.map((row) => [row[at(table, "id")], row[at(table, key)] ?? ""]),
  );
}

function put(
  world: MemoryWorld,
  table: "consents" | "mentees" | "mentors" | "settings",
  id: string,
  values: Readonly<Record<string, string | number | { date: string }>>,
): void {
  const tab = world.tabs.find((one) => one.title === TABLES[table].title);
  const row = tab?.cells.find((one) => one[at(table, "id")] === id);
  if (row === undefined) {
    throw new RangeError(`no ${id}`);
  }
  for (const [key, value] of Object.entries(values)) {
    row[at(table, key)] = value;
  }
}

const world = () => worldAfter(SETUP_STEP, IMPORT_FEW);

test("prints what is missing once: a sheet per person and kind, a row per signature", () => {
  const book = world();
  put(book, "mentees", "НСТ-001", { birthYear: 2010, consent: "нет" });
  put(book, "mentees", "НСТ-002", { birthYear: 2015, consent: "нет" });
  const codes = "нст-001, HCT-002";
  const before = book.files.length;
  const kind = "processing";
  expect(run(book, "consents", { kind, codes }).state).toBe("done");
  const rows = cells(book, "Согласия") as Cells[];

  expect(
    rows.map((row) => [
      row[at("consents", "person")],
      row[at("consents", "signer")],
      row[at("consents", "state")],
    ]),
  ).toStrictEqual([
    ["НСТ-001", "родитель (законный представитель)", "выдано на подпись"],
    ["НСТ-001", "сам участник", "выдано на подпись"],
    ["НСТ-002", "родитель (законный представитель)", "выдано на подпись"],
  ]);
  expect(book.files.length - before).toBe(1);
  expect(rows[0]?.[at("consents", "link")]).toContain("https://");

  const again = preview(book, "consents", { kind, codes });

  expect(again.verb).toBeNull();
  expect(again.summary[0]).toContain("уже выдано");
  expect(run(book, "undo").state).toBe("done");
  expect(cells(book, "Согласия")).toHaveLength(0);
  expect(book.files.filter((file) => !file.trashed)).toHaveLength(before);
});

test("makes a file for each person when asked", () => {
  const book = world();
  const result = run(book, "consents", {
    kind: "photo",
    files: "each",
    codes: "НСТ-001 НСТ-002 НМ-001",
  });

  expect(result.state).toBe("done");
  expect(book.files.filter((file) => !file.trashed)).toHaveLength(3);
});

test("the gate follows the register; who is not in it keeps the curator's word", () => {
  const book = world();
  put(book, "mentees", "НСТ-001", { birthYear: 2010, consent: "нет" });
  put(book, "mentees", "НСТ-002", { birthYear: 2010, consent: "получено" });
  const one = { kind: "processing", codes: "НСТ-001", signed: "2026-09-01" };
  run(book, "consentsReceived", { ...one, signer: "parent" });

  expect(column(book, "mentees", "consent").get("НСТ-001")).toBe("нет");
  run(book, "consentsReceived", { ...one, signer: "self" });

  expect(column(book, "mentees", "consent").get("НСТ-001")).toBe("получено");
  expect(column(book, "mentees", "consent").get("НСТ-002")).toBe("получено");
  put(book, "consents", "СГ-0001", { withdrawn: { date: "2026-09-07" } });
  const pairs = preview(book, "pair");

  expect(JSON.stringify(pairs.details)).not.toContain(
    column(book, "mentees", "fio").get("НСТ-001"),
  );
  run(book, "pair");

  expect(column(book, "mentees", "consent").get("НСТ-001")).toBe("отозвано");
  expect(column(book, "consents", "state").get("СГ-0001")).toBe("отозвано");
});

test("a date that cannot be read never opens the gate", () => {
  const book = world();
  run(book, "consentsReceived", {
    kind: "processing",
    codes: "НМ-001",
    signed: "2026-09-01",
  });

  expect(column(book, "mentors", "consent").get("НМ-001")).toBe("получено");
  put(book, "consents", "СГ-0001", { withdrawn: "вчера" });
  run(book, "pair");

  expect(column(book, "mentors", "consent").get("НМ-001")).toBe("отозвано");
});

test("marks everybody on the list at once and fills the rows that were handed out", () => {
  const book = world();
  for (const id of column(book, "mentees", "consent").keys()) {
    put(book, "mentees", String(id), { consent: "нет", birthYear: 2012 });
  }
  run(book, "consents", { kind: "processing" });
  const handed = cells(book, "Согласия").length;
  run(book, "consentsReceived", {
    kind: "processing",
    signed: "2026-09-05",
    until: "2027-08-31",
    kept: "папка 12",
  });

  expect(cells(book, "Согласия")).toHaveLength(handed);
  expect([
    ...new Set(column(book, "consents", "state").values()),
  ]).toStrictEqual(["действует"]);
  expect([
    ...new Set(column(book, "mentees", "consent").values()),
  ]).toStrictEqual(["получено"]);
});

test("refuses a day to come, an end before the beginning, unknown codes", () => {
  const book = world();
  const given = { kind: "processing", codes: "НСТ-404" };

  expect(() =>
    preview(book, "consentsReceived", { ...given, signed: "2026-09-08" }),
  ).toThrow(UserError);
  expect(() =>
    preview(book, "consentsReceived", {
      ...given,
      signed: "2026-09-01",
      until: "2026-08-31",
    }),
  ).toThrow(UserError);
  const { problems, verb } = preview(book, "consentsReceived", {
    ...given,
    signed: "2026-09-01",
  });

  expect(verb).toBeNull();
  expect(problems[0]?.message).toContain("НСТ-404");
});

test("lists who lacks what with reasons; the reminder names nobody", () => {
  const book = world();
  put(book, "mentees", "НСТ-001", { birthYear: 2012, consent: "нет" });
  const { details, copy, verb } = preview(book, "consentsLack", {
    due: "2026-09-20",
  });
  const line = details[0]?.rows?.find(([id]) => id === "НСТ-001");

  expect(verb).toBeNull();
  expect(line?.[3]).toBe(
    "не получено, нужна подпись родителя и самого участника, точный возраст неизвестен (год рождения 2012), поэтому на оба случая",
  );
  expect(copy).toContain("до 20.09.2026");
  for (const name of column(book, "mentees", "fio").values()) {
    expect(copy).not.toContain(name);
  }
});

test("by codes only marks stand in consents, even where a name was left", () => {
  const book = world();
  put(book, "settings", "mode", { value: "По кодам" });
  const [name] = [...column(book, "mentees", "fio").values()];
  run(book, "consents", { kind: "photo", codes: "НСТ-001" });
  const record = cells(book, "Отмена действий").at(-1);
  const stored = JSON.stringify([record, cells(book, "Документы")]);

  expect(stored).toContain("{{НСТ-001}}");
  expect(stored.includes(String(name))).toBe(false);
});

test("an order leaves out the mentor who took the labour consent back, and tells of those unknown", () => {
  const book = world();
  run(book, "pair");
  run(book, "approve");
  const before = preview(book, "order");
  const mentor = "НМ-001";

  expect(before.problems.map(({ message }) => message).join()).toContain(
    "Не записано письменное согласие наставника",
  );
  run(book, "consentsReceived", {
    kind: "mentoring",
    codes: mentor,
    signed: "2026-09-01",
  });
  put(book, "consents", "СГ-0001", { withdrawn: { date: "2026-09-06" } });
  const after = preview(book, "order");

  expect(after.details[0]?.rows?.length).toBeLessThan(
    before.details[0]?.rows?.length ?? 0,
  );
  expect(after.problems.map(({ message }) => message).join()).toContain(
    "отозвано 06.09.2026",
  );
});

test("the panel tells of consents that end soon and of who came of age", () => {
  const book = world();
  const given = { kind: "processing", signed: "2025-09-01" };
  put(book, "mentees", "НСТ-001", {
    birthDate: { date: "2008-09-07" },
    consent: "нет",
  });
  put(book, "mentees", "НСТ-002", { birthYear: 1999, consent: "нет" });
  run(book, "consentsReceived", { ...given, codes: "НСТ-001" });
  run(book, "consentsReceived", {
    ...given,
    codes: "НСТ-002",
    until: "2026-09-30",
  });
  const { today } = answer(
    memoryPorts(book),
    { take: () => null },
    "panel",
    "{}",
  ) as {
    readonly today: readonly { readonly text: string }[];
  };
  const texts = today.map(({ text }) => text);

  expect(texts).toContain("Скоро истекает согласие: 1 человек.");
  expect(texts).toContain("Совершеннолетие, нужно личное согласие: 1 человек.");
});

test.each([
  ["Дата рождения", "05.03.2012", { date: "2012-03-05" }],
  ["Год рождения", "5 марта 2012 г.", { date: "2012-03-05" }],
  ["Дата рождения", "2012", ""],
])(
  "a list with «%s» and «%s» gives the year, and the date where it is whole",
  (header, written, date) => {
    const book = worldAfter(SETUP_STEP);
    const text = `Роль;ФИО;${header}\nнаставляемый;Чиж Мила Олеговна;${written}`;
    run(book, "import", { text, into: "auto" });

    expect([...column(book, "mentees", "birthYear").values()]).toStrictEqual([
      2012,
    ]);
    expect([...column(book, "mentees", "birthDate").values()]).toStrictEqual([
      date,
    ]);
  },
);

test("«По кодам» keeps the year of birth alone", () => {
  const book = worldAfter(["setup", { ...SETUP_STEP[1], mode: "По кодам" }]);
  const text = "Код;Форма;Дата рождения\nНСТ-001;ученик – ученик;05.03.2012";
  run(book, "import", { text, into: "mentees" });

  expect(JSON.stringify(book.tabs)).not.toContain("2012-03-05");
});

test("tells of register rows that count for nothing and of cases without consent", () => {
  const book = world();
  run(book, "consentsReceived", {
    kind: "photo",
    codes: "НСТ-001",
    signed: "2026-09-01",
  });
  put(book, "consents", "СГ-0001", { person: "НСТ-777" });
  put(book, "mentees", "НСТ-002", { caseLink: "https://shkola.example/case" });
  const messages = preview(book, "check").problems.map(
    ({ message }) => message,
  );

  expect(messages.join("\n")).toContain("Кода «НСТ-777» нет в банках.");
  expect(messages.join("\n")).toContain("согласие на распространение");
});
