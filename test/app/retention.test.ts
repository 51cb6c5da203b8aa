/** How long data of each purpose are kept, and what «Сегодня» says when the time is over. */
import { expect, test } from "vitest";
import { answer } from "../../src/app/rpc";
import type { PanelState } from "../../src/shared/rpc";
import { type MemoryWorld, memoryPorts } from "../support/memory-ports";
import {
  cells,
  IMPORT_FEW,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { cell, rowWith, setCell, tabOf } from "../support/memory-tabs";

const KINDS = [
  "обработка персональных данных",
  "распространение персональных данных",
  "фото и видео",
  "участие ребёнка в программе",
  "работа наставника (ст. 351.8 ТК РФ)",
] as const;

function addConsent(
  world: MemoryWorld,
  kind: string,
  values: Readonly<Record<string, string>>,
): void {
  const tab = tabOf(world, "Согласия");
  tab.cells.push(tab.notes.map(() => ""));
  const row = tab.cells.length;
  setCell(tab, row, "id", `СГ-${String(row).padStart(4, "0")}`);
  setCell(tab, row, "kind", kind);
  setCell(tab, row, "signer", "сам участник");
  for (const [key, value] of Object.entries(values)) {
    setCell(tab, row, key, value);
  }
}

function keptUntil(world: MemoryWorld): unknown[] {
  const tab = tabOf(world, "Согласия");
  return tab.cells.slice(1).map((_, at) => {
    const value = cell(tab, at + 2, "keepUntil");
    return typeof value === "object" && value !== null && "date" in value
      ? value.date
      : value;
  });
}

function setting(world: MemoryWorld, key: string, value: string | number) {
  const tab = tabOf(world, "Настройки");
  setCell(tab, rowWith(tab, "id", key), "value", value);
}

function today(world: MemoryWorld): PanelState["today"] {
  const state = answer(memoryPorts(world), { take: () => null }, "panel", "{}");
  return (state as PanelState).today;
}

test("shows in the register until when each purpose is kept", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_FEW);
  for (const kind of KINDS) {
    addConsent(world, kind, { person: "НМ-001", signed: "01.09.2026" });
  }
  setting(world, "photoYears", 1);
  run(world, "repair");
  // The programme ends on 31.05.2027; labour papers count from the signature.

  expect(keptUntil(world)).toStrictEqual([
    "2030-05-31",
    "2030-05-31",
    "2028-05-31",
    "2030-05-31",
    "2076-09-01",
  ]);
});

test("follows a withdrawal, a term of its own, the person's own end", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_FEW);
  const [processing] = KINDS;
  const signed = "01.09.2026";
  addConsent(world, processing, {
    person: "НМ-001",
    signed,
    withdrawn: "05.09.2026",
  });
  addConsent(world, processing, {
    person: "НМ-002",
    signed,
    until: "31.12.2026",
  });
  addConsent(world, processing, { person: "НМ-003", signed });
  setCell(tabOf(world, "Наставники"), 4, "finished", "31.01.2027");
  addConsent(world, processing, { person: "НМ-999", signed });
  run(world, "repair");

  expect(keptUntil(world)).toStrictEqual([
    "2026-10-05",
    "2026-12-31",
    "2030-01-31",
    "",
  ]);
});

test("puts the same years into the consent documents", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_FEW);
  setting(world, "photoYears", 1);
  const before = preview(world, "consents", { kind: "photo", codes: "НМ-001" });
  setting(world, "photoYears", 2);
  const after = preview(world, "consents", { kind: "photo", codes: "НМ-001" });

  expect(before.fingerprint).not.toBe(after.fingerprint);
});

/** Two whose programme ended long ago, one of them with an own later term. */
function longAgo(): MemoryWorld {
  const world = worldAfter(SETUP_STEP, IMPORT_FEW);
  const mentees = tabOf(world, "Наставляемые");
  for (const row of [2, 3, 4]) {
    setCell(mentees, row, "status", "завершил");
    setCell(mentees, row, "finished", "31.05.2022");
  }
  addConsent(world, KINDS[0], {
    person: "НСТ-003",
    signed: "01.09.2021",
    until: "31.12.2030",
  });
  return world;
}

test("asks in «Сегодня» for those whose time is over, until they are erased", () => {
  const world = longAgo();

  expect(today(world)).toContainEqual({
    text: "Истёк срок хранения: 2 человека.",
    action: "erase",
    verb: "Удалить данные",
    input: { who: "expired" },
  });
  const { details, verb } = preview(world, "erase", { who: "expired" });
  expect(verb).toBe("Удалить данные 2 человек");
  expect(
    details[0]?.rows?.map(([code, , until]) => [code, until]),
  ).toStrictEqual([
    ["НСТ-001", "31.05.2025"],
    ["НСТ-002", "31.05.2025"],
  ]);
  run(world, "erase", { codes: "НСТ-001", ground: "expired" });
  expect(today(world).map(({ text }) => text)).toContain(
    "Истёк срок хранения: 1 человек.",
  );
  run(world, "erase", { who: "expired" });
  expect(today(world).map(({ action }) => action)).not.toContain("erase");
  expect(cell(tabOf(world, "Наставляемые"), 4, "fio")).not.toBe("");
  expect(cells(world, "Документы").length).toBe(2);
});

test("keeps silent about people of the present programme", () => {
  const world = worldAfter(
    SETUP_STEP,
    IMPORT_FEW,
    ["pair", {}],
    ["approve", {}],
  );

  expect(today(world).map(({ action }) => action)).not.toContain("erase");
});

test("gives the last day for data of a withdrawn consent", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_FEW);
  addConsent(world, KINDS[0], {
    person: "НМ-001",
    signed: "01.09.2026",
    withdrawn: "05.09.2026",
  });

  expect(today(world)).toContainEqual({
    text: "Согласие отозвано: 1 человек. Удалите данные до 05.10.2026.",
    action: "erase",
    verb: "Удалить данные",
    input: { who: "withdrawn" },
  });
});
