import { expect, test } from "vitest";
import type { Weight } from "../criteria";
import { NO_RULES } from "../pairing-rules";
import { buildScene } from "../scene";
import { solve } from "../solve";
import { aMentee, aMentor, criterion } from "../testing/people";
import { trade } from "./trade";

function solved(wishes: Weight) {
  const scene = buildScene(
    [
      aMentor({
        id: "НМ-001",
        answers: { topics: ["а"], wishes: ["НСТ-002"] },
      }),
      aMentor({
        id: "НМ-002",
        answers: { topics: ["б"], wishes: ["НСТ-001"] },
      }),
    ],
    [
      aMentee({
        id: "НСТ-001",
        answers: { topics: ["а"], wishes: ["НМ-002"] },
      }),
      aMentee({
        id: "НСТ-002",
        answers: { topics: ["б"], wishes: ["НМ-001"] },
      }),
    ],
    [criterion("topics", "desirable"), criterion("wishes", wishes)],
    NO_RULES,
  );
  const result = solve(scene.instance);
  return { scene, pairs: result.status === "error" ? [] : result.pairs };
}

test("tells what mutual choice costs and gives", () => {
  expect(trade(solved("minor"), solved("important"))).toStrictEqual({
    total: -1000,
    pairs: 0,
    blocking: -2,
    firstWishes: 2,
    words:
      "Пар столько же; сумма по прежним критериям −1000 баллов; двоих, кто предпочёл бы друг друга, меньше на 2 пары; первых желаний исполнено больше на 2.",
  });
});

test("tells nothing of criteria that change nothing", () => {
  expect(trade(solved("minor"), solved("minor")).words).toBe(
    "Пар столько же; сумма по прежним критериям та же; двоих, кто предпочёл бы друг друга, столько же; первых желаний исполнено столько же.",
  );
});
