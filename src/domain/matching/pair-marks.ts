/** Hard rules about single pairs: refusals, bans, musts. */
import { keysOf } from "./answers";
import { codeKey } from "./choice-key";
import { MISSING, type People } from "./kinds/kernel";
import { placesByKey } from "./kinds/wishes";
import { wantedOf } from "./place-locks";
import type { Mark } from "./rule-marks";
import { RULE_BIT, RULE_FIELDS } from "./rules";
import { intAt } from "./solver/typed-read";

/** What is said of single pairs: refusals, bans of the curator, of history, musts. */
export function pairMarks(people: People): readonly Mark[] {
  const { mentors, mentees, menteeOf, mentorOf, rules } = people;
  const rows: Map<number, number>[] = mentees.map(() => new Map());
  const add = (
    mentee: number | undefined,
    mentor: number | undefined,
    bit: number,
  ) => {
    const row = mentee === undefined ? undefined : rows[mentee];
    if (row !== undefined && mentor !== undefined) {
      row.set(mentor, (row.get(mentor) ?? 0) | bit);
    }
  };
  const neverBit = (mentee: number | undefined) =>
    mentee !== undefined && (mentees[mentee]?.headcount ?? 1) > 1
      ? RULE_BIT.GROUP_NEVER
      : RULE_BIT.NEVER_PAIR;
  for (const [menteeId, mentorId] of rules.never) {
    const mentee = menteeOf.get(menteeId);
    add(mentee, mentorOf.get(mentorId), neverBit(mentee));
  }
  for (const { pair, outcome } of rules.past) {
    if (outcome === "banned") {
      add(menteeOf.get(pair[0]), mentorOf.get(pair[1]), RULE_BIT.HISTORY_BAN);
    }
  }
  const [mentorByKey, menteeByKey] = [
    placesByKey(mentors),
    placesByKey(mentees),
  ];
  mentees.forEach(({ answers }, mentee) => {
    for (const code of keysOf(answers[RULE_FIELDS.refuses])) {
      add(mentee, mentorByKey.get(codeKey(code)), RULE_BIT.NEVER_PAIR);
    }
  });
  mentors.forEach(({ answers }, mentor) => {
    for (const code of keysOf(answers[RULE_FIELDS.refuses])) {
      add(menteeByKey.get(codeKey(code)), mentor, RULE_BIT.NEVER_PAIR);
    }
  });
  return [
    (mentee, bits) => {
      for (const [mentor, bit] of rows[mentee] ?? []) {
        bits[mentor] = intAt(bits, mentor) | bit;
      }
    },
    mustMark(people),
  ];
}

/** Whoever must have one of a list gets nobody else. */
function mustMark({ mentees, menteeOf, mentorOf, rules }: People): Mark {
  const lists = new Map<number, Set<number>>();
  const counts = new Map<number, number>();
  for (const { mentee, mentors } of rules.must) {
    const row = menteeOf.get(mentee);
    if (row !== undefined && mentors.length > 0) {
      const list = lists.get(row) ?? new Set<number>();
      lists.set(row, list);
      counts.set(row, (counts.get(row) ?? 0) + 1);
      for (const id of mentors) {
        list.add(mentorOf.get(id) ?? MISSING);
      }
    }
  }
  for (const row of [...lists.keys()]) {
    // A group that wants more mentors than its rules name is open to others.
    const person = mentees[row];
    if (person && wantedOf(person) > (counts.get(row) ?? 0)) {
      lists.delete(row);
    }
  }
  return (mentee, bits) => {
    const list = lists.get(mentee);
    for (
      let mentor = 0;
      list !== undefined && mentor < bits.length;
      mentor += 1
    ) {
      if (!list.has(mentor)) {
        bits[mentor] = intAt(bits, mentor) | RULE_BIT.MUST;
      }
    }
  };
}
