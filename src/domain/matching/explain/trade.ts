/** What other criteria cost and give: «взаимный выбор» raised, for one. */
import { counted } from "../../language/plural";
import type { IdPair } from "../participant";
import type { Scene } from "../scene";
import { countBlocking } from "./blocking";
import type { Trade } from "./explanation";
import { firstWishes } from "./run-metrics";
import { standingPairs } from "./standing";

const POINTS = ["балл", "балла", "баллов"] as const;
const PAIRS = ["пара", "пары", "пар"] as const;

export type Solved = {
  readonly scene: Scene;
  readonly pairs: readonly IdPair[];
};

/**
 * The total is told by the earlier criteria; blocking pairs and first wishes of
 * both sets of pairs by the later ones, so that one measure serves both.
 */
export function trade(before: Solved, after: Solved): Trade {
  const total = (pairs: readonly IdPair[]) =>
    standingPairs(before.scene, pairs).mentorsOf.reduce(
      (sum, own, mentee) =>
        own.reduce(
          (points, mentor) => points + before.scene.score(mentee, mentor),
          sum,
        ),
      0,
    );
  const [old, fresh] = [
    standingPairs(after.scene, before.pairs),
    standingPairs(after.scene, after.pairs),
  ];
  const difference = {
    total: total(after.pairs) - total(before.pairs),
    pairs: after.pairs.length - before.pairs.length,
    blocking:
      countBlocking(after.scene, fresh) - countBlocking(after.scene, old),
    firstWishes:
      firstWishes(after.scene, fresh).met - firstWishes(after.scene, old).met,
  };
  return { ...difference, words: inWords(difference) };
}

function inWords(difference: Omit<Trade, "words">): string {
  const { pairs, total, blocking, firstWishes: wishes } = difference;
  return [
    pairs === 0 ? "Пар столько же" : `Пар ${more(pairs)} на ${Math.abs(pairs)}`,
    total === 0
      ? "сумма по прежним критериям та же"
      : `сумма по прежним критериям ${total < 0 ? "−" : "+"}${counted(Math.abs(total), POINTS)}`,
    blocking === 0
      ? "двоих, кто предпочёл бы друг друга, столько же"
      : `двоих, кто предпочёл бы друг друга, ${more(blocking)} на ${counted(Math.abs(blocking), PAIRS)}`,
    wishes === 0
      ? "первых желаний исполнено столько же"
      : `первых желаний исполнено ${more(wishes)} на ${Math.abs(wishes)}`,
  ]
    .join("; ")
    .concat(".");
}

function more(difference: number): string {
  return difference < 0 ? "меньше" : "больше";
}
