/** The hard rules of one run, compiled: which of them does each pair break? */

import { classKey, keyOf, keysOf, numberOf } from "./answers";
import { choiceKey } from "./choice-key";
import type { People } from "./kinds/kernel";
import { postingsOf } from "./kinds/postings";
import { pairMarks } from "./pair-marks";
import type { Answer, Participant } from "./participant";
import { wantedOf } from "./place-locks";
import { RULE_BIT, RULE_FIELDS } from "./rules";
import { byteAt, intAt, realAt } from "./solver/typed-read";

/**
 * Up to this age by the year of birth somebody may still be a minor, who needs a
 * mentor with clearance (ТК РФ, ст. 351.1).
 */
const MAY_BE_MINOR = 18;

const REVERSE = choiceKey("реверсивное");

/** Adds to `bits` the rules that a mentee and each mentor break. */
export type Mark = (mentee: number, bits: Int32Array) => void;

export type RuleMarks = {
  readonly row: Mark;
};

/** @param places - Of each mentor, reserves taken off. */
export function ruleMarks(
  people: People,
  places: readonly number[],
): RuleMarks {
  const marks = [
    ownMarks(people, places),
    ...equalityMarks(people),
    selfMark(people),
    kindMarks(people),
    teachesMarks(people),
    ...pairMarks(people),
  ];
  return {
    row: (mentee, bits) => {
      for (const mark of marks) {
        mark(mentee, bits);
      }
    },
  };
}

/** What lies with one of the two, group size and clearance. */
function ownMarks(
  { mentors, mentees }: People,
  places: readonly number[],
): Mark {
  const mentorBits = Int32Array.from(mentors, (mentor, index) =>
    bitsOfPerson(mentor, (places[index] ?? 0) <= 0, RULE_BIT.CAPACITY_MENTOR),
  );
  const menteeBits = Int32Array.from(mentees, (mentee) =>
    bitsOfPerson(mentee, wantedOf(mentee) === 0, RULE_BIT.CAPACITY_MENTEE),
  );
  const largest = Float64Array.from(
    mentors,
    ({ answers }) => numberOf(answers[RULE_FIELDS.groupMax]) ?? Infinity,
  );
  const uncleared = Uint8Array.from(mentors, ({ answers }) =>
    keyOf(answers[RULE_FIELDS.clearance]) === "нет" ? 1 : 0,
  );
  const minor = Uint8Array.from(mentees, (one) => (isMinor(one) ? 1 : 0));
  const { GROUP_SIZE, CLEARANCE } = RULE_BIT;
  return (mentee, bits) => {
    const own = intAt(menteeBits, mentee);
    const size = mentees[mentee]?.headcount ?? 1;
    const isYoung = byteAt(minor, mentee) === 1;
    for (let mentor = 0; mentor < bits.length; mentor += 1) {
      bits[mentor] =
        intAt(bits, mentor) |
        own |
        intAt(mentorBits, mentor) |
        (size > realAt(largest, mentor) ? GROUP_SIZE : 0) |
        (isYoung && byteAt(uncleared, mentor) === 1 ? CLEARANCE : 0);
    }
  };
}

function bitsOfPerson(
  person: Participant,
  isFull: boolean,
  fullBit: number,
): number {
  return (
    (person.consent === "yes" ? 0 : RULE_BIT.CONSENT) |
    (person.active ? 0 : RULE_BIT.STATUS) |
    (choiceKey(person.form ?? "") === "" ? RULE_BIT.INCOMPLETE : 0) |
    (isFull ? fullBit : 0)
  );
}

function isMinor({ answers, form }: Participant): boolean {
  const age = numberOf(answers[RULE_FIELDS.age]);
  return age === null
    ? keyOf(answers[RULE_FIELDS.grade]) !== "" ||
        /-(?:ученик|обучающийся)$/.test(choiceKey(form ?? ""))
    : age <= MAY_BE_MINOR;
}

/** Form, one code on both sides, one household. */
function equalityMarks({ mentors, mentees }: People): readonly Mark[] {
  const intern = interner();
  const forms = (side: typeof mentors) =>
    Int32Array.from(side, ({ form }) => intern("form", choiceKey(form ?? "")));
  const ids = (side: typeof mentors) =>
    Int32Array.from(side, ({ id }) => intern("id", id));
  const homes = (side: typeof mentors) =>
    Int32Array.from(side, ({ answers }) =>
      intern("home", keyOf(answers[RULE_FIELDS.household])),
    );
  return [
    markWhere(forms(mentees), forms(mentors), false, RULE_BIT.FORM),
    markWhere(ids(mentees), ids(mentors), true, RULE_BIT.SELF),
    markWhere(homes(mentees), homes(mentors), true, RULE_BIT.RELATIVE),
  ];
}

