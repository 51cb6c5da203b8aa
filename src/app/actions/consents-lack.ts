/** «Кому чего не хватает»: who lacks which consent and why, with a reminder to copy. Nothing is written. */
import * as z from "zod/mini";
import type { Book } from "../../book/book";
import { textSetting } from "../../book/book";
import {
  isGap,
  type PersonStanding,
  renewals,
  standings,
} from "../../book/consent-gaps";
import { personName } from "../../book/derive";
import {
  CONSENT_KIND,
  CONSENT_KINDS,
  type ConsentKind,
  type Signer,
} from "../../domain/consents/kinds";
import { gapText, RENEWAL, reminderText } from "../../domain/consents/words";
import { counted } from "../../domain/language/plural";
import type { JsonObject } from "../../shared/rpc";
import type { Action, Context, Plan } from "../plan";
import { optionalDate, readInput } from "./read-input";

const LABELS = { who: "О ком", due: "Вернуть до" };

const schema = z.object({
  who: z._default(z.enum(["all", "mentees", "mentors"]), "all"),
  due: optionalDate,
});

export const consentsLack: Action = {
  id: "consentsLack",
  title: "Кому чего не хватает",
  intro:
    "Покажет, каких согласий и чьих подписей не хватает и почему, и даст текст напоминания: имён в нём нет, его можно послать в общий чат. Ничего не меняет.",
  needs: ["settings", "mentees", "mentors"],
  reads: ["consents"],
  undoable: false,
  fields: () => [
    {
      key: "who",
      label: LABELS.who,
      kind: "choice",
      choices: [
        { value: "all", label: "Все" },
        { value: "mentees", label: "Наставляемые" },
        { value: "mentors", label: "Наставники" },
      ],
      value: "all",
    },
    { key: "due", label: LABELS.due, kind: "date" },
  ],
  blocked: () => null,
  plan: planLack,
};

function planLack(book: Book, input: JsonObject, { today }: Context): Plan {
  const { who, due } = readInput(schema, input, LABELS);
  const isMeant = ({ bank }: PersonStanding) => who === "all" || bank === who;
  const gaps = standings(book, today).filter(
    (one) => isGap(one) && isMeant(one),
  );
  const renewed = renewals(book, today).filter(isMeant);
  const people = new Set(gaps.map(({ row }) => row.id)).size;
  return {
    summary: [
      people === 0
        ? "Все нужные согласия есть."
        : `Не хватает согласий: ${counted(gaps.length, ["лист", "листа", "листов"])} у ${counted(people, ["человека", "человек", "человек"])}.`,
      ...(renewed.length > 0 ? [`Обновить: ${renewed.length}.`] : []),
    ],
    edits: [],
    effects: [],
    problems: [],
    details: [
      {
        headers: ["Код", "Кто", "Согласие", "Что нужно"],
        rows: [
          ...gaps.map((one) => lineOf(one, gapText(one.standing, one.birth))),
          ...renewed.map((one) => lineOf(one, RENEWAL[one.why])),
        ],
      },
    ],
    ...(people === 0 ? {} : { copy: reminder(book, gaps, due || null) }),
    verb: "Показать",
  };
}

function lineOf({ row, standing }: PersonStanding, why: string) {
  return [row.id, personName(row), CONSENT_KIND[standing.kind], why];
}

function reminder(
  book: Book,
  gaps: readonly PersonStanding[],
  due: string | null,
): string {
  const signers = (kind: ConsentKind): readonly Signer[] =>
    (["parent", "self"] as const).filter((signer) =>
      gaps.some(
        ({ standing }) =>
          standing.kind === kind && standing.lacks.includes(signer),
      ),
    );
  return reminderText(
    CONSENT_KINDS.map((kind) => [kind, signers(kind)] as const).filter(
      ([, who]) => who.length > 0,
    ),
    textSetting(book, "organizationShort"),
    due,
  );
}
