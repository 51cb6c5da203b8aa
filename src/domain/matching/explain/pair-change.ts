/** What would come out if one pair were broken, or made. */
import { counted } from "../../language/plural";
import type { PairingInstance } from "../pairing";
import type { IdPair } from "../participant";
import { buildScene, type Scene } from "../scene";
import type { Difference, Move, NameOf, Resolved } from "./explanation";
import { demandOf } from "./independent-part";
import { turnsBetween } from "./moves";
import type { Known } from "./near-options";
import { withOption } from "./option-rows";
import { type Outcome, solveChanged, solveFirst } from "./re-solve";

const MOST_MOVES = 5;

const POINTS = ["балл", "балла", "баллов"] as const;
const OF_PAIRS = ["пару", "пары", "пар"] as const;

export type PairChange = {
  readonly change: Resolved | null;
  readonly words: readonly string[];
};

/**
 * Compares the best pairing that has the pair with the best one that has not.
 *
 * @param isStanding - Then the pair is broken, else made.
 */
export function pairChange(
  scene: Scene,
  mentee: number,
  mentor: number,
  isStanding: boolean,
  nameOf: NameOf,
): PairChange {
  if (scene.contradictions.some(({ severity }) => severity === "error")) {
    return refused(
      "Правила пар противоречат друг другу, другой набор не подобрать. Сначала исправьте правила.",
    );
  }
  if (isStanding && isForced(scene, mentee, mentor)) {
    return refused(
      "Пара обязательна по правилам пар. Чтобы разбить её, измените правило.",
    );
  }
  const known = solveFirst(scene.instance);
  if (known.status === "error") {
    return refused(known.message);
  }
  const pair = idsOf(scene, mentee, mentor);
  const isBest = known.solution.pairs.some(
    ([one, other]) => one === pair[0] && other === pair[1],
  );
  const having = isBest
    ? known.solution
    : withPair(scene, known, mentee, mentor);
  const lacking = isBest
    ? withoutPair(scene, known, mentee, mentor)
    : known.solution;
  if (having === null || lacking === null) {
    return refused(
      isStanding
        ? "Без этой пары правила пар не выполнить."
        : "Эту пару не составить: у наставляемого уже есть все нужные действующие пары, или правила пар назначают другое.",
    );
  }
  const [before, after] = isStanding ? [having, lacking] : [lacking, having];
  const change = {
    difference: {
      pairs: after.cardinality - before.cardinality,
      total: after.total - before.total,
    },
    moves: movesBetween(scene, before.pairs, after.pairs),
  };
  return { change, words: inWords(change, isStanding, nameOf) };
}

function refused(sentence: string): PairChange {
  return { change: null, words: [sentence] };
}

function idsOf({ instance }: Scene, mentee: number, mentor: number): IdPair {
  return [instance.mentees[mentee] ?? "", instance.mentors[mentor]?.id ?? ""];
}

function isLockedIn(
  { instance }: Scene,
  mentee: number,
  mentor: number,
): boolean {
  return instance.locked.some(([i, j]) => i === mentee && j === mentor);
}

/** A must asks for the pair, not a pair that stays. */
function isForced(scene: Scene, mentee: number, mentor: number): boolean {
  const [menteeId, mentorId] = idsOf(scene, mentee, mentor);
  return (
    isLockedIn(scene, mentee, mentor) &&
    !scene.rules.locked.some(
      ([one, other]) => one === menteeId && other === mentorId,
    )
  );
}

function withoutPair(
  scene: Scene,
  known: Known,
  mentee: number,
  mentor: number,
): Outcome | null {
  const changed = isLockedIn(scene, mentee, mentor)
    ? unlocked(scene, mentee, mentor)
    : scene.instance;
  const options = changed.options.map((row, index) =>
    index === mentee ? withOption(row, mentor, null) : row,
  );
  const outcome = solveChanged(
    known,
    { ...changed, options },
    { mentees: [mentee], mentors: [mentor] },
  );
  return outcome.status === "error" ? null : outcome;
}