/** One person in both banks; two of one name were born in different years. */
function selfMark({ mentors, mentees }: People): Mark {
  const yearOf = ({ answers }: Participant) =>
    numberOf(answers[RULE_FIELDS.birthYear]);
  const byKey = new Map<string, number[]>();
  mentors.forEach(({ personKey }, mentor) => {
    if (personKey !== null && personKey !== "") {
      byKey.set(personKey, [...(byKey.get(personKey) ?? []), mentor]);
    }
  });
  return (mentee, bits) => {
    const own = mentees[mentee];
    for (const mentor of byKey.get(own?.personKey ?? "") ?? []) {
      const other = mentors[mentor];
      const years = own && other ? [yearOf(own), yearOf(other)] : [];
      const isOther = !years.includes(null) && years[0] !== years[1];
      if (!isOther) {
        bits[mentor] = intAt(bits, mentor) | RULE_BIT.SELF;
      }
    }
  };
}

/** Numbers for texts, one for each text of a sort; 0 for "". */
function interner(): (sort: string, text: string) => number {
  const known = new Map<string, number>();
  return (sort, text) => {
    if (text === "") {
      return 0;
    }
    const key = `${sort}\n${text}`;
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    return number;
  };
}

/** Marks pairs whose numbers are equal (or not); 0 is never compared. */
function markWhere(
  menteeValue: Int32Array,
  mentorValue: Int32Array,
  isEqual: boolean,
  bit: number,
): Mark {
  return (mentee, bits) => {
    const own = intAt(menteeValue, mentee);
    for (let mentor = 0; own !== 0 && mentor < bits.length; mentor += 1) {
      const other = intAt(mentorValue, mentor);
      if (other !== 0 && (own === other) === isEqual) {
        bits[mentor] = intAt(bits, mentor) | bit;
      }
    }
  };
}

/** A kind of mentoring that the mentor is not ready for; reverse needs a younger one. */
function kindMarks({ mentors, mentees }: People): Mark {
  const ready = mentors.map(({ answers }) =>
    keysOf(answers[RULE_FIELDS.kinds]),
  );
  const wanted = mentees.map(({ answers }) =>
    keysOf(answers[RULE_FIELDS.kinds]),
  );
  const years = (side: typeof mentors) =>
    side.map(({ answers }) => numberOf(answers[RULE_FIELDS.birthYear]));
  const [mentorYear, menteeYear] = [years(mentors), years(mentees)];
  return (mentee, bits) => {
    const own = [...(wanted[mentee] ?? [])];
    const year = menteeYear[mentee] ?? null;
    const isReverse = own.length === 1 && own[0] === REVERSE;
    for (let mentor = 0; own.length > 0 && mentor < bits.length; mentor += 1) {
      const kinds = ready[mentor];
      const isReady =
        kinds === undefined ||
        kinds.size === 0 ||
        own.some((kind) => kinds.has(kind));
      const other = mentorYear[mentor] ?? null;
      const isOlder =
        isReverse && year !== null && other !== null && other <= year;
      if (!isReady || isOlder) {
        bits[mentor] = intAt(bits, mentor) | RULE_BIT.KIND;
      }
    }
  };
}

/** Nobody is mentored by their own teacher. */
function teachesMarks({ mentors, mentees }: People): Mark {
  const classes = postingsOf(
    mentors.map(({ answers }) => classesOf(answers[RULE_FIELDS.teaches])),
  );
  const own = mentees.map(({ answers }) => [
    ...classesOf(answers[RULE_FIELDS.grade]).keys(),
  ]);
  return (mentee, bits) => {
    for (const key of own[mentee] ?? []) {
      for (const mentor of classes.of.get(key)?.mentors ?? []) {
        bits[mentor] = intAt(bits, mentor) | RULE_BIT.TEACHES;
      }
    }
  };
}

function classesOf(answer: Answer | undefined): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  for (const value of keysOf(answer)) {
    for (const item of value.split(",")) {
      const key = classKey(item);
      if (key !== "") {
        classes.set(key, 1);
      }
    }
  }
  return classes;
}
