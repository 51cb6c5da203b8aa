/** What may be said against one pair of the tab, whoever put it there. */
import { type Book, findRow, type Row, textOf } from "../../book/book";
import { personName } from "../../book/derive";
import {
  CLOSED_RULES,
  codesOf,
  FIRM_RULES,
  RULE_WORDS,
  type RuleCode,
} from "../../domain/matching/rules";
import type { Scene } from "../../domain/matching/scene";
import type { PairScore } from "../../domain/matching/score";
import { pairOf, standingRows } from "./open-scene";

/** What the rules and the loads say of one row of «Пары». */
export type Judgement = {
  /** Null when one of the two is not in the banks. */
  readonly score: PairScore | null;
  /** Rules that the pair breaks. */
  readonly broken: readonly RuleCode[];
  /** Why the pair cannot be, whatever the curator decides; Russian sentences. */
  readonly refusals: readonly Refusal[];
};

export type Refusal = {
  /** Column of «Пары» the sentence is about. */
  readonly column: "mentorId" | "menteeId";
  readonly message: string;
};

/** Pairs that stand in the tab, counted by person. */
export type Loads = ReadonlyMap<string, readonly Row[]>;

/** Draft and current pairs of each person. */
export function loadsOf(book: Book): Loads {
  const loads = new Map<string, Row[]>();
  for (const row of standingRows(book)) {
    for (const id of pairOf(row)) {
      const rows = loads.get(id);
      if (rows === undefined) {
        loads.set(id, [row]);
      } else {
        rows.push(row);
      }
    }
  }
  return loads;
}

/** @param loads - Of the same book; the row itself may be among them. */
export function judgePair(
  book: Book,
  scene: Scene,
  loads: Loads,
  row: Row,
): Judgement {
  const [menteeId, mentorId] = pairOf(row);
  const mentee = scene.menteeOf.get(menteeId);
  const mentor = scene.mentorOf.get(mentorId);
  if (mentee === undefined || mentor === undefined) {
    return {
      score: null,
      broken: [],
      refusals: [
        ...(mentor === undefined ? [unknown("mentorId", mentorId)] : []),
        ...(mentee === undefined ? [unknown("menteeId", menteeId)] : []),
      ],
    };
  }
  const broken = codesOf(scene.broken(mentee, mentor));
  return {
    score: scene.detail(mentee, mentor),
    broken,
    refusals: [
      ...firmRefusals(book, row, broken),
      ...crowding(scene, loads, row),
    ],
  };
}

/** Rules that the curator may set aside with a reason, in words. */
export function overridable(broken: readonly RuleCode[]): readonly string[] {
  const open = broken.filter((code) => !FIRM_RULES.has(code));
  return [...new Set(open.map((code) => RULE_WORDS[code].why))];
}

function unknown(column: Refusal["column"], id: string): Refusal {
  const whose = column === "mentorId" ? "наставника" : "наставляемого";
  return {
    column,
    message:
      id === ""
        ? `Не указан код ${whose}.`
        : `Кода «${id}» нет в банке. Исправьте код или удалите строку.`,
  };
}

function firmRefusals(
  book: Book,
  row: Row,
  broken: readonly RuleCode[],
): Refusal[] {
  return broken
    .filter((code) => FIRM_RULES.has(code))
    .flatMap((code): Refusal[] => {
      if (code === "CONSENT") {
        return withoutConsent(book, row);
      }
      return [
        {
          column: "mentorId",
          message:
            code === "SELF"
              ? "Наставник и наставляемый – один и тот же человек."
              : CLOSED_RULES.has(code)
                ? "Пара не допускается закрытыми правилами: их нельзя отменить."
                : `Пара не допускается: ${RULE_WORDS[code].why}.`,
        },
      ];
    });
}

function withoutConsent(book: Book, row: Row): Refusal[] {
  return (
    [
      ["mentors", "mentorId"],
      ["mentees", "menteeId"],
    ] as const
  ).flatMap(([table, column]): Refusal[] => {
    const person = findRow(book, table, textOf(row, column));
    return person === null || textOf(person, "consent") === "получено"
      ? []
      : [
          {
            column,
            message: `${personName(person)}: согласие не получено (строка ${person.row} вкладки «${book.tables[table].table.title}»). Получите согласие и повторите.`,
          },
        ];
  });
}

/** Too many for the mentor, more than the mentee wants, the same pair twice. */
function crowding(scene: Scene, loads: Loads, row: Row): Refusal[] {
  const [menteeId, mentorId] = pairOf(row);
  const mentor = scene.mentors[scene.mentorOf.get(mentorId) ?? -1];
  const mentee = scene.mentees[scene.menteeOf.get(menteeId) ?? -1];
  const others = (id: string) =>
    (loads.get(id) ?? []).filter((other) => other.id !== row.id);
  const refusals: Refusal[] = [];
  const twin = others(menteeId).find(
    (other) => textOf(other, "mentorId") === mentorId,
  );
  if (twin !== undefined) {
    refusals.push({
      column: "menteeId",
      message: `Эта же пара уже стоит в строке ${twin.row} (${twin.id}). Удалите лишнюю строку.`,
    });
  }
  const taken = others(mentorId).length;
  if (mentor !== undefined && taken >= mentor.capacity) {
    refusals.push({
      column: "mentorId",
      message: `Мест у наставника ${mentorId}: ${mentor.capacity}, других пар: ${taken}. Увеличьте графу «Мест» или выберите другого наставника.`,
    });
  }
  const had = others(menteeId);
  if (mentee !== undefined && had.length >= mentee.capacity) {
    const mentors = had.map((other) => textOf(other, "mentorId")).join(", ");
    refusals.push({
      column: "menteeId",
      message: `У наставляемого ${menteeId} уже есть наставник (${mentors}), больше не нужно. Удалите лишнюю строку.`,
    });
  }
  return refusals;
}