/** The instance with one lock less; places are counted anew. */
function unlocked(
  scene: Scene,
  mentee: number,
  mentor: number,
): PairingInstance {
  const [menteeId, mentorId] = idsOf(scene, mentee, mentor);
  const { instance } = buildScene(
    scene.mentors,
    scene.mentees,
    scene.criteria,
    {
      ...scene.rules,
      locked: scene.rules.locked.filter(
        ([one, other]) => one !== menteeId || other !== mentorId,
      ),
    },
  );
  // Rows that did not change stay the same arrays.
  return {
    ...instance,
    options: instance.options.map((row, index) =>
      index === mentee ? row : (scene.instance.options[index] ?? row),
    ),
  };
}

/** The pair is locked, over the number of places if need be. */
function withPair(
  scene: Scene,
  known: Known,
  mentee: number,
  mentor: number,
): Outcome | null {
  const { instance } = scene;
  const held = instance.locked.filter(([i]) => i === mentee).length;
  const load = instance.locked.filter(([, j]) => j === mentor).length;
  if (held >= demandOf(instance, mentee)) {
    return null;
  }
  const outcome = solveChanged(
    known,
    {
      ...instance,
      locked: [...instance.locked, [mentee, mentor]],
      mentors: instance.mentors.map((one, index) =>
        index === mentor
          ? { ...one, capacity: Math.max(one.capacity, load + 1) }
          : one,
      ),
      options: instance.options.map((own, index) =>
        index === mentee
          ? withOption(own, mentor, scene.score(mentee, mentor))
          : own,
      ),
    },
    { mentees: [mentee], mentors: [mentor] },
  );
  return outcome.status === "error" ? null : outcome;
}

function movesBetween(
  scene: Scene,
  before: readonly IdPair[],
  after: readonly IdPair[],
): readonly Move[] {
  return turnsBetween(before, after).flatMap((turn) => {
    const end = (mentorId: string | undefined) =>
      mentorId === undefined
        ? null
        : {
            mentorId,
            score: scene.score(
              scene.menteeOf.get(turn.menteeId) ?? 0,
              scene.mentorOf.get(mentorId) ?? 0,
            ),
          };
    const count = Math.max(turn.before.length, turn.after.length);
    return Array.from({ length: count }, (_, at) => ({
      menteeId: turn.menteeId,
      from: end(turn.before[at]),
      to: end(turn.after[at]),
    }));
  });
}

function inWords(
  { difference, moves }: Resolved,
  isStanding: boolean,
  nameOf: NameOf,
): readonly string[] {
  const lead = isStanding
    ? "Если разбить пару, лучшая замена"
    : "Если составить эту пару";
  const shown = moves
    .slice(0, MOST_MOVES)
    .map((move) => moveWords(move, nameOf));
  const more = moves.length - shown.length;
  return [
    `${lead}: ${differenceWords(difference)}.`,
    ...shown,
    ...(more > 0 ? [`И ещё перемен: ${more}.`] : []),
  ];
}

/** «пар столько же, −11 баллов в сумме» */
export function differenceWords({ pairs, total }: Difference): string {
  const count =
    pairs === 0
      ? "пар столько же"
      : `на ${counted(Math.abs(pairs), OF_PAIRS)} ${pairs < 0 ? "меньше" : "больше"}`;
  const sum =
    total === 0
      ? "сумма баллов та же"
      : `${total < 0 ? "−" : "+"}${counted(Math.abs(total), POINTS)} в сумме`;
  return `${count}, ${sum}`;
}

function moveWords({ menteeId, from, to }: Move, nameOf: NameOf): string {
  const end = (one: Move["to"]) =>
    one === null ? "без наставника" : `${nameOf(one.mentorId)} (${one.score})`;
  return `${nameOf(menteeId)}: ${end(from)} → ${end(to)}.`;
}
