/** «Согласия…»: consent documents for those who lack them, or blanks; each handed-out sheet is a row of the register. */
import * as z from "zod/mini";
import { type Book, rowsOf, textOf } from "../../book/book";
import {
  isGap,
  type PersonStanding,
  renewals,
  standings,
} from "../../book/consent-gaps";
import { isGroup, issuedKey, issuedRows } from "../../book/consents";
import { personName } from "../../book/derive";
import {
  CONSENT_KIND,
  CONSENT_KINDS,
  type ConsentKind,
  type Signer,
} from "../../domain/consents/kinds";
import { gapText, RENEWAL } from "../../domain/consents/words";
import { blankSheets } from "../../domain/documents/consent-documents";
import { counted } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";
import { type ConsentFile, filesPlan, SHEETS } from "../consents/files-plan";
import { peopleByCodes } from "../consents/people-by-codes";
import { consentSheet } from "../consents/sheet-of";
import type { Action, Context, Plan } from "../plan";
import { optionalText, readInput } from "./read-input";

const AUTO = "auto";
const BLANK = "blank";
const ONE = "one";

/** More sheets would make one document too long to fill in one go. */
const SHEETS_PER_FILE = 50;

const LABELS = {
  kind: "Какие согласия",
  content: "Чем заполнить",
  files: "Файлы",
  codes: "Кому",
};

const schema = z.object({
  kind: z._default(z.enum([AUTO, ...CONSENT_KINDS]), AUTO),
  content: z._default(z.enum(["filled", BLANK]), "filled"),
  files: z._default(z.enum([ONE, "each"]), ONE),
  codes: optionalText,
});

/** Choices of one kind of consent, by the words of the register. */
export const KIND_CHOICES = CONSENT_KINDS.map((kind) => ({
  value: kind,
  label: CONSENT_KIND[kind],
}));

export const consentsAction: Action = {
  id: "consents",
  title: "Согласия",
  intro:
    "Подготовит согласия на подпись: каждое – отдельный лист на человека и вид. Адрес и паспорт вписываются от руки и в таблицу не попадают. Кому уже выдано, второй раз не печатается.",
  needs: ["settings", "mentees", "mentors", "consents", "pairs", "documents"],
  undoable: true,
  fields: () => [
    {
      key: "kind",
      label: LABELS.kind,
      kind: "choice",
      choices: [
        { value: AUTO, label: "Кому чего не хватает" },
        ...KIND_CHOICES,
      ],
      value: AUTO,
    },
    {
      key: "content",
      label: LABELS.content,
      kind: "choice",
      choices: [
        { value: "filled", label: "По банку" },
        { value: BLANK, label: "Чистые бланки" },
      ],
      value: "filled",
    },
    {
      key: "files",
      label: LABELS.files,
      kind: "choice",
      choices: [
        { value: ONE, label: "Один файл на вид – печатать" },
        { value: "each", label: "Каждому свой файл" },
      ],
      value: ONE,
    },
    {
      key: "codes",
      label: LABELS.codes,
      kind: "text",
      hint: "Коды, например НСТ-014, НМ-003. Пусто – всем.",
    },
  ],
  blocked: () => null,
  plan: (book, input, context) => {
    const given = readInput(schema, input, LABELS);
    const only = CONSENT_KINDS.find((kind) => kind === given.kind) ?? null;
    return given.content === BLANK
      ? planBlanks(book, only)
      : planFilled(book, { ...given, only }, context);
  },
};

function planBlanks(book: Book, only: ConsentKind | null): Plan {
  const made = new Set(
    rowsOf(book, "documents").map((row) => textOf(row, "title")),
  );
  const files = (only === null ? CONSENT_KINDS : [only])
    .map(
      (kind): ConsentFile => ({
        kind,
        title: `Бланк: ${CONSENT_KIND[kind]}`,
        sheets: blankSheets(kind),
        handed: [],
      }),
    )
    .filter(({ title }) => !made.has(title));
  return filesPlan(book, files, {
    nothing: "Такие бланки уже есть на вкладке «Документы».",
    problems: [],
    details: [],
  });
}

type Sheet = PersonStanding & {
  readonly signers: readonly Signer[];
  readonly why: string;
};

function planFilled(
  book: Book,
  given: {
    readonly only: ConsentKind | null;
    readonly files: string;
    readonly codes: string;
  },
  { today }: Context,
): Plan {
  const { has, problems } = peopleByCodes(book, given.codes);
  const gaps = standings(book, today, given.only).filter(
    (one) => isGap(one) && has(one.row.id),
  );
  const groups = gaps.filter(({ row }) => isGroup(row));
  const people = gaps.filter(
    ({ row, standing }) =>
      !isGroup(row) &&
      // Who took a consent back is asked again only on purpose.
      (standing.state !== "withdrawn" || given.only !== null),
  );
  const due = renewals(book, today).filter(
    ({ why, row, standing }) =>
      why !== "mayComeOfAge" &&
      has(row.id) &&
      (given.only === null || given.only === standing.kind),
  );
  const out = issuedRows(book);
  const wanted: Sheet[] = [
    ...people.map((one) => ({
      ...one,
      signers: one.standing.lacks,
      why: gapText(one.standing, one.birth),
    })),
    ...due.map((one) => ({ ...one, why: RENEWAL[one.why] })),
  ];
  const sheets = wanted
    .map((one) => ({
      ...one,
      signers: one.signers.filter(
        (signer) => !out.has(issuedKey(one.row.id, one.standing.kind, signer)),
      ),
    }))
    .filter(({ signers }) => signers.length > 0);
  const files = CONSENT_KINDS.flatMap((kind) =>
    filesOf(
      book,
      kind,
      sheets.filter(({ standing }) => standing.kind === kind),
      given.files === ONE ? SHEETS_PER_FILE : 1,
    ),
  );
  const issued = wanted.length - sheets.length;
  return filesPlan(book, files, {
    nothing:
      issued > 0
        ? `Печатать нечего: всё недостающее уже выдано на подпись (${issued}). Ссылки – на вкладке «Согласия».`
        : "Печатать нечего: все нужные согласия есть.",
    problems: [...problems, ...groups.map((one) => groupProblem(book, one))],
    details: sheets.map(({ row, standing, why }) => [
      row.id,
      personName(row),
      CONSENT_KIND[standing.kind],
      why,
    ]),
  });
}

function groupProblem(book: Book, { bank, row }: PersonStanding): Problem {
  return {
    severity: "warning",
    tab: book.tables[bank].table.title,
    row: row.row,
    message:
      "За группу или класс согласие не печатается: возьмите чистые бланки для каждого, а графу «Согласие» заполните сами.",
  };
}

function filesOf(
  book: Book,
  kind: ConsentKind,
  sheets: readonly Sheet[],
  size: number,
): ConsentFile[] {
  const files: ConsentFile[] = [];
  for (let start = 0; start < sheets.length; start += size) {
    const part = sheets.slice(start, start + size);
    const [first] = part;
    const whose =
      size === 1 && first !== undefined
        ? first.row.id
        : counted(part.length, SHEETS);
    files.push({
      kind,
      title: `${kind === "agreement" ? "Соглашение" : "Согласие"}: ${CONSENT_KIND[kind]} – ${whose}`,
      sheets: part.map(({ row, signers }) => consentSheet(book, row, signers)),
      handed: part.flatMap(({ row, signers }) =>
        signers.map((signer) => ({ row, signer })),
      ),
    });
  }
  return files;
}
