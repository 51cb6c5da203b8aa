/** Erasure of a person: nothing of them is left in any tab, property, answer, file or undo record. */
import { expect, test } from "vitest";
import { UserError } from "../../src/domain/errors";
import { cutWorlds } from "../support/cut-worlds";
import { finalState, type MemoryWorld } from "../support/memory-ports";
import {
  cells,
  IMPORT_STEP,
  preview,
  run,
  runnerOn,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { cell, rowWith, setCell, tabOf } from "../support/memory-tabs";
import { addTab } from "../support/own-tab";
import { bookWithTraces } from "../support/traced-book";

/** What must not be found anywhere afterwards. */
const TRACES = [
  /Вересов/i,
  /Людмил/i,
  /Аркадьевн/i,
  /900[\s.()-]*000[\s.()-]*00[\s.()-]*01(?!\d)/,
  /veresova/i,
  /звонить вечером/,
  /секретный ответ/,
];

/** Tabs, properties, answers and live files as one text; settings name officials. */
function everything(world: MemoryWorld): string {
  return JSON.stringify([
    world.tabs.filter(({ title }) => title !== "Настройки"),
    world.properties,
    world.responses,
  ]);
}

function expectNoTrace(world: MemoryWorld): void {
  const text = everything(world);
  expect(TRACES.filter((trace) => trace.test(text))).toStrictEqual([]);
}

test("leaves no trace of the person in tabs, properties, answers and undo", () => {
  const world = bookWithTraces();
  for (const trace of TRACES) {
    expect(everything(world)).toMatch(trace);
  }
  expect(JSON.stringify(world.properties)).toMatch(/Вересов/);
  expect(run(world, "erase", { codes: "нм-001" }).state).toBe("done");

  expectNoTrace(world);
  expect(cells(world, "Отмена действий").flat().join()).not.toContain("НМ-001");
  expect(preview(world, "undo").summary.join()).not.toContain("Удалить");
});

test("shows every cell before it goes, the curator's own too, and says that it cannot be undone", () => {
  const { summary, details, verb } = preview(bookWithTraces(), "erase", {
    codes: "НМ-001",
  });
  const cellRows = details.find(({ title }) => title === "По ячейкам")?.rows;

  expect(summary[0]).toMatch(/без возможности вернуть: НМ-001/);
  expect(verb).toBe("Удалить данные 1 человека");
  for (const line of [
    ["Наставники, 2", "ФИО наставника", "пусто"],
    ["Наставники, 2", "Примечание куратора", "пусто"],
    ["Наставники, 3", "Примечание куратора", "работает вместе с НМ-001"],
    ["Правила пар, 2", "Код наставника", "НМ-002"],
    ["Журнал, 2", "Что сделано", "Вписана НМ-001."],
  ]) {
    expect(cellRows).toContainEqual(line);
  }
});

test("keeps what is counted: codes, form, marks of answers, who took part", () => {
  const world = bookWithTraces();
  const mentees = tabOf(world, "Наставляемые");
  const pairs = tabOf(world, "Пары");
  const pair = rowWith(pairs, "mentorId", "НМ-001");
  const mentee = rowWith(mentees, "id", String(cell(pairs, pair, "menteeId")));
  const before = {
    paired: cell(mentees, mentee, "paired"),
    form: cell(tabOf(world, "Наставники"), 2, "form"),
    answers: cells(world, "Ответы").length,
  };
  run(world, "erase", { codes: "НМ-001", ground: "request" });
  const mentors = tabOf(world, "Наставники");

  expect(cell(mentors, 2, "id")).toBe("НМ-001");
  expect(cell(mentors, 2, "form")).toBe(before.form);
  expect(cell(mentors, 2, "status")).toBe("выбыл");
  expect(cell(mentors, 2, "consent")).toBe("нет");
  expect(cell(mentors, 2, "erased")).toStrictEqual({ date: "2026-09-07" });
  expect(cell(mentors, 2, "work")).toBe("");
  expect(cell(pairs, pair, "status")).toBe("прекращена досрочно");
  expect(cell(pairs, pair, "mentor")).toBe("{{НМ-001}}");
  expect(cells(world, "Ответы")).toHaveLength(before.answers);
  expect(cell(tabOf(world, "Правила пар"), 2, "mentorIds")).toBe("НМ-002");
  expect(cell(mentees, 2, "wishes")).toBe("НМ-002");
  const roadmap = tabOf(world, "Дорожная карта");
  expect(cell(roadmap, rowWith(roadmap, "id", "Э-90"), "responsible")).toBe(
    "НМ-001, (удалено)",
  );
  expect(world.responses[0]?.rows.map(({ row }) => row)).toStrictEqual([4]);
});

test("counts an erased mentee who took part as before", () => {
  const world = worldAfter(
    SETUP_STEP,
    IMPORT_STEP,
    ["pair", {}],
    ["approve", {}],
  );
  const pairs = tabOf(world, "Пары");
  const id = String(cell(pairs, 2, "menteeId"));
  const mentees = tabOf(world, "Наставляемые");
  const row = rowWith(mentees, "id", id);
  const counted = () =>
    ["paired", "category", "headcount", "form"].map((key) =>
      cell(mentees, row, key),
    );
  const before = counted();
  run(world, "erase", { codes: id });
  run(world, "rescore");

  expect(before[0]).toBe(1);
  expect(counted()).toStrictEqual(before);
});

test("takes the answers in once: an erased answer never comes back", () => {
  const world = bookWithTraces();
  const answered = structuredClone(world.responses);
  run(world, "erase", { codes: "НМ-001" });
  // The form could not be reached: its rows are still there.
  world.responses.splice(0, 1, ...answered);

  expect(preview(world, "intake").verb).toBeNull();
});

test("puts the person's own file into the bin and makes a protocol without names", () => {
  const world = bookWithTraces();
  run(world, "erase", {
    codes: "НМ-001",
    paper: "№ 15 от 01.09.2026, Вересова Л.А.",
  });
  const documents = tabOf(world, "Документы");
  const row = rowWith(documents, "kind", "протокол");

  expect(cell(documents, row, "title")).toBe(
    "Протокол удаления персональных данных: НМ-001",
  );
  expect(cell(documents, row, "link")).not.toBe("");
  expect(world.files.at(-1)?.trashed).toBe(false);
  const { details } = preview(bookWithTraces(), "erase", { codes: "НМ-001" });
  expect(JSON.stringify(details)).toMatch(/Д-001 \(приказ, черновик\)/);
});

test("erases one person in both roles by the common key", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  const mentors = tabOf(world, "Наставники");
  const mentees = tabOf(world, "Наставляемые");
  setCell(mentors, 2, "personKey", "НМ-001");
  setCell(mentees, 2, "personKey", "НМ-001");
  setCell(mentees, 2, "fio", "Вересова Людмила Аркадьевна");
  const { verb } = preview(world, "erase", { codes: "НСТ-001" });
  run(world, "erase", { codes: "НСТ-001" });

  expect(verb).toBe("Удалить данные 1 человека");
  expectNoTrace(world);
});

