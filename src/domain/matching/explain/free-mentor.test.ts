import { expect, test } from "vitest";
import { NO_RULES, type PairingRules } from "../pairing-rules";
import type { IdPair, Participant } from "../participant";
import { buildScene } from "../scene";
import { aMentee, aMentor, criterion } from "../testing/people";
import { explainFreeMentor } from "./free-mentor";

const topics = (...values: string[]) => ({ answers: { topics: values } });

function explained(
  mentor: Partial<Participant>,
  mentees: readonly Participant[],
  rules: Partial<PairingRules> = {},
  pairs: readonly IdPair[] = [],
) {
  const scene = buildScene(
    [aMentor({ id: "НМ-001", ...mentor }), aMentor({ id: "НМ-002" })],
    mentees,
    [criterion("topics", "important")],
    { ...NO_RULES, ...rules },
  );
  return explainFreeMentor(scene, pairs, "НМ-001", (id) => id);
}

test.each([
  ["WITHDRAWN", { consent: "withdrawn" }],
  ["NO_CONSENT", { consent: "no" }],
  ["EXCLUDED", { active: false }],
  ["INCOMPLETE", { form: null }],
  ["NO_PLACES", { capacity: 0 }],
  ["NO_ELIGIBLE", { form: "ученик – ученик" }],
] as const)("gives %s to a mentor with %j", (code, change) => {
  const found = explained(change, [aMentee()]);

  expect(found.code).toBe(code);
  expect(found.words).toMatch(/^[А-Я].+\.$/);
});

test("names those who wait, best first", () => {
  const found = explained(topics("а", "б"), [
    aMentee({ id: "НСТ-001", ...topics("а", "в") }),
    aMentee({ id: "НСТ-002", ...topics("а", "б") }),
  ]);

  expect(found).toStrictEqual({
    mentorId: "НМ-001",
    code: "COULD_TAKE",
    places: 1,
    taken: 0,
    funnel: [{ code: null, left: 2, words: "2 наставляемых" }],
    funnelWords: "2 наставляемых",
    words:
      "Подходят и ждут наставника: НСТ-002 (1000), НСТ-001 (500). Составьте пару или повторите подбор.",
  });
});

test("says that all who fit have a mentor", () => {
  const found = explained(
    {},
    [aMentee(), aMentee({ id: "НСТ-002", consent: "no" })],
    {},
    [["НСТ-001", "НМ-002"]],
  );

  expect(found).toMatchObject({
    code: "ALL_PAIRED",
    funnelWords: "2 наставляемых → 1 с согласием → 0 без пары",
    words:
      "Все, кто подходит (1), уже в парах; балл там не ниже, чем был бы здесь, у 1 из них.",
  });
});

test("says why nobody fits, closed rules as such", () => {
  const found = explained(
    { answers: { household: "7" } },
    [
      aMentee({ id: "НСТ-001", answers: { household: "7" } }),
      aMentee({ id: "НСТ-002", form: "ученик – ученик" }),
      aMentee({ id: "НСТ-003" }),
    ],
    { past: [{ pair: ["НСТ-003", "НМ-001"], outcome: "banned" }] },
  );

  expect(found.words).toBe(
    "Ни один из 3 наставляемых не подходит: закрытые правила – 2; другая форма наставничества – 1.",
  );
});

test("tells the threshold from rules, and the reserve from full places", () => {
  const mentees = [aMentee(topics("а", "б"))];

  expect(explained(topics("а"), mentees, { minScore: 600 })).toMatchObject({
    code: "BELOW_MIN",
    words:
      "Лучший возможный балл – 500, а порог – 600. Снизьте порог на вкладке «Настройки» или уточните темы и время.",
  });
  expect(
    explained({}, mentees, { reserve: [{ mentor: "НМ-001", places: 1 }] }),
  ).toMatchObject({
    code: "RESERVED",
    words:
      "Свободные места в резерве по вкладке «Правила пар» (всего: 1 место).",
  });
  expect(explained({}, mentees, {}, [["НСТ-001", "НМ-001"]]).code).toBe("FULL");
});
