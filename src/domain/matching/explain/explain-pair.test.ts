import { expect, test } from "vitest";
import { NO_RULES, type PairingRules } from "../pairing-rules";
import type { IdPair, Participant } from "../participant";
import { buildScene } from "../scene";
import { aMentee, aMentor, criterion } from "../testing/people";
import { explainPair } from "./explain-pair";
import type { PairExplanation } from "./explanation";

const topics = (...values: string[]) => ({ answers: { topics: values } });

/** Two mentees want the same mentor; each topic in common is worth 250 points. */
const MENTORS = [
  aMentor({ id: "НМ-001", ...topics("а", "б", "в", "г") }),
  aMentor({ id: "НМ-002", ...topics("а", "б") }),
];
const MENTEES = [
  aMentee({ id: "НСТ-001", ...topics("а", "б", "в", "г") }),
  aMentee({ id: "НСТ-002", ...topics("а", "б", "в", "д") }),
];
const BEST: readonly IdPair[] = [
  ["НСТ-001", "НМ-001"],
  ["НСТ-002", "НМ-002"],
];

type Case = {
  readonly mentors?: readonly Participant[];
  readonly mentees?: readonly Participant[];
  readonly rules?: Partial<PairingRules>;
  readonly pairs?: readonly IdPair[];
};

function explained(
  [menteeId, mentorId]: IdPair,
  { mentors = MENTORS, mentees = MENTEES, rules = {}, pairs = BEST }: Case = {},
): PairExplanation {
  const scene = buildScene(
    mentors,
    mentees,
    [criterion("topics", "important")],
    {
      ...NO_RULES,
      ...rules,
    },
  );
  return explainPair(scene, pairs, menteeId, mentorId, (id) => id);
}

test("tells all of a pair that stands", () => {
  expect(explained(["НСТ-002", "НМ-002"])).toStrictEqual({
    menteeId: "НСТ-002",
    mentorId: "НМ-002",
    standing: true,
    score: 500,
    completeness: 100,
    parts: [
      {
        name: "Темы: запрос и компетенции",
        points: 500,
        words:
          "Темы: запрос и компетенции – 500 из 1000. Совпадают темы: «а», «б».",
      },
    ],
    missing: [],
    reasons: ["Совпадают темы: «а», «б»."],
    doubt: null,
    rankOfMentor: { place: 2, of: 2, equals: 0 },
    rankOfMentee: { place: 1, of: 2, equals: 1 },
    rankWords:
      "По баллу: среди возможных наставников – 2-й из 2, среди возможных наставляемых – 1-й из 2 (столько же ещё у 1).",
    better: [
      {
        mentorId: "НМ-001",
        score: 750,
        state: "busy",
        holders: [{ menteeId: "НСТ-001", score: 1000 }],
        words: "НМ-001 (750) – все места заняты: НСТ-001 (1000).",
      },
    ],
    betterWords: ["НМ-001 (750) – все места заняты: НСТ-001 (1000)."],
    change: {
      difference: { pairs: 0, total: -250 },
      moves: [
        {
          menteeId: "НСТ-001",
          from: { mentorId: "НМ-001", score: 1000 },
          to: { mentorId: "НМ-002", score: 500 },
        },
        {
          menteeId: "НСТ-002",
          from: { mentorId: "НМ-002", score: 500 },
          to: { mentorId: "НМ-001", score: 750 },
        },
      ],
    },
    changeWords: [
      "Если разбить пару, лучшая замена: пар столько же, −250 баллов в сумме.",
      "НСТ-001: НМ-001 (1000) → НМ-002 (500).",
      "НСТ-002: НМ-002 (500) → НМ-001 (750).",
    ],
    broken: [],
  });
});

test("tells what another mentor would cost", () => {
  expect(explained(["НСТ-002", "НМ-001"])).toMatchObject({
    standing: false,
    change: { difference: { pairs: 0, total: -250 } },
    changeWords: [
      "Если составить эту пару: пар столько же, −250 баллов в сумме.",
      "НСТ-001: НМ-001 (1000) → НМ-002 (500).",
      "НСТ-002: НМ-002 (500) → НМ-001 (750).",
    ],
  });
});

