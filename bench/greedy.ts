/** What a careful person does by hand: the best pair left, again and again. */
import type { PairingInstance } from "../src/domain/matching/pairing";

/** @param instance - One mentor per mentee, no locks and no blocks. */
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
  const seated = new Set<number>();
  let total = 0;
  for (const { mentee, mentor, score } of all) {
    const free = places[mentor] ?? 0;
    if (free > 0 && !seated.has(mentee)) {
      places[mentor] = free - 1;
      seated.add(mentee);
      total += score;
    }
  }
  return { pairs: seated.size, total };
}
