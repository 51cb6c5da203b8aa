/** The hard rules that decide whether a pair may be offered at all. */
import {
  type CriterionRow,
  criteriaInUse,
  type RuleCode,
  type Weighted,
} from "./criteria";
import { type Participant, type Profile, toProfile } from "./participant";

/**
 * Nobody without a valid consent or out of the programme, nobody with
 * themselves, one form of mentoring, and no criterion that is a must and known
 * not to fit. A must whose answers are missing does not forbid a pair.
 *
 * @returns The first rule broken, in the order above, or null.
 */
export function eligibility(
  mentor: Participant,
  mentee: Participant,
  criteria: readonly CriterionRow[],
): RuleCode | null {
  const [one, other] = [toProfile(mentor), toProfile(mentee)];
  const used = criteriaInUse(criteria);
  return (
    personRule(one, other) ??
    mustRule(
      used,
      used.map(({ criterion }) => criterion.fit(one, other)),
    )
  );
}

/** Rules that do not depend on the curator's criteria. */
export function personRule(mentor: Profile, mentee: Profile): RuleCode | null {
  const [one, other] = [mentor.person, mentee.person];
  if (one.consent !== "yes" || other.consent !== "yes") {
    return "CONSENT";
  }
  if (!one.active || !other.active) {
    return "STATUS";
  }
  if (
    one.id === other.id ||
    (one.personKey !== null &&
      one.personKey !== "" &&
      one.personKey === other.personKey)
  ) {
    return "SELF";
  }
  if (mentor.form === null || mentee.form === null) {
    return "INCOMPLETE";
  }
  return mentor.form === mentee.form ? null : "FORM";
}

/** @param fits - In the order of `used`. */
export function mustRule(
  used: readonly Weighted[],
  fits: readonly (number | null)[],
): RuleCode | null {
  for (let index = 0; index < used.length; index += 1) {
    const weighted = used[index];
    if (weighted?.isMust && fits[index] === 0) {
      return weighted.criterion.code;
    }
  }
  return null;
}