test("names a likely second row and the curator's own tabs, and changes neither", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  setCell(
    tabOf(world, "Наставляемые"),
    2,
    "fio",
    "Вересова Людмила Аркадьевна",
  );
  setCell(tabOf(world, "Наставляемые"), 2, "birthYear", 1968);
  addTab(world, "Мой список", [["Кто"], ["Вересова Людмила"], ["Берестнев"]]);
  const { problems } = preview(world, "erase", { codes: "НМ-001" });

  expect(problems).toContainEqual(
    expect.objectContaining({ tab: "Мой список", row: 2 }),
  );
  expect(problems.map(({ message }) => message).join()).toMatch(
    /НСТ-001 – тот же человек, что НМ-001/,
  );
  run(world, "erase", { codes: "НМ-001" });
  expect(cells(world, "Мой список")).toContainEqual(["Вересова Людмила"]);
});

test("erases everybody who took the consent back, and nobody twice", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  setCell(tabOf(world, "Наставники"), 2, "consent", "отозвано");
  setCell(tabOf(world, "Наставляемые"), 3, "consent", "отозвано");
  run(world, "erase", { who: "withdrawn" });

  expectNoTrace(world);
  expect(cell(tabOf(world, "Наставляемые"), 3, "fio")).toBe("");
  expect(cell(tabOf(world, "Наставники"), 2, "consent")).toBe("отозвано");
  expect(preview(world, "erase", { who: "withdrawn" }).verb).toBeNull();
  expect(
    preview(world, "erase", { codes: "НМ-001" }).problems[0]?.message,
  ).toBe("НМ-001: данные уже удалены.");
});

