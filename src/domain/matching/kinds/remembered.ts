/** Rows of fits kept for mentees who gave the same answer as others. */
import type { Participant } from "../participant";
import { intAt } from "../solver/typed-read";
import type { Kernel } from "./kernel";

/** Rows kept of one criterion: 8 bytes for each mentor. */
const MOST_ROWS = 128;

/** The same kernel; rows of the commonest answers are worked out once. */
export function remembered(
  kernel: Kernel,
  mentees: readonly Participant[],
  mentors: number,
  field: string,
): Kernel {
  const rowOf = commonAnswers(mentees, field);
  const rows: Float64Array[] = [];
  return {
    ...kernel,
    row: (mentee) => {
      const at = intAt(rowOf, mentee);
      if (at === -1) {
        return null;
      }
      const row = rows[at] ?? new Float64Array(mentors);
      if (rows[at] === undefined) {
        kernel.fill(mentee, 0, mentors, row);
        rows[at] = row;
      }
      return row;
    },
  };
}

/** Number of each mentee's answer among the commonest, -1 for the others. */
function commonAnswers(
  mentees: readonly Participant[],
  field: string,
): Int32Array {
  const texts = mentees.map(({ answers }) => String(answers[field] ?? ""));
  const counts = new Map<string, number>();
  for (const text of texts) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const common = [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_ROWS);
  const rowOf = new Map(common.map(([text], row) => [text, row]));
  return Int32Array.from(texts, (text) => rowOf.get(text) ?? -1);
}
