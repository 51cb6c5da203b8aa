/** What may be said against one pair of the tab, whoever put it there. */
import { type Book, findRow, type Row, textOf } from "../../book/book";
import { personName } from "../../book/derive";
import { quote } from "../../book/parse-cell";
import { placesOf, wantedOf } from "../../domain/matching/place-locks";
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
  /** Broken rules that the curator may set aside with a reason, in words. */
  readonly rules: readonly string[];
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
      rules: [],
      refusals: [
        ...(mentor === undefined ? [unknown("mentorId", mentorId)] : []),
        ...(mentee === undefined ? [unknown("menteeId", menteeId)] : []),
      ],
    };
  }
  const broken = codesOf(scene.broken(mentee, mentor));
  const places = placesFor(scene, loads, row);
  return {
    score: scene.detail(mentee, mentor),
    rules: [...overridable(broken), ...places.rules],
    refusals: [...firmRefusals(book, row, broken), ...places.refusals],
  };
}

/** Places are judged with the pairs that stand, not here. */
function overridable(broken: readonly RuleCode[]): readonly string[] {
  const open = broken.filter(
    (code) => !FIRM_RULES.has(code) && !PLACE_RULES.has(code),
  );
  return [...new Set(open.map((code) => RULE_WORDS[code].why))];
}

const PLACE_RULES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  "CAPACITY_MENTOR",
  "CAPACITY_MENTEE",
]);

function unknown(column: Refusal["column"], id: string): Refusal {
  const whose = column === "mentorId" ? "наставника" : "наставляемого";
  return {
    column,
    message:
      id === ""
        ? `Не указан код ${whose}.`
        : `Кода «${quote(id)}» нет в банке. Исправьте код или удалите строку.`,
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
function placesFor(
  scene: Scene,
  loads: Loads,
  row: Row,
): Pick<Judgement, "rules" | "refusals"> {
  const [menteeId, mentorId] = pairOf(row);
  const others = (id: string) =>
    (loads.get(id) ?? []).filter((other) => other.id !== row.id);
  const twin = others(menteeId).find(
    (other) => textOf(other, "mentorId") === mentorId,
  );
  const mentor = mentorPlaces(scene, mentorId, others(mentorId).length);
  return {
    rules: mentor.rules,
    refusals: [
      ...(twin === undefined
        ? []
        : [
            {
              column: "menteeId",
              message: `Эта же пара уже стоит в строке ${twin.row} (${twin.id}). Удалите лишнюю строку.`,
            } as const,
          ]),
      ...mentor.refusals,
      ...menteeNeeds(scene, menteeId, others(menteeId)),
    ],
  };
}

/** Every place is the limit, a reserve the curator's own to use. */
function mentorPlaces(
  scene: Scene,
  id: string,
  taken: number,
): Pick<Judgement, "rules" | "refusals"> {
  const mentor = scene.mentors[scene.mentorOf.get(id) ?? -1];
  const places = mentor === undefined ? Infinity : placesOf(mentor);
  if (taken >= places) {
    return {
      rules: [],
      refusals: [
        {
          column: "mentorId",
          message: `Мест у наставника ${id}: ${places}, других пар: ${taken}. Увеличьте графу «Мест» или выберите другого наставника.`,
        },
      ],
    };
  }
  const reserve = scene.rules.reserve
    .filter(({ mentor: one }) => one === id)
    .reduce((sum, one) => sum + Math.max(0, Math.floor(one.places)), 0);
  return {
    rules:
      reserve > 0 && taken >= places - reserve
        ? [
            `у наставника ${id} остались только места в резерве (всего ${places}, в резерве ${reserve})`,
          ]
        : [],
    refusals: [],
  };
}

function menteeNeeds(
  scene: Scene,
  id: string,
  had: readonly Row[],
): readonly Refusal[] {
  const mentee = scene.mentees[scene.menteeOf.get(id) ?? -1];
  const wanted = mentee === undefined ? Infinity : wantedOf(mentee);
  if (had.length < wanted) {
    return [];
  }
  const mentors = had.map((other) => textOf(other, "mentorId")).join(", ");
  return [
    {
      column: "menteeId",
      message:
        had.length === 0
          ? `Наставляемому ${id} наставник не нужен: в графе «Нужно наставников» стоит 0. Исправьте число или удалите строку.`
          : `Наставляемому ${id} нужно наставников: ${wanted}, уже есть: ${had.length} (${mentors}). Увеличьте графу «Нужно наставников» или удалите лишнюю строку.`,
    },
  ];
}
