/** The yearly look through the banks: «Сегодня» asks, the action notes day and person. */
import { expect, test } from "vitest";
import { answer } from "../../src/app/rpc";
import type { PanelState } from "../../src/shared/rpc";
import { type MemoryWorld, memoryPorts } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { cell, rowWith, setCell, tabOf } from "../support/memory-tabs";

function today(world: MemoryWorld): PanelState["today"] {
  const state = answer(memoryPorts(world), { take: () => null }, "panel", "{}");
  return (state as PanelState).today.filter(
    ({ action }) => action === "banks-updated",
  );
}

test("asks once a year to go through the banks, and notes who did", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  expect(today(world)).toStrictEqual([]);
  const settings = tabOf(world, "Настройки");
  const period = rowWith(settings, "id", "periodFrom");
  setCell(settings, period, "value", "01.09.2025");
  settings.cells[period - 1] = (settings.cells[period - 1] ?? []).map((one) =>
    one === "01.09.2025" ? { date: "2025-09-01" } : one,
  );

  expect(today(world)).toStrictEqual([
    {
      text: "Банки не обновлялись год (с 01.09.2025).",
      action: "banks-updated",
      verb: "Обновить",
      input: { which: "both" },
    },
  ]);
  run(world, "banks-updated", { which: "mentors", day: "2026-09-06" });
  expect(today(world).map(({ text }) => text)).toStrictEqual([
    "Банк наставляемых не обновлялся год (с 01.09.2025).",
  ]);
  const row = (key: string) => rowWith(settings, "id", key);
  expect(cell(settings, row("mentorsUpdated"), "value")).toStrictEqual({
    date: "2026-09-06",
  });
  expect(cell(settings, row("banksUpdatedBy"), "value")).toBe(
    "kurator@example.org",
  );
  const { details } = preview(world, "banks-updated", { day: "2026-09-07" });
  expect(details[1]?.lines?.[0]).toBe(
    "Прежняя отметка: 06.09.2026, kurator@example.org.",
  );
  settings.cells.splice(row("menteesUpdated") - 1, 1);
  run(world, "banks-updated", { which: "mentees", day: "2026-09-07" });
  expect(today(world)).toStrictEqual([]);
});
