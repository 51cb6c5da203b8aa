import { expect, test } from "vitest";
import { NO_RULES } from "../pairing-rules";
import { buildScene } from "../scene";
import { aMentee, aMentor, criterion } from "../testing/people";
import { differenceList } from "./difference-list";

const name = (id: string) => id;

test("sorts pairs into kept, new, changed and lost", () => {
  const list = differenceList(
    [
      ["НСТ-001", "НМ-001"],
      ["НСТ-002", "НМ-002"],
      ["НСТ-003", "НМ-003"],
    ],
    [
      ["НСТ-001", "НМ-001"],
      ["НСТ-002", "НМ-003"],
      ["НСТ-004", "НМ-002"],
    ],
    name,
  );

  expect(list).toStrictEqual({
    kept: [["НСТ-001", "НМ-001"]],
    fresh: [["НСТ-004", "НМ-002"]],
    changed: [{ menteeId: "НСТ-002", from: "НМ-002", to: "НМ-003", why: "" }],
    lost: [{ pair: ["НСТ-003", "НМ-003"], why: "" }],
    summary: "Осталось 1 · новых 1 · изменено 1 · потеряно 1",
    words: [
      "Потеряна: НМ-003 – НСТ-003.",
      "Изменена: НСТ-002 – НМ-002 → НМ-003.",
      "Новая: НМ-002 – НСТ-004.",
    ],
  });
});

test("compares the mentors of a group one by one", () => {
  const list = differenceList(
    [
      ["НСТ-001", "НМ-001"],
      ["НСТ-001", "НМ-002"],
      ["НСТ-001", "НМ-003"],
    ],
    [
      ["НСТ-001", "НМ-002"],
      ["НСТ-001", "НМ-004"],
    ],
    name,
  );

  expect(list.summary).toBe("Осталось 1 · новых 0 · изменено 1 · потеряно 1");
});

test("says why pairs are lost", () => {
  const topics = (...values: string[]) => ({ answers: { topics: values } });
  const scene = buildScene(
    [
      aMentor({ id: "НМ-001", consent: "no" }),
      aMentor({ id: "НМ-002", ...topics("а", "б") }),
      aMentor({ id: "НМ-003" }),
      aMentor({ id: "НМ-004" }),
    ],
    [
      aMentee({ id: "НСТ-001" }),
      aMentee({ id: "НСТ-002", ...topics("а", "в") }),
      aMentee({ id: "НСТ-003", ...topics("а", "б") }),
      aMentee({ id: "НСТ-004" }),
      aMentee({ id: "НСТ-005" }),
    ],
    [criterion("topics", "important")],
    {
      ...NO_RULES,
      past: [{ pair: ["НСТ-005", "НМ-004"], outcome: "banned" }],
    },
  );

  const { lost } = differenceList(
    [
      ["НСТ-001", "НМ-001"],
      ["НСТ-002", "НМ-002"],
      ["НСТ-004", "НМ-003"],
      ["НСТ-005", "НМ-004"],
      ["НСТ-008", "НМ-003"],
      ["НСТ-003", "НМ-009"],
      ["НСТ-003", "НМ-008"],
    ],
    [["НСТ-003", "НМ-002"]],
    name,
    scene,
  );

  expect(lost).toStrictEqual([
    {
      pair: ["НСТ-001", "НМ-001"],
      why: "Больше не подходит: нет согласия.",
    },
    {
      pair: ["НСТ-002", "НМ-002"],
      why: "Место досталось тем, у кого балл выше.",
    },
    { pair: ["НСТ-003", "НМ-009"], why: "Наставника больше нет в банке." },
    {
      pair: ["НСТ-004", "НМ-003"],
      why: "Место наставника свободно: пару можно вернуть.",
    },
    {
      pair: ["НСТ-005", "НМ-004"],
      why: "Больше не подходит: закрытые правила.",
    },
    { pair: ["НСТ-008", "НМ-003"], why: "Наставляемого больше нет в банке." },
  ]);
});

test("says of a changed pair how the score moved", () => {
  const topics = (...values: string[]) => ({ answers: { topics: values } });
  const scene = buildScene(
    [
      aMentor({ id: "НМ-001", ...topics("а") }),
      aMentor({ id: "НМ-002", ...topics("а", "б") }),
    ],
    [aMentee(topics("а", "б"))],
    [criterion("topics", "important")],
    NO_RULES,
  );

  expect(
    differenceList(
      [["НСТ-001", "НМ-001"]],
      [["НСТ-001", "НМ-002"]],
      name,
      scene,
    ).words,
  ).toStrictEqual([
    "Изменена: НСТ-001 – НМ-001 → НМ-002. Балл выше: 500 → 1000.",
  ]);
});

test("finds nothing between two empty sets", () => {
  expect(differenceList([], [], name)).toMatchObject({
    summary: "Осталось 0 · новых 0 · изменено 0 · потеряно 0",
    words: [],
  });
});
