/** Pairs under bad treatment: empty books, hostile texts, double clicks, two curators, a municipality. */
import { expect, test } from "vitest";
import { peopleCsv } from "../../bench/people";
import { onSheetEdit } from "../../src/app/live/on-sheet-edit";
import { explainRow } from "../../src/app/pairs/explain-row";
import { readBook, readMemory } from "../../src/app/run/read-book";
import { UserError } from "../../src/domain/errors";
import { memoryPorts, memoryWorld } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  runnerOn,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { at, cell, rowsOf, setCell, tabOf } from "../support/memory-tabs";
import { draftAndOther, type } from "../support/pair-edits";

const PAIR_ACTIONS = [
  "pair",
  "approve",
  "rescore",
  "rematch",
  "criteria",
  "variant-save",
  "variant-compare",
  "variant-adopt",
  "undo",
  "repair",
  "check",
];

const SET_UP = worldAfter(SETUP_STEP);
const PEOPLE = worldAfter(SETUP_STEP, IMPORT_STEP);
for (const cells of tabOf(PEOPLE, "Наставники").cells.slice(1)) {
  cells[at(tabOf(PEOPLE, "Наставники"), "capacity")] = 6;
}
const PAIRED = structuredClone(PEOPLE);
run(PAIRED, "pair");

test.each(PAIR_ACTIONS)(
  "%s on an empty book explains itself or does nothing",
  (id) => {
    for (const world of [memoryWorld(), structuredClone(SET_UP)]) {
      const before = JSON.stringify(world.tabs);
      let told = "";
      try {
        const found = preview(world, id, {});
        told = [
          ...found.summary,
          ...found.problems.map(({ message }) => message),
        ].join();
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        told = (error as Error).message;
      }
      expect(told).toMatch(/[а-я]{3}/);
      expect(JSON.stringify(world.tabs)).toBe(before);
    }
  },
);

const HOSTILE = [
  ["a key of every object", "__proto__"],
  ["a method of every object", "constructor"],
  ["a formula", '=HYPERLINK("http://x";"y")'],
  ["markup", "<img src=x onerror=alert(1)>"],
  ["marks of replacement", "$& $1 $`"],
  ["a mark of the mode by codes", "{{НСТ-001}}"],
  ["characters nobody sees", "а\u202eб\u0000в"],
  ["two codes", "НМ-001; НМ-002"],
  ["pictures", "\ud83d\ude00".repeat(300)],
  ["a long text", "я".repeat(2000)],
  ["quotes", "'; DROP TABLE \"\\"],
] as const;

test.each(HOSTILE)("%s as a name, a topic and a code", (_, text) => {
  const world = structuredClone(PEOPLE);
  for (const title of ["Наставники", "Наставляемые"]) {
    const bank = tabOf(world, title);
    setCell(bank, 2, "fio", text);
    setCell(bank, 2, "topics", text);
    setCell(bank, 2, "interests", text);
    setCell(bank, 3, "wishes", text);
    setCell(bank, 3, "refuses", text);
  }
  run(world, "pair");
  const pairs = tabOf(world, "Пары");
  const { row, own } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", text);

  expect(String(cell(pairs, row, "doubt"))).toMatch(
    /нет в банке|Исправьте код/,
  );
  expect(String(tabOf(world, "Журнал").cells.at(-1))).not.toContain(text);
  run(world, "undo");
  expect(cell(pairs, row, "mentorId")).toBe(own);
  run(world, "approve");
  run(world, "undo");
  for (const one of [2, 3, 4]) {
    const { book } = readBook(
      memoryPorts(world),
      readMemory(memoryPorts(world)),
      {
        tables: [
          "settings",
          "lists",
          "mentees",
          "mentors",
          "criteria",
          "pairs",
          "pairRules",
        ],
        responses: false,
      },
    );
    expect(explainRow(book, "mentees", one).sections.length).toBeGreaterThan(0);
  }
});

test.each(["pair", "approve", "undo"])(
  "a double click on %s does it once",
  (id) => {
    const world = structuredClone(id === "pair" ? PEOPLE : PAIRED);
    if (id === "undo") {
      const { row, other } = draftAndOther(world);
      type(world, "Пары", row, "mentorId", other);
    }
    const { fingerprint, today, seed } = preview(world, id);
    const request = { action: id, input: {}, fingerprint, today, seed };
    runnerOn(world).apply(request);
    const once = JSON.stringify(tabOf(world, "Пары").cells);
    const second = runnerOn(world).apply(request);

    expect(second.state).toBe("changed");
    expect(JSON.stringify(tabOf(world, "Пары").cells)).toBe(once);
  },
);

test("an edit by hand between another curator's preview and confirmation stops the confirmation", () => {
  const world = structuredClone(PAIRED);
  const { fingerprint, today, seed } = preview(world, "approve");
  world.user = "drugoy@example.org";
  const { row, other } = draftAndOther(world);
  type(world, "Пары", row, "mentorId", other);
  world.user = "kurator@example.org";
  const request = { action: "approve", input: {}, fingerprint, today, seed };

  expect(runnerOn(world).apply(request).state).not.toBe("more");
});

