/** From a criterion to the kernel of its kind. */
import type { Criterion, CriterionKind } from "../criteria";
import type { PairingRules } from "../pairing-rules";
import type { Participant } from "../participant";
import { coversNeed } from "./covers-need";
import { format } from "./format";
import type { Compile, Kernel, People } from "./kernel";
import { closeness, orderGap } from "./numbers";
import { hand, history } from "./pair-notes";
import { remembered } from "./remembered";
import { different, same } from "./same";
import { timeOverlap } from "./time-overlap";
import { wishes } from "./wishes";

const COMPILE: Readonly<Record<CriterionKind, Compile>> = {
  "covers-need": coversNeed,
  same,
  different,
  closeness,
  "order-gap": orderGap,
  "time-overlap": timeOverlap,
  format,
  wishes,
  history,
  hand,
};

/** Whether any of these people has answered what a criterion asks. */
export function isAskedOf(
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  rules: PairingRules,
  criterion: Criterion,
): boolean {
  const placeOf = (side: readonly Participant[]) =>
    new Map(side.map(({ id }, place) => [id, place]));
  const [mentorOf, menteeOf] = [placeOf(mentors), placeOf(mentees)];
  const people: People = { mentors, mentees, mentorOf, menteeOf, rules };
  return COMPILE[criterion.kind](people, criterion).asked;
}

export function compileCriterion(people: People, criterion: Criterion): Kernel {
  const kernel = COMPILE[criterion.kind](people, criterion);
  return kernel.single === true
    ? kernel
    : remembered(
        kernel,
        people.mentees,
        people.mentors.length,
        criterion.menteeField,
      );
}
