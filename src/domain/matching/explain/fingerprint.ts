/** One mark for everything that decides which pairs come out. */
import { hash } from "../../hash";
import { criteriaInUse } from "../criteria";
import type { Answer, Participant } from "../participant";
import { RULE_FIELDS } from "../rules";
import type { Scene } from "../scene";

/** Raised whenever the same data may give other pairs. */
const ENGINE = "pairing/2";

/**
 * The same fingerprint means the same pairs: people, the answers used, criteria,
 * rules and the engine are in it; row order, names, reasons and answers that no
 * rule reads are not.
 *
 * @returns 16 hex digits.
 */
export function fingerprint(
  scene: Pick<Scene, "mentors" | "mentees" | "criteria" | "rules">,
): string {
  const { rules } = scene;
  const criteria = criteriaInUse(scene.criteria);
  const fields = [
    ...new Set([
      ...criteria.flatMap((one) => [one.menteeField, one.mentorField]),
      ...Object.values(RULE_FIELDS),
    ]),
  ].sort();
  const selves = new Map<string, number>();
  const people = [...scene.mentors, ...scene.mentees].map((person) =>
    personFacts(person, fields, selves),
  );
  const sorted = (items: readonly (readonly (string | number)[])[]) =>
    items.map((item) => JSON.stringify(item)).sort();
  return hash(
    JSON.stringify([
      ENGINE,
      people,
      criteria.map(
        ({ key, kind, menteeField, mentorField, limit, weight, code }) => [
          key,
          kind,
          menteeField,
          mentorField,
          // JSON knows no infinity.
          limit === null ? null : [String(limit.from), String(limit.to)],
          weight,
          code,
        ],
      ),
      sorted(rules.locked.map(([mentee, mentor]) => [mentee, mentor])),
      sorted(rules.never.map(([mentee, mentor]) => [mentee, mentor])),
      sorted(
        rules.must.map(({ mentee, mentors }) => [
          mentee,
          ...[...mentors].sort(),
        ]),
      ),
      sorted(rules.reserve.map(({ mentor, places }) => [mentor, places])),
      sorted(
        rules.prefer.map(({ mentee, mentor, points }) => [
          mentee,
          mentor,
          points,
        ]),
      ),
      sorted(rules.past.map(({ pair, outcome }) => [...pair, outcome])),
      sorted(rules.keep),
      rules.minScore,
      rules.mode,
    ]),
  );
}

/** Whose rows are one person's is told by numbers, not by what identifies them. */
function personFacts(
  person: Participant,
  fields: readonly string[],
  selves: Map<string, number>,
): unknown {
  const { personKey, answers } = person;
  const key = personKey ?? "";
  const self = key === "" ? 0 : (selves.get(key) ?? selves.size + 1);
  if (key !== "") {
    selves.set(key, self);
  }
  return [
    person.id,
    person.role,
    person.form,
    person.capacity,
    person.headcount,
    person.consent,
    person.active,
    self,
    fields.flatMap((field): [string, Answer][] => {
      const answer = answers[field];
      return answer === undefined ? [] : [[field, answer]];
    }),
  ];
}
