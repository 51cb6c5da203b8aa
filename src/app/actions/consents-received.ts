/** «Отметить полученные…»: the date of signing for many people at once. */
import * as z from "zod/mini";
import type { Book } from "../../book/book";
import { isGap, type PersonStanding, standings } from "../../book/consent-gaps";
import {
  consentRules,
  isGroup,
  issuedKey,
  issuedRows,
  type Register,
  registerOf,
  signaturesOf,
} from "../../book/consents";
import { personName } from "../../book/derive";
import type { Edit } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { isIsoDate } from "../../book/parse-cell";
import type { Birth } from "../../domain/consents/age";
import {
  CONSENT_KIND,
  CONSENT_KINDS,
  SIGNER,
  type Signer,
} from "../../domain/consents/kinds";
import { type Standing, standingOf } from "../../domain/consents/standing";
import { gapText } from "../../domain/consents/words";
import { UserError } from "../../domain/errors";
import { counted } from "../../domain/language/plural";
import type { JsonObject, Problem } from "../../shared/rpc";
import { peopleByCodes } from "../consents/people-by-codes";
import type { Action, Context, Plan } from "../plan";
import { KIND_CHOICES } from "./consents";
import { optionalDate, optionalText, readInput } from "./read-input";

const LABELS = {
  kind: "Вид согласия",
  codes: "Чьи",
  signer: "Чья подпись",
  signed: "Подписано",
  until: "Действует до",
  kept: "Где хранится оригинал",
};

const ALL_SIGNERS = "all";

const schema = z.object({
  kind: z.enum(CONSENT_KINDS),
  codes: optionalText,
  signer: z._default(z.enum([ALL_SIGNERS, "parent", "self"]), ALL_SIGNERS),
  signed: z.string().check(z.refine(isIsoDate, "нужна дата")),
  until: optionalDate,
  kept: optionalText,
});

export const consentsReceived: Action = {
  id: "consentsReceived",
  title: "Отметить полученные",
  intro:
    "Запишет день подписи сразу многим: тем, чьи коды Вы назовёте, или всем, кому этого согласия не хватает. Графа «Согласие» банка обновится сама.",
  needs: ["settings", "mentees", "mentors", "consents"],
  undoable: true,
  fields: (_book, today) => [
    {
      key: "kind",
      label: LABELS.kind,
      kind: "choice",
      required: true,
      choices: KIND_CHOICES,
      value: "processing",
    },
    {
      key: "codes",
      label: LABELS.codes,
      kind: "longtext",
      hint: "Коды через пробел или запятую. Пусто – все из списка «Кому чего не хватает».",
    },
    {
      key: "signer",
      label: LABELS.signer,
      kind: "choice",
      choices: [
        { value: ALL_SIGNERS, label: "Все, кто нужен по возрасту" },
        { value: "parent", label: SIGNER.parent },
        { value: "self", label: SIGNER.self },
      ],
      value: ALL_SIGNERS,
    },
    {
      key: "signed",
      label: LABELS.signed,
      kind: "date",
      required: true,
      value: today,
    },
    {
      key: "until",
      label: LABELS.until,
      kind: "date",
      hint: "Пусто – до отзыва.",
    },
    { key: "kept", label: LABELS.kept, kind: "text" },
  ],
  blocked: () => null,
  plan: planReceived,
};

