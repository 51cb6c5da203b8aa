/** «Прошлый год» and «Рекомендация куратора»: plus or minus for single pairs. */
import { type Compile, type Kernel, MISSING, type People } from "./kernel";

/** −1 to 1 for one pair of ids. */
type Note = {
  readonly mentee: string;
  readonly mentor: string;
  readonly points: number;
};

export const history: Compile = (people) =>
  notesKernel(
    people,
    people.rules.past.map(({ pair: [mentee, mentor], outcome }) => ({
      mentee,
      mentor,
      points: outcome === "good" ? 1 : -1,
    })),
  );

export const hand: Compile = (people) =>
  notesKernel(people, people.rules.prefer);

/**
 * A plus counts as a full fit and a minus as none, each as heavily as it is
 * strong, so that a plus never lowers a score. Of two notes the last counts.
 */
function notesKernel(
  { mentees, menteeOf, mentorOf }: People,
  notes: readonly Note[],
): Kernel {
  const rows: Map<number, number>[] = mentees.map(() => new Map());
  let count = 0;
  for (const { mentee, mentor, points } of notes) {
    const [row, column] = [menteeOf.get(mentee), mentorOf.get(mentor)];
    if (row !== undefined && column !== undefined && points !== 0) {
      rows[row]?.set(column, Math.max(-1, Math.min(1, points)));
      count += 1;
    }
  }
  return {
    asked: count > 0,
    single: true,
    strength: (mentee, mentor) => Math.abs(rows[mentee]?.get(mentor) ?? 0),
    fill: (mentee, from, to, out) => {
      out.fill(MISSING, 0, to - from);
      for (const [mentor, points] of rows[mentee] ?? []) {
        if (mentor >= from && mentor < to) {
          out[mentor - from] = points > 0 ? 1 : 0;
        }
      }
    },
  };
}
