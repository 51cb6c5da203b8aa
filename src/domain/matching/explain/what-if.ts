/** The instance that would come out if one thing were otherwise. */
import { type Criterion, WEIGHT_VALUE } from "../criteria";
import type { PairingInstance } from "../pairing";
import type { PairingRules } from "../pairing-rules";
import type { Participant } from "../participant";
import { RULE_BIT, type RuleCode } from "../rules";
import { buildScene, type Scene } from "../scene";
import type { Seeds } from "./independent-part";
import { withOption } from "./option-rows";
import { standingPairs } from "./standing";

/** One thing that is otherwise. */
export type Alteration =
  /** In place of the one with the same id, or a new one whose id comes last. */
  | { readonly kind: "mentor"; readonly person: Participant }
  | { readonly kind: "mentee"; readonly person: Participant }
  /** In place of the one with the same key. */
  | { readonly kind: "criterion"; readonly criterion: Criterion }
  | { readonly kind: "threshold"; readonly minScore: number }
  /** In place of all reserves of the mentor. */
  | {
      readonly kind: "reserve";
      readonly mentor: string;
      readonly places: number;
    }
  /** The ban of one pair is lifted. */
  | {
      readonly kind: "unban";
      readonly mentee: string;
      readonly mentor: string;
    };

/** What a scene is built from. */
export type Inputs = Pick<Scene, "mentors" | "mentees" | "criteria" | "rules">;

/** What the scene would be built from after the alteration. */
export function altered(scene: Inputs, alteration: Alteration): Inputs {
  const { mentors, mentees, criteria, rules } = scene;
  const inputs = { mentors, mentees, criteria, rules };
  switch (alteration.kind) {
    case "mentor":
      return { ...inputs, mentors: replaced(mentors, alteration.person) };
    case "mentee":
      return { ...inputs, mentees: replaced(mentees, alteration.person) };
    case "criterion":
      return {
        ...inputs,
        criteria: criteria.map((one) =>
          one.key === alteration.criterion.key ? alteration.criterion : one,
        ),
      };
    case "threshold":
      return {
        ...inputs,
        rules: { ...rules, minScore: alteration.minScore },
      };
    case "reserve":
      return { ...inputs, rules: withReserve(rules, alteration) };
    case "unban":
      return { ...inputs, rules: withoutBan(rules, alteration) };
  }
}

function replaced(
  people: readonly Participant[],
  person: Participant,
): readonly Participant[] {
  return people.some(({ id }) => id === person.id)
    ? people.map((one) => (one.id === person.id ? person : one))
    : [...people, person];
}

function withReserve(
  rules: PairingRules,
  { mentor, places }: { readonly mentor: string; readonly places: number },
): PairingRules {
  const others = rules.reserve.filter((one) => one.mentor !== mentor);
  return {
    ...rules,
    reserve: places > 0 ? [...others, { mentor, places }] : others,
  };
}

function withoutBan(
  rules: PairingRules,
  ban: { readonly mentee: string; readonly mentor: string },
): PairingRules {
  return {
    ...rules,
    never: rules.never.filter(
      ([mentee, mentor]) => mentee !== ban.mentee || mentor !== ban.mentor,
    ),
  };
}

export type WhatIf = {
  readonly instance: PairingInstance;
  readonly seeds: Seeds;
};

/**
 * What `buildScene(altered(…)).instance` holds, without judging pairs again that
 * the alteration does not touch. Rows of options that stay are the same arrays.
 *
 * @param scene - Without contradictions that stop a run.
 */
export function whatIf(scene: Scene, alteration: Alteration): WhatIf {
  // A must can force pairs of its own, so with one the rules are checked anew.
  const isPlain = scene.rules.must.length === 0;
  switch (alteration.kind) {
    case "mentor":
      return isPlain
        ? withMentor(scene, alteration.person, scene.rules)
        : rebuilt(scene, alteration);
    case "mentee":
      return isPlain
        ? withMentee(scene, alteration.person)
        : rebuilt(scene, alteration);
    case "reserve": {
      const person = scene.mentors[scene.mentorOf.get(alteration.mentor) ?? -1];
      return isPlain && person !== undefined
        ? withMentor(scene, person, withReserve(scene.rules, alteration))
        : rebuilt(scene, alteration);
    }
    case "unban":
      return isPlain
        ? withPairJudged(scene, alteration)
        : rebuilt(scene, alteration);
    case "threshold":
      return freed(
        scene,
        (mentee, mentor) =>
          scene.broken(mentee, mentor) === RULE_BIT.MIN_SCORE &&
          scene.score(mentee, mentor) >= alteration.minScore,
      );
    case "criterion":
      return isSoftened(scene, alteration.criterion)
        ? freed(
            scene,
            (mentee, mentor) =>
              scene.broken(mentee, mentor) ===
              RULE_BIT[alteration.criterion.code],
          )
        : rebuilt(scene, alteration);
  }
}