function planReceived(book: Book, input: JsonObject, context: Context): Plan {
  const given = readInput(schema, input, LABELS);
  const { kind, signed, until } = given;
  if (signed > context.today) {
    throw new UserError(
      "INPUT",
      "День подписи ещё не наступил. Исправьте дату.",
    );
  }
  if (until !== "" && until < signed) {
    throw new UserError(
      "INPUT",
      "Согласие кончается раньше, чем подписано. Исправьте одну из дат.",
    );
  }
  const { has, problems } = peopleByCodes(book, given.codes);
  const isNamed = given.codes.trim() !== "";
  const register = registerOf(book);
  const marks = standings(book, context.today, kind)
    .filter(
      (one) =>
        has(one.row.id) &&
        // Who took a consent back is not one of «all»: only by code.
        (isNamed || (isGap(one) && one.standing.state !== "withdrawn")),
    )
    .map((one) => markOf(book, register, one, given));
  const marked = marks.filter(({ signers }) => signers.length > 0);
  const people = counted(marked.length, ["человека", "человек", "человек"]);
  return {
    summary: [
      marked.length === 0
        ? "Отмечать нечего."
        : `Согласие «${CONSENT_KIND[kind]}»: подпись у ${people}.`,
    ],
    edits: signatureEdits(book, marked, given),
    effects: [],
    problems: [...problems, ...marks.flatMap(({ problem }) => problem ?? [])],
    details: [
      {
        headers: ["Код", "Кто", "Чья подпись", "Что станет"],
        rows: marked.map(({ row, birth, signers }) => [
          row.id,
          personName(row),
          signers.map((signer) => SIGNER[signer]).join("; "),
          afterText(
            standingOf(
              kind,
              [
                ...signaturesOf(register, row.id, kind),
                ...signers.map((signer) => ({
                  signer,
                  signed,
                  until: until || null,
                  withdrawn: null,
                })),
              ],
              birth,
              consentRules(book),
              context.today,
            ),
            birth,
          ),
        ]),
      },
    ],
    verb: `Отметить у ${people}`,
    links: [{ label: "Согласия", tab: "Согласия" }],
  };
}

type Given = z.output<typeof schema>;

type Mark = PersonStanding & {
  readonly signers: readonly Signer[];
  /** Why nothing is marked. */
  readonly problem?: Problem;
};

/** The signatures that were needed on the day of signing. */
function markOf(
  book: Book,
  register: Register,
  one: PersonStanding,
  { kind, signer, signed, until }: Given,
): Mark {
  const { row, birth } = one;
  if (isGroup(row)) {
    const message = "группа или класс, графу «Согласие» заполните сами.";
    return { ...one, signers: [], problem: at(book, one, message) };
  }
  // What ends before the new one does not make it needless.
  const lasting = signaturesOf(register, row.id, kind).filter(
    (old) => old.until === null || (until !== "" && old.until >= until),
  );
  const then = standingOf(kind, lasting, birth, consentRules(book), signed);
  const needed = then.cameOfAge === "no" ? then.lacks : (["self"] as const);
  const signers = needed.filter(
    (who) => signer === ALL_SIGNERS || signer === who,
  );
  if (signers.length > 0) {
    return { ...one, signers };
  }
  const message =
    needed.length === 0
      ? "такое согласие уже есть."
      : `на день подписи по возрасту нужна другая подпись – ${needed.map((who) => SIGNER[who]).join(" и ")}.`;
  return { ...one, signers, problem: at(book, one, message) };
}

/** Rows handed out get their day; where there is none, a row is added. */
function signatureEdits(
  book: Book,
  marks: readonly Mark[],
  { kind, signed, until, kept }: Given,
): Edit[] {
  const issued = issuedRows(book);
  const values = {
    signed,
    until: until || null,
    ...(kept.trim() === "" ? {} : { kept: kept.trim() }),
  };
  let added = 0;
  return marks.flatMap(({ row: { id }, signers }) =>
    signers.flatMap((signer): Edit[] => {
      const out = issued.get(issuedKey(id, kind, signer));
      if (out !== undefined) {
        return Object.entries(values).map(([column, value]) => ({
          kind: "set",
          table: "consents",
          row: out.id,
          column,
          value,
        }));
      }
      added += 1;
      return [
        {
          kind: "insert",
          table: "consents",
          row: nextId(book, "consents", added - 1),
          values: {
            person: id,
            kind: CONSENT_KIND[kind],
            signer: SIGNER[signer],
            ...values,
          },
        },
      ];
    }),
  );
}

function afterText(after: Standing, birth: Birth): string {
  return after.state === "valid" ? "действует" : gapText(after, birth);
}

function at(
  book: Book,
  { bank, row }: PersonStanding,
  message: string,
): Problem {
  return {
    severity: "warning",
    tab: book.tables[bank].table.title,
    row: row.row,
    message: `${personName(row)}: ${message}`,
  };
}
