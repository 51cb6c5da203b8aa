/** What a careful person does by hand: the best pair left, again and again. */
import type { PairingInstance } from "../src/domain/matching/pairing";

/** @param instance - Without locks and blocks. */
export function greedyByScore(instance: PairingInstance): {
  readonly pairs: number;
  readonly total: number;
} {
  const all: { mentee: number; mentor: number; score: number }[] = [];
  instance.options.forEach((row, mentee) => {
    for (let at = 0; at < row.length; at += 2) {
      all.push({ mentee, mentor: row[at] ?? 0, score: row[at + 1] ?? 0 });
    }
  });
  all.sort(
    (a, b) => b.score - a.score || a.mentee - b.mentee || a.mentor - b.mentor,
  );
  const places = instance.mentors.map((mentor) => mentor.capacity);
  const wanted = instance.mentees.map((_, i) => instance.demand?.[i] ?? 1);
  let pairs = 0;
  let total = 0;
  for (const { mentee, mentor, score } of all) {
    const free = places[mentor] ?? 0;
    const more = wanted[mentee] ?? 0;
    if (free > 0 && more > 0) {
      places[mentor] = free - 1;
      wanted[mentee] = more - 1;
      pairs += 1;
      total += score;
    }
  }
  return { pairs, total };
}