/** Rules that are broken by criteria and nothing else. */
export const CRITERION_RULES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  "TOPICS",
  "TIME",
  "AGE_CLASS_GAP",
  "EXPERIENCE",
  "PLACE",
  "LANGUAGE",
  "OTHER_ORG",
  "SAME_ORG",
  "CRITERION",
]);

/** Only the must falls, and no other criterion breaks the same rule. */
function isSoftened(scene: Scene, criterion: Criterion): boolean {
  const before = scene.criteria.find(({ key }) => key === criterion.key);
  return (
    before !== undefined &&
    before.weight === "must" &&
    WEIGHT_VALUE[criterion.weight] === WEIGHT_VALUE.must &&
    before.limit === criterion.limit &&
    CRITERION_RULES.has(criterion.code) &&
    scene.criteria.filter(
      ({ code, weight }) => code === criterion.code && weight === "must",
    ).length === 1
  );
}

function rebuilt(scene: Scene, alteration: Alteration): WhatIf {
  const { mentors, mentees, criteria, rules } = altered(scene, alteration);
  const { instance } = buildScene(mentors, mentees, criteria, rules);
  const options = instance.options.map((row, mentee) => {
    const before = scene.instance.options[mentee] ?? [];
    const isSame =
      row.length === before.length &&
      row.every((value, at) => value === before[at]);
    return isSame ? before : row;
  });
  return { instance: { ...instance, options }, seeds: null };
}

/** Pairs become options that were not. */
function freed(
  scene: Scene,
  isFreed: (mentee: number, mentor: number) => boolean,
): WhatIf {
  const width = scene.mentors.length;
  return withRows(scene, (row, mentee) => {
    const wider: number[] = [];
    let next = 0;
    for (let mentor = 0; mentor < width; mentor += 1) {
      if (row[next] === mentor) {
        wider.push(mentor, row[next + 1] ?? 0);
        next += 2;
      } else if (isFreed(mentee, mentor)) {
        wider.push(mentor, scene.score(mentee, mentor));
      }
    }
    return wider.length === row.length ? row : wider;
  });
}

/** @param rowOf - Gives the row itself back where nothing changes. */
function withRows(
  { instance }: Scene,
  rowOf: (row: readonly number[], mentee: number) => readonly number[],
): { readonly instance: PairingInstance; readonly seeds: NonNullable<Seeds> } {
  const options = instance.options.map(rowOf);
  const mentees = options.flatMap((row, mentee) =>
    row === instance.options[mentee] ? [] : [mentee],
  );
  return {
    instance: { ...instance, options },
    seeds: { mentees, mentors: [] },
  };
}

/** Judges the pairs of one mentor, who may be new, and counts the places. */
function withMentor(
  scene: Scene,
  person: Participant,
  rules: PairingRules,
): WhatIf {
  const { mentors, criteria, instance } = scene;
  const mentor = scene.mentorOf.get(person.id) ?? mentors.length;
  const alone = buildScene([person], scene.mentees, criteria, rules);
  const { isLocked } = standingPairs(scene, []);
  const { instance: changed, seeds } = withRows(scene, (row, mentee) =>
    alone.broken(mentee, 0) === 0 || isLocked(mentee, mentor)
      ? withOption(row, mentor, alone.score(mentee, 0))
      : withOption(row, mentor, null),
  );
  const more = (alone.places[0] ?? 0) - (scene.places[mentor] ?? 0);
  const before = instance.mentors[mentor] ?? { id: person.id, capacity: 0 };
  return {
    instance: {
      ...changed,
      mentors: [
        ...instance.mentors.slice(0, mentor),
        { ...before, capacity: before.capacity + more },
        ...instance.mentors.slice(mentor + 1),
      ],
    },
    seeds: { ...seeds, mentors: [mentor] },
  };
}

/** Judges the pairs of one mentee. */
function withMentee(scene: Scene, person: Participant): WhatIf {
  const { mentors, rules, criteria } = scene;
  const changed = scene.menteeOf.get(person.id);
  const alone = buildScene(mentors, [person], criteria, rules);
  const { isLocked } = standingPairs(scene, []);
  return withRows(scene, (row, mentee) =>
    mentee === changed
      ? mentors.flatMap((_, mentor) =>
          alone.broken(0, mentor) === 0 || isLocked(mentee, mentor)
            ? [mentor, alone.score(0, mentor)]
            : [],
        )
      : row,
  );
}

/** Judges one pair, without its ban. */
function withPairJudged(
  scene: Scene,
  ban: { readonly mentee: string; readonly mentor: string },
): WhatIf {
  const mentee = scene.menteeOf.get(ban.mentee) ?? -1;
  const mentor = scene.mentorOf.get(ban.mentor) ?? -1;
  const [one, other] = [scene.mentees[mentee], scene.mentors[mentor]];
  if (one === undefined || other === undefined) {
    return withRows(scene, (row) => row);
  }
  const rules = withoutBan(scene.rules, ban);
  const alone = buildScene([other], [one], scene.criteria, rules);
  return withRows(scene, (row, index) =>
    index === mentee && alone.broken(0, 0) === 0
      ? withOption(row, mentor, alone.score(0, 0))
      : row,
  );
}
