/** The order that assigns mentors: its facts and the data of its template. */
import { actInInstrumental } from "../language/inflect-act";
import { initialsWithSurname } from "../language/inflect-name";
import { tidyName } from "../language/person-name";
import { employeesOf, hasEmployeePairs } from "./acquaintance";
import {
  BLANK_LINE,
  BLANK_NUMBER,
  longDate,
  orBlank,
  shortDate,
} from "./blanks";
import type { DocumentData, PreparedDocument } from "./document-data";
import { inSentence, type Person, withCapital } from "./person-in-sentence";

/** Kind of the template that {@link pairingOrderData} fills. */
export const PAIRING_ORDER_KIND = "pairing-order";

/** Calendar date, YYYY-MM-DD. */
type Iso = string;

/** One line of the annex. Empty texts become blanks or stay empty cells. */
export type OrderedPair = {
  readonly mentor: Person;
  /** `position`: the position of a worker or the class of a pupil. */
  readonly mentee: Person;
  /** Official wording, as «педагог – педагог». */
  readonly form: string;
  readonly kind: string;
  /** null: as for the whole order. */
  readonly from: Iso | null;
  readonly to: Iso | null;
  readonly topic: string;
};

export type PairingOrder = {
  readonly organization: {
    readonly full: string;
    /** Empty when there is none. */
    readonly short: string;
    /** Place of the order as it is printed: «г. Пролетарск». */
    readonly city: string;
  };
  /** null: a blank to fill by hand. */
  readonly date: Iso | null;
  /** Any text, without «№»; null: a blank. */
  readonly number: string | null;
  /** «2026/2027» */
  readonly schoolYear: string;
  readonly period: { readonly from: Iso | null; readonly to: Iso | null };
  /** Acts in the nominative or instrumental, with date and number. */
  readonly basis: readonly string[];
  readonly programDeadline: Iso | null;
  /** Who signs. */
  readonly head: Person;
  readonly curator: Person | null;
  /** null: the head keeps the control. */
  readonly controller: Person | null;
  readonly pairs: readonly OrderedPair[];
};

/** Heading of the order, also fit for a register and a file name's base. */
export function pairingOrderTitle(schoolYear: string): string {
  return `О закреплении наставнических пар (групп) на ${schoolYear} учебный год`;
}

/**
 * The data that fill the template {@link PAIRING_ORDER_KIND}.
 *
 * Names and positions are put into the cases the text needs; what could not be
 * inflected for sure is listed in `problems`, as are missing facts, for which
 * the document gets blanks to fill by hand.
 *
 * @throws RangeError if a date is no calendar date.
 */
export function pairingOrderData(order: PairingOrder): PreparedDocument {
  const problems: string[] = [...missingFacts(order)];
  const signature = initialsWithSurname(order.head.name);
  const data: DocumentData = {
    organizationFull: orBlank(order.organization.full),
    organizationShort: order.organization.short.trim(),
    hasShortName: order.organization.short.trim() !== "",
    city: order.organization.city.trim(),
    date: longDate(order.date),
    shortDate: shortDate(order.date),
    number: orBlank(order.number ?? "", BLANK_NUMBER),
    title: pairingOrderTitle(order.schoolYear),
    schoolYear: order.schoolYear,
    preamble: preamble(order.basis, problems),
    periodFrom: longDate(order.period.from),
    periodTo: longDate(order.period.to),
    programDeadline: longDate(order.programDeadline),
    curatorAddress: curatorAddress(order.curator, problems),
    hasEmployeePairs: hasEmployeePairs(order.pairs),
    control: control(order, problems),
    headPosition: orBlank(order.head.position),
    headName: orBlank(signature.text),
    hasAcquainted: employeesOf(order).length > 0,
    acquainted: employeesOf(order).map((name) => ({ name })),
    pairs: order.pairs.map((pair, index) => pairRow(pair, index, order)),
  };
  return { data, problems };
}

