/** What one form of the local host is: plain JSON data and how it starts out. */
import { randomBytes, randomInt } from "node:crypto";
import type { FormItemView, FormView } from "../types";
import type { AnswerRule } from "./form-rule";

export type FormItemType = FormItemView["type"];

/** Where a respondent goes after a page: a page break's id, or one of Google's words. */
export type GoTo = "CONTINUE" | "RESTART" | "SUBMIT" | number;

/** One question, heading or page break; fields unused by a type stay null. */
export type ItemRecord = {
  readonly id: number;
  readonly type: FormItemType;
  title: string;
  help: string;
  required: boolean;
  /** Options of MULTIPLE_CHOICE, CHECKBOX and LIST; columns of the grids. */
  choices: string[] | null;
  /** Where each choice leads; absent when none leads anywhere. */
  goTo?: GoTo[] | null;
  /** PAGE_BREAK: where the page before it leads. */
  after?: GoTo;
  /** Rows of the grids; a row is answered and stored like a question, by its own id. */
  rows?: GridRow[];
  /** DATE and DATETIME; absent = the year is asked. */
  withoutYear?: boolean;
  rating?: Rating;
  /** «Другое» with free text is allowed. */
  other: boolean;
  scale: { lower: number; upper: number; left: string; right: string } | null;
  rule: AnswerRule | null;
};

export type GridRow = { readonly id: number; readonly title: string };

export type Rating = {
  /** Marks from 1 on. */
  readonly levels: number;
  readonly icon: "STAR" | "HEART" | "THUMB_UP";
};

/** Text for most items, a list for check boxes. */
export type Answer = string | readonly string[];

/** Id of an item or of a grid's row → answer; an unanswered one has no key. */
export type Answers = Readonly<Record<string, Answer>>;

export type ResponseRecord = {
  readonly id: string;
  /** ISO instant of the last submission or edit. */
  timestamp: string;
  email: string;
  answers: Answers;
  /** Secret of the personal «edit your answer» link. */
  readonly editToken: string;
};

/** One column of the response tab, in the order it was added. */
export type ResponseColumn = {
  /** Id of an item or of a grid's row, or one of the two columns the form adds itself. */
  readonly source: number | "timestamp" | "email";
  /** Header last written; a header the curator changed is left alone. */
  header: string;
  /** 0-based sheet column where it was last seen. */
  index: number;
};

export type Destination = {
  readonly bookId: string;
  readonly sheetId: string;
  readonly columns: ResponseColumn[];
};

export type FormRecord = {
  readonly id: string;
  title: string;
  description: string;
  confirmation: string;
  closedMessage: string;
  published: boolean;
  accepting: boolean;
  allowEdits: boolean;
  collectEmail: boolean;
  limitOne: boolean;
  progressBar: boolean;
  shuffle: boolean;
  respondAgain: boolean;
  /** People the form is published to; kept only, links open to everybody here. */
  readers?: string[];
  destination: Destination | null;
  readonly items: ItemRecord[];
  readonly responses: ResponseRecord[];
};

/** A file id of the length and alphabet Google uses: 44 characters. */
export function newFileId(): string {
  return `1${randomBytes(33).toString("base64url").slice(0, 43)}`;
}

/** A response id or link secret: 43 URL-safe characters, 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** An empty form: no title, no items, accepting as soon as it is published. */
export function newForm(id: string, published: boolean): FormRecord {
  return {
    id,
    title: "",
    description: "",
    confirmation: "",
    closedMessage: "",
    published,
    accepting: true,
    allowEdits: false,
    collectEmail: false,
    limitOne: false,
    progressBar: false,
    shuffle: false,
    respondAgain: true,
    destination: null,
    items: [],
    responses: [],
  };
}

const CHOICE_TYPES: ReadonlySet<FormItemType> = new Set([
  "MULTIPLE_CHOICE",
  "CHECKBOX",
  "LIST",
]);

/** What the grids ask in each row. */
const ROW_TYPES: Readonly<Partial<Record<FormItemType, FormItemType>>> = {
  GRID: "MULTIPLE_CHOICE",
  CHECKBOX_GRID: "CHECKBOX",
};

