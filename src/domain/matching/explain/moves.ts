/** Who has another mentor in one set of pairs than in another. */
import type { IdPair } from "../participant";

/** One mentee's mentors before and after; those kept are in neither list. */
export type Turn = {
  readonly menteeId: string;
  readonly kept: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/** @returns One entry for every mentee with a pair in either set, by id. */
export function turnsBetween(
  before: readonly IdPair[],
  after: readonly IdPair[],
): readonly Turn[] {
  const [old, fresh] = [mentorsByMentee(before), mentorsByMentee(after)];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return ids.map((menteeId) => {
    const was = old.get(menteeId) ?? [];
    const is = fresh.get(menteeId) ?? [];
    return {
      menteeId,
      kept: was.filter((id) => is.includes(id)),
      before: was.filter((id) => !is.includes(id)),
      after: is.filter((id) => !was.includes(id)),
    };
  });
}

function mentorsByMentee(
  pairs: readonly IdPair[],
): ReadonlyMap<string, readonly string[]> {
  const mentors = new Map<string, string[]>();
  for (const [mentee, mentor] of pairs) {
    const own = mentors.get(mentee) ?? [];
    mentors.set(mentee, own.includes(mentor) ? own : [...own, mentor].sort());
  }
  return mentors;
}
