/** Mentor or mentee, as people write it. */
import { compareKey } from "./compare-text";

export type Role = "mentor" | "mentee";

/**
 * Reads a role out of a cell or a heading («Наставник», «наставляемые»,
 * «Раздел 2. Наставники»).
 *
 * @returns The role; `both` when the text names both; null when neither.
 */
export function readRole(text: string): Role | "both" | null {
  const words = compareKey(text).split(" ");
  const isMentee = words.some((word) =>
    /^(?:наставляем|подопечн|менти$)/.test(word),
  );
  const isMentor = words.some((word) =>
    /^(?:наставник|наставниц|ментор)/.test(word),
  );
  if (isMentee) {
    return isMentor ? "both" : "mentee";
  }
  return isMentor ? "mentor" : null;
}
