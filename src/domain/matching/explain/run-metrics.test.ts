import { expect, test } from "vitest";
import { NO_RULES } from "../pairing-rules";
import { buildScene } from "../scene";
import { aMentee, aMentor, criterion } from "../testing/people";
import { runMetrics } from "./run-metrics";

const topics = (...values: string[]) => ({ topics: values });

test("counts everything a curator asks of a run", () => {
  const scene = buildScene(
    [
      aMentor({ id: "НМ-001", capacity: 2, answers: topics("а", "б") }),
      aMentor({ id: "НМ-002", answers: topics("а") }),
      aMentor({ id: "НМ-003", form: "ученик – ученик" }),
    ],
    [
      aMentee({
        id: "НСТ-001",
        answers: {
          ...topics("а", "б"),
          grade: "5 «Б»",
          wishes: "НМ-001; НМ-002",
        },
      }),
      aMentee({
        id: "НСТ-002",
        answers: { ...topics("а", "в"), grade: "10 А", wishes: "НМ-001" },
      }),
      aMentee({
        id: "НСТ-003",
        form: "ученик – ученик",
        answers: { grade: "5б" },
      }),
    ],
    [criterion("topics", "important"), criterion("wishes", "off")],
    { ...NO_RULES, minScore: 600, keep: [["НСТ-003", "НМ-003"]] },
  );

  const metrics = runMetrics(
    scene,
    [
      ["НСТ-001", "НМ-001"],
      ["НСТ-002", "НМ-002"],
    ],
    1,
  );

  expect(metrics).toStrictEqual({
    pairs: 2,
    mentees: { matched: 2, all: 3, partly: 0 },
    byForm: [
      { form: "педагог – педагог", matched: 2, all: 2 },
      { form: "ученик – ученик", matched: 0, all: 1 },
    ],
    byClass: [
      { name: "5 «Б»", matched: 1, all: 2 },
      { name: "10 А", matched: 1, all: 1 },
    ],
    total: 1500,
    mean: 750,
    median: 750,
    lowest: 500,
    belowThreshold: 1,
    places: { used: 2, all: 4 },
    loads: [
      { load: 0, mentors: 1 },
      { load: 1, mentors: 2 },
    ],
    firstWishes: { met: 1, of: 2 },
    byHand: 1,
    changes: { made: 2, dropped: 1 },
    blocking: 0,
    words: [
      "Пар: 2. В парах 2 из 3 наставляемых.",
      "По формам: педагог – педагог – 2 из 2; ученик – ученик – 0 из 1.",
      "По классам: 5 «Б» – 1 из 2; 10 А – 1 из 1.",
      "Сумма баллов 1500, средний балл 750, медиана 750, наименьший 500.",
      "Ниже порога 600: 1 пара.",
      "Занято мест: 2 из 4.",
      "Нагрузка: без пар – 1 наставник; по 1 – 2 наставника.",
      "Первое желание исполнено у 1 из 2.",
      "Составлено вручную: 1 пара.",
      "Против прежних пар: новых 2, снято 1.",
      "Нет никаких двоих, кто предпочёл бы друг друга тому, что есть.",
    ],
  });
});

test("has no averages of nothing", () => {
  expect(runMetrics(buildScene([], [], [], NO_RULES), [])).toMatchObject({
    mean: null,
    median: null,
    lowest: null,
    words: [
      "Пар: 0. В парах 0 из 0 наставляемых.",
      "Занято мест: 0 из 0.",
      "Нет никаких двоих, кто предпочёл бы друг друга тому, что есть.",
    ],
  });
});
