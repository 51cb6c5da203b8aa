/** What matching knows of a person, and the same prepared for comparing. */
import { choiceKey } from "./choice-key";

export type Participant = {
  /** `НМ-001` or `НСТ-001`. */
  readonly id: string;
  readonly role: "mentor" | "mentee";
  /** Form of mentoring; null = not known, and then nobody is offered. */
  readonly form: string | null;
  /** Competences of a mentor, requests of a mentee: values of one list. */
  readonly topics: readonly string[];
  /** Convenient times, values as people write them. */
  readonly time: readonly string[];
  readonly birthYear: number | null;
  readonly experienceYears: number | null;
  /** Mentees at most, pairs that go on included; of no meaning for a mentee. */
  readonly capacity: number;
  readonly consent: "yes" | "no" | "withdrawn";
  /** False for people who left, finished or are paused. */
  readonly active: boolean;
  /** The same for both rows of a person who is mentor and mentee. */
  readonly personKey: string | null;
  readonly workplace: string | null;
};

/** A participant whose answers can be compared without further cleaning. */
export type Profile = {
  readonly person: Participant;
  readonly form: string | null;
  /** Comparable key → the value as written. */
  readonly topics: ReadonlyMap<string, string>;
  readonly time: ReadonlyMap<string, string>;
  readonly workplace: string | null;
  readonly birthYear: number | null;
  readonly experienceYears: number | null;
};

/** Prepares one participant; blanks and doubled values fall away. */
export function toProfile(person: Participant): Profile {
  return {
    person,
    form: keyOrNull(person.form),
    topics: byKey(person.topics),
    time: byKey(person.time),
    workplace: keyOrNull(person.workplace),
    birthYear: finiteOrNull(person.birthYear),
    experienceYears: finiteOrNull(person.experienceYears),
  };
}

function keyOrNull(text: string | null): string | null {
  const key = text === null ? "" : choiceKey(text);
  return key === "" ? null : key;
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function byKey(values: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const value of values) {
    const key = choiceKey(value);
    if (key !== "" && !keys.has(key)) {
      keys.set(key, value.replace(/\s+/g, " ").trim());
    }
  }
  return keys;
}
