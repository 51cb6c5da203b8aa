/** «Приказы и документы…»: the order that assigns mentoring pairs, as a document and a register entry. */
import * as z from "zod/mini";
import { type Book, textOf, textSetting } from "../../book/book";
import { personName } from "../../book/derive";
import type { Edit } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { isByCodes } from "../../book/personal";
import { schoolYearText } from "../../book/school-year";
import {
  PAIRING_ORDER_KIND,
  pairingOrderData,
  pairingOrderTitle,
} from "../../domain/documents/pairing-order";
import { hash } from "../../domain/hash";
import { plural } from "../../domain/language/plural";
import type { JsonObject, Problem } from "../../shared/rpc";
import {
  ordered,
  type Participants,
  participantsOf,
  withLabourConsent,
} from "../pairs/ordered-pairs";
import { MARKS_LEFT } from "../personal/marks-left";
import type { Action, Context, Plan } from "../plan";
import { optionalDate, optionalText, readInput } from "./read-input";

const schema = z.object({
  date: optionalDate,
  number: optionalText,
  deadline: optionalDate,
});

const LABELS = {
  date: "Дата приказа",
  number: "Номер приказа",
  deadline: "Срок разработки программ",
};

export const order: Action = {
  id: "order",
  title: "Приказы и документы",
  intro:
    "Создаст приказ «О закреплении наставнических пар (групп)» с приложением: в него войдут утверждённые пары, которых ещё нет в приказах.",
  needs: ["settings", "mentees", "mentors", "pairs", "documents"],
  undoable: true,
  fields: (_book, today) => [
    {
      key: "date",
      label: LABELS.date,
      kind: "date",
      value: today,
      hint: "Пусто – останется место, чтобы вписать от руки.",
    },
    {
      key: "number",
      label: LABELS.number,
      kind: "text",
      hint: "Как в журнале регистрации, например 42-ОД. Пусто – место для номера.",
    },
    { key: "deadline", label: LABELS.deadline, kind: "date" },
  ],
  blocked: (book) =>
    ordered(book).length === 0
      ? "Нет утверждённых пар, которых ещё нет в приказах. Сначала выберите «Утвердить пары…»."
      : null,
  plan: planOrder,
};

function planOrder(book: Book, input: JsonObject, { today }: Context): Plan {
  const given = readInput(schema, input, LABELS);
  const problems: Problem[] = [];
  const pairs = withLabourConsent(
    book,
    ordered(book).flatMap((pair) => participantsOf(book, pair, problems)),
    today,
    problems,
  );
  if (pairs.length === 0) {
    return {
      summary: ["Нет пар, которые можно включить в приказ."],
      edits: [],
      effects: [],
      problems,
      verb: "Создать 1 приказ",
    };
  }
  const schoolYear = schoolYearText(book);
  const title = pairingOrderTitle(schoolYear);
  const date = given.date === "" ? null : given.date;
  const number = given.number.trim() === "" ? null : given.number.trim();
  const prepared = pairingOrderData(
    orderFacts(book, pairs, { ...given, date, number, schoolYear }),
  );
  problems.push(
    ...prepared.problems.map(
      (message): Problem => ({ severity: "warning", message }),
    ),
  );
  const id = nextId(book, "documents");
  const edits: Edit[] = [
    {
      kind: "insert",
      table: "documents",
      row: id,
      values: {
        kind: "приказ",
        title,
        date,
        number,
        status: "черновик",
        pairs: pairs.map(({ pair }) => pair.id).join("; "),
      },
    },
    ...pairs.map(
      ({ pair }): Edit => ({
        kind: "set",
        table: "pairs",
        row: pair.id,
        column: "documentId",
        value: id,
      }),
    ),
  ];
  const count = `${pairs.length} ${plural(pairs.length, ["пару", "пары", "пар"])}`;
  return {
    summary: [
      `Новый приказ ${id} «${title}» на ${count}.`,
      ...(isByCodes(book) ? [MARKS_LEFT] : []),
    ],
    edits,
    effects: [
      {
        kind: "document",
        // The content is part of the key: after a cut with other data a new document is made.
        key: `document:${id}:${hash(JSON.stringify(prepared.data))}`,
        name: number === null ? title : `Приказ № ${number} ${title}`,
        template: PAIRING_ORDER_KIND,
        data: prepared.data,
        table: "documents",
        row: id,
      },
    ],
    problems,
    details: [
      {
        headers: ["Наставник", "Наставляемый", "Форма"],
        rows: pairs.map(({ pair, mentor, mentee }) => [
          personName(mentor),
          personName(mentee),
          textOf(pair, "form"),
        ]),
      },
    ],
    verb: "Создать 1 приказ",
    links: [{ label: "Документы", tab: "Документы" }],
  };
}

function orderFacts(
  book: Book,
  pairs: readonly Participants[],
  given: {
    readonly date: string | null;
    readonly number: string | null;
    readonly deadline: string;
    readonly schoolYear: string;
  },
): Parameters<typeof pairingOrderData>[0] {
  const iso = (text: string) => (text === "" ? null : text);
  const employee = (role: "head" | "curator") => ({
    position: textSetting(book, `${role}Position`),
    name: textSetting(book, `${role}Name`),
  });
  const curator = employee("curator");
  return {
    organization: {
      full: textSetting(book, "organization"),
      short: textSetting(book, "organizationShort"),
      city: textSetting(book, "city"),
    },
    date: given.date,
    number: given.number,
    schoolYear: given.schoolYear,
    period: {
      from: iso(textSetting(book, "periodFrom")),
      to: iso(textSetting(book, "periodTo")),
    },
    basis: textSetting(book, "basis")
      .split(";")
      .map((act) => act.trim())
      .filter((act) => act !== ""),
    programDeadline: iso(given.deadline),
    head: employee("head"),
    curator: curator.name === "" ? null : curator,
    controller: null,
    pairs: pairs.map(({ pair, mentor, mentee }) => ({
      mentor: {
        name: personName(mentor),
        position: textOf(mentor, "position"),
      },
      mentee: {
        name: personName(mentee),
        position: textOf(mentee, "position") || textOf(mentee, "grade"),
      },
      form: textOf(pair, "form"),
      kind: textOf(pair, "kind"),
      from: iso(textOf(pair, "from")),
      to: iso(textOf(pair, "to")),
      topic: textOf(pair, "topic"),
    })),
  };
}