test("an edit by hand while somebody else holds the document changes nothing", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  const { row, other } = draftAndOther(world);
  setCell(pairs, row, "mentorId", other);
  const before = JSON.stringify(world.tabs);
  const ports = memoryPorts(world);
  onSheetEdit(
    {
      ...ports,
      lock: {
        hold: () => {
          throw new UserError("BUSY", "занято");
        },
      },
    },
    {
      tabId: pairs.id,
      row,
      column: at(pairs, "mentorId") + 1,
      rows: 1,
      columns: 1,
      oldValue: "НМ-001",
      user: "",
    },
  );

  expect(JSON.stringify(world.tabs)).toBe(before);
  expect(preview(world, "rescore").verb).not.toBeNull();
});

test("headers renamed, columns moved: pairs are chosen, approved, edited and taken back", () => {
  const world = structuredClone(PEOPLE);
  for (const title of ["Пары", "Наставники", "Наставляемые"]) {
    const tab = tabOf(world, title);
    for (const cells of [tab.notes, ...tab.cells]) {
      while (cells.length < tab.notes.length) {
        cells.push("");
      }
      cells.reverse();
    }
    tab.cells[0] = (tab.cells[0] ?? []).map((_, index) => `Графа ${index}`);
  }
  run(world, "pair");
  const { pairs, row, own, other } = draftAndOther(world);
  const count = pairs.cells.length;
  expect(count).toBeGreaterThan(10);
  type(world, "Пары", row, "mentorId", other);
  expect(cell(pairs, row, "source")).toBe("вручную");
  run(world, "undo");
  expect(cell(pairs, row, "mentorId")).toBe(own);
  run(world, "approve");
  expect(rowsOf(pairs, "status").flat()).toStrictEqual(
    Array(count - 1).fill("утверждена"),
  );
});

test("codes pasted over mentors of many rows and columns mark the rows once", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  const last = pairs.cells.length;
  for (let row = 2; row <= last; row += 1) {
    setCell(pairs, row, "mentorId", "НМ-001");
  }
  world.calls = 0;
  onSheetEdit(memoryPorts(world), {
    tabId: pairs.id,
    row: 1,
    column: 1,
    rows: last + 50,
    columns: pairs.notes.length,
    oldValue: null,
    user: "",
  });

  expect(rowsOf(pairs, "source").flat()).toStrictEqual(
    Array(last - 1).fill("пересчитать"),
  );
  expect(world.calls).toBeLessThan(8);
  run(world, "rescore");
  expect(
    preview(world, "approve")
      .problems.map(({ message }) => message)
      .join(),
  ).toMatch(/Мест у наставника НМ-001/);
});

test("a large book: one edit reads a small part of the book, and the calls do not grow", () => {
  const calls = (["school", "large"] as const).map((size) => {
    const world = worldAfter(SETUP_STEP, [
      "import",
      {
        file: size === "school" ? peopleCsv(30, 12) : peopleCsv(600, 200),
        into: "auto",
      },
    ]);
    run(world, "pair");
    run(world, "approve");
    const pairs = tabOf(world, "Пары");
    const other = rowsOf(pairs, "mentorId", "form").find(
      ([id, form]) =>
        id !== cell(pairs, 2, "mentorId") && form === cell(pairs, 2, "form"),
    )?.[0];
    setCell(pairs, 2, "mentorId", String(other));
    let cells = 0;
    const ports = memoryPorts(world);
    const counted: typeof ports = {
      ...ports,
      workbook: {
        ...ports.workbook,
        read: (...args) => {
          const read = ports.workbook.read(...args);
          for (const { values } of Object.values(read)) {
            cells += values.length * (values[0]?.length ?? 0);
          }
          return read;
        },
        readBlock: (tabId, block, withFormulas) => {
          cells += block.rows * block.columns * (withFormulas === true ? 2 : 1);
          return ports.workbook.readBlock(tabId, block, withFormulas);
        },
      },
    };
    world.calls = 0;
    onSheetEdit(counted, {
      tabId: pairs.id,
      row: 2,
      column: at(pairs, "mentorId") + 1,
      rows: 1,
      columns: 1,
      oldValue: "НМ-001",
      user: "",
    });
    const whole = ["Пары", "Наставники", "Наставляемые"]
      .map((title) => tabOf(world, title).cells)
      .reduce((sum, grid) => sum + 2 * grid.length * (grid[0]?.length ?? 0), 0);

    expect(cell(pairs, 2, "source")).toBe("вручную");
    if (size === "large") {
      expect(cells / whole).toBeLessThan(0.25);
    }
    return world.calls;
  });

  expect(calls[1]).toBe(calls[0]);
}, 120_000);
