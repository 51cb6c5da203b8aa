/** Invented people with fixed defaults, for tests. */
import type { Participant } from "../participant";

/** A mentor `НМ-001` whom nothing forbids; `change` says what differs. */
export function aMentor(change: Partial<Participant> = {}): Participant {
  return {
    id: "НМ-001",
    role: "mentor",
    form: "педагог – педагог",
    topics: [],
    time: [],
    birthYear: null,
    experienceYears: null,
    capacity: 1,
    consent: "yes",
    active: true,
    personKey: null,
    workplace: null,
    ...change,
  };
}

/** A mentee `НСТ-001` whom nothing forbids. */
export function aMentee(change: Partial<Participant> = {}): Participant {
  return { ...aMentor(), id: "НСТ-001", role: "mentee", ...change };
}
