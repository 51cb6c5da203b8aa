/** Rows of fits kept for mentees who gave the same answer as others. */
import type { Participant } from "../participant";
import { intAt } from "../solver/typed-read";
import type { Kernel } from "./kernel";

/** Rows kept of one criterion: 8 bytes for each mentor. */
const MOST_ROWS = 128;

/** The same kernel; whole rows of the commonest answers are worked out once. */
export function remembered(
  kernel: Kernel,
  mentees: readonly Participant[],
  field: string,
): Kernel {
  const rowOf = commonAnswers(mentees, field);
  const rows: Float64Array[] = [];
  return {
    ...kernel,
    fill: (mentee, from, to, out) => {
      const row = intAt(rowOf, mentee);
      const kept = rows[row];
      if (kept !== undefined && from === 0 && to === kept.length) {
        out.set(kept);
        return;
      }
      kernel.fill(mentee, from, to, out);
      if (row !== -1 && from === 0 && to === out.length) {
        rows[row] = out.slice();
      }
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