test("says that a pair less comes of breaking the only possible one", () => {
  const { changeWords } = explained(["НСТ-001", "НМ-001"], {
    mentors: [aMentor()],
    mentees: [aMentee()],
    pairs: [["НСТ-001", "НМ-001"]],
  });

  expect(changeWords).toStrictEqual([
    "Если разбить пару, лучшая замена: на 1 пару меньше, сумма баллов та же.",
    "НСТ-001: НМ-001 (0) → без наставника.",
  ]);
});

test("sees a better mentor with a free place, and those whom rules keep away", () => {
  const { betterWords, better } = explained(["НСТ-001", "НМ-002"], {
    mentors: [
      ...MENTORS,
      aMentor({ id: "НМ-003", ...topics("а", "б", "в"), consent: "no" }),
      aMentor({ id: "НМ-004", ...topics("а", "б", "в") }),
    ],
    rules: { past: [{ pair: ["НСТ-001", "НМ-004"], outcome: "banned" }] },
    pairs: [["НСТ-001", "НМ-002"]],
  });

  expect(better.map(({ mentorId, state }) => [mentorId, state])).toStrictEqual([
    ["НМ-001", "free"],
    ["НМ-003", "rule"],
  ]);
  expect(betterWords).toStrictEqual([
    "НМ-001 (1000) – есть свободное место, можно выбрать.",
    "НМ-003 (750) – не подходит: нет согласия.",
    "Ещё у 1 наставника балл выше: не подходят: закрытые правила.",
  ]);
});

test("names the rules that a pair by hand breaks, the closed ones as such", () => {
  const { broken, rankWords } = explained(["НСТ-001", "НМ-001"], {
    mentors: [
      aMentor({ form: "ученик – ученик", answers: { household: "1" } }),
    ],
    mentees: [aMentee({ answers: { household: "1" } })],
    pairs: [],
  });

  expect(broken).toStrictEqual([
    {
      code: "FORM",
      mayOverride: true,
      words:
        "Правило не соблюдено: другая форма наставничества. Оставить пару может только решение куратора с указанием причины.",
    },
    {
      code: null,
      mayOverride: true,
      words:
        "Правило не соблюдено: закрытые правила. Оставить пару может только решение куратора с указанием причины.",
    },
  ]);
  expect(rankWords).toBe("Эту пару по правилам не предложить.");
});

test("says that a pair without consent is never allowed", () => {
  const { broken } = explained(["НСТ-001", "НМ-001"], {
    mentors: [aMentor({ consent: "no" })],
    mentees: [aMentee()],
    pairs: [["НСТ-001", "НМ-001"]],
  });

  expect(broken).toStrictEqual([
    {
      code: "CONSENT",
      mayOverride: false,
      words: "Правило не соблюдено: нет согласия. Такая пара не допускается.",
    },
  ]);
});

test("sees a mentor with more pairs than places", () => {
  const { broken } = explained(["НСТ-001", "НМ-001"], {
    mentors: [aMentor()],
    mentees: [aMentee(), aMentee({ id: "НСТ-002" })],
    pairs: [
      ["НСТ-001", "НМ-001"],
      ["НСТ-002", "НМ-001"],
    ],
  });

  expect(broken.map(({ code }) => code)).toStrictEqual(["CAPACITY_MENTOR"]);
});

test("tells what comes of breaking a locked pair, over capacity too", () => {
  const { change } = explained(["НСТ-001", "НМ-001"], {
    mentors: [aMentor({ capacity: 0 }), aMentor({ id: "НМ-002" })],
    mentees: [aMentee()],
    rules: { locked: [["НСТ-001", "НМ-001"]] },
    pairs: [["НСТ-001", "НМ-001"]],
  });

  expect(change).toMatchObject({
    difference: { pairs: 0, total: 0 },
    moves: [{ menteeId: "НСТ-001", to: { mentorId: "НМ-002" } }],
  });
});

test("leaves a pair alone that a rule demands", () => {
  const { change, changeWords } = explained(["НСТ-001", "НМ-002"], {
    rules: { must: [{ mentee: "НСТ-001", mentors: ["НМ-002"] }] },
    pairs: [["НСТ-001", "НМ-002"]],
  });

  expect(change).toBeNull();
  expect(changeWords).toStrictEqual([
    "Пара обязательна по правилам пар. Чтобы разбить её, измените правило.",
  ]);
});

test("refuses people who are not there", () => {
  expect(() => explained(["НСТ-009", "НМ-001"])).toThrow(
    "explainPair: no pair НСТ-009 – НМ-001",
  );
});
