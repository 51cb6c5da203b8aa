/** Invented people with fixed defaults, for tests. */
import { CRITERIA, type Criterion, type Weight } from "../criteria";
import type { Participant } from "../participant";

/** A mentor `НМ-001` whom nothing forbids; `change` says what differs. */
export function aMentor(change: Partial<Participant> = {}): Participant {
  return {
    id: "НМ-001",
    role: "mentor",
    form: "педагог – педагог",
    capacity: 1,
    headcount: 1,
    consent: "yes",
    active: true,
    personKey: null,
    answers: {},
    ...change,
  };
}

/** A mentee `НСТ-001` whom nothing forbids. */
export function aMentee(change: Partial<Participant> = {}): Participant {
  return { ...aMentor(), id: "НСТ-001", role: "mentee", ...change };
}

/** A criterion to start with, of another weight. */
export function criterion(key: string, weight: Weight): Criterion {
  const found = CRITERIA.find((one) => one.key === key);
  if (found === undefined) {
    throw new RangeError(`criterion: no ${key}`);
  }
  return { ...found, weight };
}