test("a list does not fill an erased row again, by its code neither", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP, [
    "erase",
    { codes: "НМ-001" },
  ]);
  const text = "Код;ФИО;Роль\nНМ-001;Вересова Людмила Аркадьевна;наставник";
  run(world, "import", { text, into: "auto" });
  const mentors = tabOf(world, "Наставники");

  expect(cell(mentors, 2, "fio")).toBe("");
  expect(cell(mentors, mentors.cells.length, "fio")).toBe(
    "Вересова Людмила Аркадьевна",
  );
  expect(cell(mentors, mentors.cells.length, "id")).toBe("НМ-013");
});

test("erases a name typed into a book kept by codes", () => {
  const [action, input] = SETUP_STEP;
  const world = worldAfter(
    [action, { ...input, mode: "По кодам" }],
    IMPORT_STEP,
  );
  const mentors = tabOf(world, "Наставники");
  setCell(mentors, 2, "fio", "Вересова Людмила Аркадьевна");
  const journal = tabOf(world, "Журнал");
  setCell(journal, 2, "summary", "Вересову Л. А. просили перезвонить.");
  run(world, "erase", { codes: "НМ-001" });

  expect(cell(mentors, 2, "fio")).toBe("");
  expect(cell(journal, 2, "summary")).toBe("НМ-001 просили перезвонить.");
});

test("says what to do without a code or with a wrong one", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);

  expect(() => preview(world, "erase", {})).toThrow(UserError);
  expect(preview(world, "erase", { codes: "НМ-999" })).toMatchObject({
    verb: null,
    problems: [expect.objectContaining({ severity: "error" })],
  });
});

test("is finished after a cut at any call", () => {
  const whole = bookWithTraces();
  const cuts = cutWorlds(whole, () => run(whole, "erase", { codes: "НМ-001" }));
  const end = finalState(whole).join("\n");
  expect(cuts.length).toBeGreaterThan(10);
  for (const { world, call } of cuts) {
    if (finalState(world).join("\n") !== end) finish(world);

    expectNoTrace(world);
    expect(finalState(world).join("\n"), `call ${call}`).toBe(end);
  }
});

function finish(world: MemoryWorld): void {
  try {
    if ((world.properties["run"] ?? "") !== "") {
      expect(runnerOn(world).resume().state).toBe("done");
      return;
    }
  } catch (error) {
    if (!(error instanceof UserError && error.code === "CUT_BEFORE_START")) {
      throw error;
    }
  }
  run(world, "erase", { codes: "НМ-001" });
}

test("calls as often for many people as for one", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  const many = structuredClone(world);
  world.calls = 0;
  many.calls = 0;
  preview(world, "erase", { codes: "НМ-001" });
  preview(many, "erase", {
    codes: "НМ-001, НМ-002, НСТ-001, НСТ-002, НСТ-003",
  });

  expect(many.calls).toBe(world.calls);
});
