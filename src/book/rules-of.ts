/** What is decided about pairs before a run: «Правила пар», standing and past pairs, settings. */
import { codeKey } from "../domain/matching/choice-key";
import type {
  MustRule,
  PairingMode,
  PairingRules,
  PastPair,
  PreferRule,
  ReserveRule,
  RuledPair,
} from "../domain/matching/pairing-rules";
import type { IdPair } from "../domain/matching/participant";
import { CURRENT_PAIR } from "../domain/vocabulary";
import type { Problem } from "../shared/rpc";
import {
  type Book,
  listOf,
  numberOf,
  type Row,
  rowsOf,
  setting,
  textOf,
  textSetting,
} from "./book";
import { BROKEN_PAIRS, PAIR_MODES } from "./tables/settings";
import { wishCodeProblems } from "./wish-codes";

export type ReadRules = {
  readonly rules: PairingRules;
  readonly problems: readonly Problem[];
};

const MODE: ReadonlyMap<string, PairingMode> = new Map([
  [PAIR_MODES[0], "most"],
  [PAIR_MODES[1], "best"],
  [PAIR_MODES[2], "weakest"],
]);

/** Rows of «Правила пар», sorted out. */
type Sorted = {
  readonly locked: RuledPair[];
  readonly never: RuledPair[];
  readonly must: MustRule[];
  readonly reserve: ReserveRule[];
  readonly prefer: PreferRule[];
};

/** The rules of a run; a row that says nothing usable is reported. */
export function rulesOf(book: Book): ReadRules {
  const idOf = idReader(book);
  const sorted: Sorted = {
    locked: [],
    never: [],
    must: [],
    reserve: [],
    prefer: [],
  };
  const problems: Problem[] = wishCodeProblems(book);
  for (const row of rowsOf(book, "pairRules")) {
    const fault = sortRow(sorted, row, idOf);
    if (fault !== null) {
      problems.push({
        severity: "warning",
        tab: "Правила пар",
        row: row.row,
        ...fault,
      });
    }
  }
  const score = setting(book, "minScore");
  return {
    rules: {
      ...sorted,
      locked: [...standing(book), ...sorted.locked],
      past: pastPairs(book),
      minScore: typeof score === "number" ? score : 0,
      mode: MODE.get(textSetting(book, "pairMode")) ?? "most",
      keep: rowsOf(book, "pairs")
        .filter((row) => textOf(row, "status") === "черновик")
        .map(idPair),
    },
    problems,
  };
}

function idPair(row: Row): IdPair {
  return [textOf(row, "menteeId"), textOf(row, "mentorId")];
}

/** Ends «Что изменилось» of a draft that a row of «Правила пар» locks. */
export const LOCKED_BY_RULE = "Закреплена правилом.";

/** Such a draft is locked as long as the rule stands, and no longer. */
export function isLockedByRule(row: Row): boolean {
  return textOf(row, "changed").trim().endsWith(LOCKED_BY_RULE);
}

/** Pairs that go on, and drafts the curator has locked. */
function standing(book: Book): readonly IdPair[] {
  return rowsOf(book, "pairs")
    .filter(
      (row) =>
        CURRENT_PAIR.includes(textOf(row, "status")) ||
        (textOf(row, "status") === "черновик" &&
          textOf(row, "source") === "закреплена" &&
          !isLockedByRule(row)),
    )
    .map(idPair);
}

function pastPairs(book: Book): readonly PastPair[] {
  const word = textSetting(book, "brokenPairs");
  return rowsOf(book, "pairs").flatMap((row): PastPair[] => {
    const status = textOf(row, "status");
    if (status === "завершена") {
      return [{ pair: idPair(row), outcome: "good" }];
    }
    if (status !== "прекращена досрочно" || word === BROKEN_PAIRS[2]) {
      return [];
    }
    const outcome = word === BROKEN_PAIRS[1] ? "banned" : "bad";
    return [{ pair: idPair(row), outcome }];
  });
}

/** Turns a code as it was typed into the code of the bank, where there is one. */
function idReader(book: Book): (code: string) => string {
  const ids = new Map<string, string>();
  for (const table of ["mentees", "mentors"] as const) {
    for (const { id } of rowsOf(book, table)) {
      ids.set(codeKey(id), id);
    }
  }
  return (code) => ids.get(codeKey(code)) ?? code;
}

type Fault = { readonly column: string; readonly message: string };

function sortRow(
  sorted: Sorted,
  row: Row,
  idOf: (code: string) => string,
): Fault | null {
  const word = textOf(row, "rule");
  const mentees = listOf(row, "menteeIds").map(idOf);
  const mentors = listOf(row, "mentorIds").map(idOf);
  const number = numberOf(row, "number");
  const pairs = mentees.flatMap((mentee) =>
    mentors.map((mentor): RuledPair => [mentee, mentor, row.row]),
  );
  switch (word) {
    case "обязательно":
      sorted.must.push(
        ...mentees.map((mentee) => ({ mentee, mentors, row: row.row })),
      );
      return mentees.length > 0 ? null : lacking("Код наставляемого");
    case "никогда":
      sorted.never.push(...pairs);
      return lackingCode(mentees, mentors);
    case "закрепить":
      sorted.locked.push(...pairs);
      return lackingCode(mentees, mentors);
    case "резерв":
      if (number === null || number < 1 || !Number.isInteger(number)) {
        return {
          column: "Число",
          message: "Впишите, сколько мест оставить в резерве: целое от 1.",
        };
      }
      sorted.reserve.push(
        ...mentors.map((mentor) => ({ mentor, places: number, row: row.row })),
      );
      return mentors.length > 0 ? null : lacking("Код наставника");
    case "желательно":
      if (number !== null && (number < -1 || number > 1 || number === 0)) {
        return {
          column: "Число",
          message:
            "Впишите число от −1 (лучше не надо) до 1 (рекомендуется), кроме 0. Пусто означает 1.",
        };
      }
      sorted.prefer.push(
        ...pairs.map(([mentee, mentor]) => ({
          mentee,
          mentor,
          points: number ?? 1,
          reason: textOf(row, "reason"),
          row: row.row,
        })),
      );
      return lackingCode(mentees, mentors);
    default:
      return {
        column: "Правило",
        message: `Выберите правило: обязательно, никогда, закрепить, резерв или желательно. Пока строка не учитывается.`,
      };
  }
}

function lackingCode(
  mentees: readonly string[],
  mentors: readonly string[],
): Fault | null {
  if (mentees.length === 0) {
    return lacking("Код наставляемого");
  }
  return mentors.length === 0 ? lacking("Код наставника") : null;
}

function lacking(column: string): Fault {
  return {
    column,
    message: `Впишите код в графу «${column}». Пока строка не учитывается.`,
  };
}