export function isGrid(item: { readonly type: FormItemType }): boolean {
  return ROW_TYPES[item.type] !== undefined;
}

/** Headings and page breaks ask nothing and have no column. */
export function isQuestion(item: { readonly type: FormItemType }): boolean {
  return item.type !== "SECTION_HEADER" && item.type !== "PAGE_BREAK";
}

/**
 * What is answered, one entry per answer: a grid gives a question for each of
 * its rows, titled «Вопрос [строка]» as in Google's response tab.
 */
export function questionsOf<
  Item extends {
    readonly id: number;
    readonly type: FormItemType;
    readonly title: string;
    readonly rows?: readonly GridRow[];
  },
>(items: readonly Item[]): Item[] {
  return items.filter(isQuestion).flatMap((item) => {
    const type = ROW_TYPES[item.type];
    return type === undefined
      ? [item]
      : (item.rows ?? []).map((row) => ({
          ...item,
          id: row.id,
          type,
          title: `${item.title} [${row.title}]`,
        }));
  });
}

/** An id that neither an item nor a row of the form has. */
export function newItemId(taken: readonly ItemRecord[]): number {
  const used = new Set(
    taken.flatMap((item) => [
      item.id,
      ...(item.rows ?? []).map((row) => row.id),
    ]),
  );
  let id = randomInt(1, 2 ** 31);
  while (used.has(id)) {
    id = randomInt(1, 2 ** 31);
  }
  return id;
}

/**
 * A new item as Google makes it: a choice item starts with one empty choice,
 * a scale with 1 to 5.
 *
 * @param taken - Items of the form; the new id differs from all of theirs.
 */
export function newItem(
  type: FormItemType,
  taken: readonly ItemRecord[],
): ItemRecord {
  return {
    id: newItemId(taken),
    type,
    title: "",
    help: "",
    required: false,
    choices: CHOICE_TYPES.has(type) || type in ROW_TYPES ? [""] : null,
    other: false,
    scale:
      type === "SCALE" ? { lower: 1, upper: 5, left: "", right: "" } : null,
    rule: null,
    ...(type === "RATING" ? { rating: { levels: 5, icon: "STAR" } } : {}),
  };
}

/** FormItemView plus what only the answerable page shows. */
export type FormPageItem = FormItemView & {
  /** «Другое» with free text is allowed. */
  readonly other?: boolean;
  readonly withoutYear?: boolean;
  readonly rating?: Rating;
  readonly goTo?: readonly GoTo[];
  readonly after?: GoTo;
};

/** FormView plus what only the answerable page shows. */
export type FormPageView = Omit<FormView, "items"> & {
  readonly items: readonly FormPageItem[];
  /** The page asks for an e-mail address. */
  readonly collectsEmail?: boolean;
  /** Own text instead of the usual one when the form is closed. */
  readonly closedMessage?: string;
  readonly progressBar?: boolean;
};

/** Whether respondents can answer now. */
export function isOpen(form: FormRecord): boolean {
  return form.published && form.accepting;
}

/** The form as the page, the server and Host.forms show it. */
export function viewOf(form: FormRecord): FormPageView {
  return {
    id: form.id,
    title: form.title,
    description: form.description,
    confirmation: form.confirmation,
    open: isOpen(form),
    responses: form.responses.length,
    collectsEmail: form.collectEmail,
    closedMessage: form.closedMessage,
    progressBar: form.progressBar,
    items: form.items.map(itemViewOf),
  };
}

function itemViewOf(item: ItemRecord): FormPageItem {
  const { rule: _, choices, scale, goTo, other, withoutYear, ...shown } = item;
  return structuredClone({
    ...shown,
    ...(choices === null ? {} : { choices }),
    ...(scale === null ? {} : { scale }),
    ...(goTo ? { goTo } : {}),
    ...(other ? { other } : {}),
    ...(withoutYear ? { withoutYear } : {}),
    ...(isGrid(item) ? { rows: item.rows ?? [] } : {}),
  });
}