function missingFacts(order: PairingOrder): readonly string[] {
  const { organization, head, period } = order;
  const facts: readonly (readonly [boolean, string])[] = [
    [
      organization.full.trim() === "",
      "Не указано полное наименование организации.",
    ],
    [organization.city.trim() === "", "Не указано место составления приказа."],
    [
      head.name.trim() === "" || head.position.trim() === "",
      "Не указаны должность и Ф.И.О. руководителя, который подпишет приказ.",
    ],
    [order.curator === null, "Не указан куратор: в приказе оставлено место."],
    [order.basis.length === 0, "Не указаны основания приказа."],
    [order.pairs.length === 0, "В приказе нет ни одной пары."],
    [
      period.from !== null && period.to !== null && period.from > period.to,
      "Начало периода позже его окончания.",
    ],
  ];
  return [
    ...facts.filter(([isMissing]) => isMissing).map(([, text]) => text),
    ...order.pairs.flatMap(missingInPair),
  ];
}

function missingInPair(pair: OrderedPair, index: number): readonly string[] {
  const where = `Пара ${index + 1} в приложении`;
  const problems: string[] = [];
  if (pair.mentor.name.trim() === "") {
    problems.push(`${where}: не указан наставник.`);
  }
  if (pair.mentee.name.trim() === "") {
    problems.push(`${where}: не указан наставляемый.`);
  }
  if (pair.from !== null && pair.to !== null && pair.from > pair.to) {
    problems.push(`${where}: начало срока позже его окончания.`);
  }
  return problems;
}

function preamble(basis: readonly string[], problems: string[]): string {
  const acts = basis
    .filter((act) => act.trim() !== "")
    .map((act) => {
      const { text, sure } = actInInstrumental(act);
      if (!sure) {
        problems.push(
          `Проверьте преамбулу: «${text}» оставлено как есть, после слов ` +
            "«в соответствии с» нужен творительный падеж.",
        );
      }
      return text;
    });
  const consents = "с учётом письменных согласий участников";
  return acts.length === 0
    ? `В целях организации наставничества и ${consents}`
    : `В соответствии с ${acts.join(", ")} и ${consents}`;
}

function curatorAddress(curator: Person | null, problems: string[]): string {
  const role = "куратору программ наставничества";
  if (curator === null) {
    return `${withCapital(role)} ${BLANK_LINE}`;
  }
  const address = inSentence(curator, "dative", "куратора", problems);
  return /^куратор/i.test(curator.position.trim())
    ? withCapital(address)
    : `${withCapital(address)}, ${role}`;
}

/** The end of the sentence about control, with its full stop. */
function control(order: PairingOrder, problems: string[]): string {
  const { controller, head } = order;
  const isHead =
    controller === null || tidyName(controller.name) === tidyName(head.name);
  if (isHead) {
    return "оставляю за собой.";
  }
  const role = "контролирующего";
  const person = inSentence(controller, "accusative", role, problems);
  // «Ткача О.Л.» ends the sentence with the stop of its initials.
  return `возложить на ${person.replace(/\.$/, "")}.`;
}

function pairRow(
  pair: OrderedPair,
  index: number,
  order: PairingOrder,
): DocumentData {
  return {
    index: String(index + 1),
    mentorName: orBlank(tidyName(pair.mentor.name)),
    mentorPosition: pair.mentor.position.trim(),
    hasMentorPosition: pair.mentor.position.trim() !== "",
    menteeName: orBlank(tidyName(pair.mentee.name)),
    menteePosition: pair.mentee.position.trim(),
    hasMenteePosition: pair.mentee.position.trim() !== "",
    form: pair.form.trim(),
    kind: pair.kind.trim(),
    from: shortDate(pair.from ?? order.period.from),
    to: shortDate(pair.to ?? order.period.to),
    topic: pair.topic.trim(),
  };
}
