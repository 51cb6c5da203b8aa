/** Actions on a book that was never set up, or has lost a tab. */
import { expect, test } from "vitest";
import { memoryWorld } from "../support/memory-ports";
import { preview, SETUP_STEP, worldAfter } from "../support/memory-runs";

test.each(["roadmap", "pair", "order"])(
  "an untouched table is sent to the set-up first by %s",
  (action) => {
    const world = memoryWorld();

    expect(() => preview(world, action, {})).toThrow(/Настроить программу/);
    expect(world.tabs.every(({ title }) => title !== "Пары")).toBe(true);
  },
);

test("a lost tab of a set-up book is sent to the repair", () => {
  const world = worldAfter(SETUP_STEP);
  const lost = world.tabs.findIndex(({ title }) => title === "Дорожная карта");
  world.tabs.splice(lost, 1);

  expect(() => preview(world, "roadmap", { template: "typical" })).toThrow(
    /«Дорожная карта».*Проверить и исправить/,
  );
});
