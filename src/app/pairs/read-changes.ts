/** Reads «НСТ-001 НМ-003», one change a line: who gets which mentor. */
import type { Problem } from "../../shared/rpc";

/** One mentee's mentor of the present plan changes. */
export type PairChange = {
  readonly mentee: string;
  /** "" = the mentee is left without a mentor. */
  readonly mentor: string;
  /** The mentor replaced; null where the mentee has at most one. */
  readonly from: string | null;
};

/** What separates codes: spaces, arrows, dashes with spaces, commas. */
const BETWEEN = /\s*(?:→|->|–>|,|;|:|\s)\s*/u;

const NOBODY: ReadonlySet<string> = new Set(["–", "—", "-", "нет", "никто"]);

/**
 * Two codes: mentee and new mentor, «–» for none. Three: mentee, mentor
 * replaced, new mentor.
 */
export function readChanges(text: string): {
  readonly changes: readonly PairChange[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const changes = text.split("\n").flatMap((line, index): PairChange[] => {
    const words = line
      .trim()
      .split(BETWEEN)
      .filter((word) => word !== "");
    if (words.length === 0) {
      return [];
    }
    const [mentee = "", second, third] = words;
    if (second === undefined || words.length > 3) {
      problems.push({
        severity: "error",
        row: index + 1,
        message: `Строка «${line.trim().slice(0, 60)}» не понята. Нужны код наставляемого и код нового наставника, например «НСТ-001 НМ-003».`,
      });
      return [];
    }
    const mentor = third ?? second;
    return [
      {
        mentee: mentee.toUpperCase(),
        mentor: NOBODY.has(mentor.toLowerCase()) ? "" : mentor.toUpperCase(),
        from: third === undefined ? null : second.toUpperCase(),
      },
    ];
  });
  return { changes, problems };
}
