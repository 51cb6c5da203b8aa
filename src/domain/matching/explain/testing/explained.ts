/** Explains a mentee of a literal case, for tests. */
import type { Criterion } from "../../criteria";
import { NO_RULES, type PairingRules } from "../../pairing-rules";
import type { IdPair, Participant } from "../../participant";
import { buildScene } from "../../scene";
import { solve } from "../../solve";
import { criterion } from "../../testing/people";
import { explainUnmatched } from "../explain-unmatched";
import type { UnmatchedExplanation } from "../explanation";

const TOPICS = [criterion("topics", "important")];

export type Case = {
  readonly mentors: readonly Participant[];
  readonly mentees: readonly Participant[];
  readonly criteria?: readonly Criterion[];
  readonly rules?: Partial<PairingRules>;
  /** The best pairing when absent. */
  readonly pairs?: readonly IdPair[];
};

/** People are called by their codes. */
export function explained(
  { mentors, mentees, criteria = TOPICS, rules = {}, pairs }: Case,
  menteeId = "НСТ-001",
): UnmatchedExplanation {
  const scene = buildScene(mentors, mentees, criteria, {
    ...NO_RULES,
    ...rules,
  });
  const result = solve(scene.instance);
  const best = result.status === "error" ? [] : result.pairs;
  return explainUnmatched(scene, pairs ?? best, menteeId, (id) => id);
}
