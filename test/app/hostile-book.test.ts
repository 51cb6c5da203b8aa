/** Any cell, code or header may hold anything: every action answers or says what to mend. */
import { expect, test } from "vitest";
import { ACTIONS } from "../../src/app/actions/actions";
import { TABLE_IDS, TABLES } from "../../src/book/tables/tables";
import { UserError } from "../../src/domain/errors";
import { textOfWorld } from "../support/cut-worlds";
import type { MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_FEW,
  runnerOn,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { setCell, tabOf } from "../support/memory-tabs";

const start = worldAfter(SETUP_STEP, IMPORT_FEW, ["pair", {}], ["approve", {}]);

const TEXTS = [
  "__proto__",
  "constructor",
  "toString",
  "=1+1",
  "{{#x}}{/}",
  "\ud800\u0000\u202e",
  "1e999",
  "-1",
  "99999999999999999999",
  "; ; : ,",
  "НСТ-001\u200b",
  "х".repeat(50_000),
];

/** What went wrong in a way that no curator can mend. */
function failures(world: MemoryWorld): string[] {
  const inputs: readonly (readonly [string, object])[] = [
    ...Object.keys(ACTIONS).map((id) => [id, {}] as const),
    ["setup", SETUP_STEP[1]],
    ["import", IMPORT_FEW[1]],
    ["forms", { questionnaire: "mentor-profile" }],
    ["order", { date: "2026-09-07" }],
  ];
  const before = textOfWorld(world);
  const failed = inputs.flatMap(([action, input]) => {
    try {
      runnerOn(world).preview(action, input as never);
      return [];
    } catch (error) {
      return error instanceof UserError && /[а-я]/.test(error.message)
        ? []
        : [`${action}: ${String(error)}`.slice(0, 300)];
    }
  });
  return textOfWorld(world) === before
    ? failed
    : [...failed, "a preview has written"];
}

const PLACES = TABLE_IDS.flatMap((id) => {
  const { title, columns } = TABLES[id];
  const tab = start.tabs.find((one) => one.title === title);
  return tab === undefined
    ? []
    : columns.flatMap(({ key }) => {
        const column = tab.notes.findIndex((note) =>
          note.endsWith(`ключ: ${key}`),
        );
        return column === -1 ? [] : [{ title, key, column }];
      });
});

/** Columns that are spoilt together: a few, so that they do not hide each other. */
const AT_ONCE = 4;

const SPOILT = PLACES.flatMap((first, at) => {
  const nth = PLACES.filter(({ title }) => title === first.title).indexOf(
    first,
  );
  const places = PLACES.slice(at, at + AT_ONCE)
    .filter(({ title }) => title === first.title)
    .map((place, index) => ({
      ...place,
      text: TEXTS[(at + index) % TEXTS.length] ?? "",
    }));
  const keys = places.map(({ key }) => key).join(", ");
  return nth % AT_ONCE === 0 ? [{ title: first.title, keys, places }] : [];
});

// All texts in all places take minutes and were tried once: 213 by 12.
test.each(SPOILT)("$title: $keys", ({ title, places }) => {
  const world = structuredClone(start);
  const cells = world.tabs.find((one) => one.title === title)?.cells ?? [];
  while (cells.length < 2) {
    cells.push([]);
  }
  for (const { column, text } of places) {
    (cells[1] ?? [])[column] = text;
  }

  expect(failures(world)).toStrictEqual([]);
});

test.each(["__proto__", "constructor", "toString", "valueOf", "{{x}}"])(
  "a criterion over the curator's own columns «%s» breaks nothing",
  (header) => {
    const world = structuredClone(start);
    for (const title of ["Наставляемые", "Наставники"]) {
      const tab = tabOf(world, title);
      const column = tab.notes.length;
      tab.notes.push("");
      for (const [row, cells] of tab.cells.entries()) {
        cells[column] = row === 0 ? header : "шахматы";
      }
    }
    const criteria = tabOf(world, "Критерии");
    setCell(criteria, 2, "mentorField", header);
    setCell(criteria, 2, "menteeField", header);

    expect(failures(world)).toStrictEqual([]);
  },
);
