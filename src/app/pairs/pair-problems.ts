/** What a run has to say about rules, locks and those left without a mentor, with rows. */
import { type Book, findRow, rowsOf } from "../../book/book";
import type { UnmatchedNote } from "../../domain/matching/explain/explanation";
import {
  CLOSED_RULES,
  RULE_WORDS,
  type RuleCode,
} from "../../domain/matching/rules";
import type { Scene } from "../../domain/matching/scene";
import type { Problem } from "../../shared/rpc";
import { nameOf } from "./name-of";
import { pairKey, pairOf } from "./open-scene";

const RULES_TAB = "Правила пар";

/** Rules that cannot all be kept; the run does not begin. */
export function contradictionProblems(scene: Scene): Problem[] {
  return scene.contradictions.map(({ severity, message, rows }) => {
    const [row] = rows;
    return {
      severity,
      tab: RULES_TAB,
      ...(row === undefined ? {} : { row }),
      message:
        rows.length > 1
          ? `${message} Строки вкладки «${RULES_TAB}»: ${rows.join(", ")}.`
          : message,
    };
  });
}

/** Pairs that stay though they name nobody or break a rule. */
export function lockProblems(book: Book, scene: Scene): Problem[] {
  const rows = new Map(
    rowsOf(book, "pairs").map((row) => [pairKey(pairOf(row)), row.row]),
  );
  const at = (mentee: string, mentor: string) => {
    const row = rows.get(pairKey([mentee, mentor]));
    return row === undefined ? { tab: RULES_TAB } : { tab: "Пары", row };
  };
  const unknown = scene.unknownLocks.map(
    ([mentee, mentor]): Problem => ({
      severity: "error",
      ...at(mentee, mentor),
      message: `В паре, которая должна остаться, стоит код, которого нет в банке: «${mentor}» или «${mentee}». Исправьте код.`,
    }),
  );
  const codes = new Map<string, { pair: readonly string[]; words: string[] }>();
  for (const { pair, code } of scene.brokenLocks) {
    const key = pair.slice(0, 2).join("\n");
    const known = codes.get(key) ?? { pair, words: [] };
    codes.set(key, known);
    known.words.push(wordOf(code));
  }
  const broken = [...codes.values()].map(({ pair, words }): Problem => {
    const [mentee = "", mentor = ""] = pair;
    return {
      severity: "warning",
      ...at(mentee, mentor),
      message: `Пара «${nameOf(book, mentor)} – ${nameOf(book, mentee)}» остаётся, хотя не отвечает условиям: ${[...new Set(words)].join("; ")}. Проверьте её.`,
    };
  });
  return [...unknown, ...broken];
}

function wordOf(code: RuleCode): string {
  return CLOSED_RULES.has(code) ? "закрытые правила" : RULE_WORDS[code].why;
}

export function unmatchedProblems(
  book: Book,
  notes: readonly UnmatchedNote[],
): Problem[] {
  return notes.map(({ menteeId, has, wants, words }) => {
    const row = findRow(book, "mentees", menteeId);
    const lack = has === 0 ? "без пары" : `наставников ${has} из ${wants}`;
    return {
      severity: "warning",
      tab: "Наставляемые",
      ...(row === null ? {} : { row: row.row }),
      message: `${nameOf(book, menteeId)} – ${lack}. ${words}`,
    };
  });
}
