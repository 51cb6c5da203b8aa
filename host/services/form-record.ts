/** What one form of the local host is: plain JSON data and how it starts out. */
import { randomBytes, randomInt } from "node:crypto";
import type { FormItemView, FormView } from "../types";
import type { AnswerRule } from "./form-rule";

export type FormItemType = FormItemView["type"];

/** One question, heading or page break; fields unused by a type stay null. */
export type ItemRecord = {
  readonly id: number;
  readonly type: FormItemType;
  title: string;
  help: string;
  required: boolean;
  /** Options of MULTIPLE_CHOICE, CHECKBOX and LIST. */
  choices: string[] | null;
  /** «Другое» with free text is allowed. */
  other: boolean;
  scale: { lower: number; upper: number; left: string; right: string } | null;
  rule: AnswerRule | null;
};

/** Text for most items, a list for check boxes. */
export type Answer = string | readonly string[];

/** Item id → answer; an unanswered item has no key. */
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
  /** Item id, or one of the two columns the form adds itself. */
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

/** Headings and page breaks ask nothing and have no column. */
export function isQuestion(item: ItemRecord): boolean {
  return item.type !== "SECTION_HEADER" && item.type !== "PAGE_BREAK";
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
  let id = randomInt(1, 2 ** 31);
  while (taken.some((item) => item.id === id)) {
    id = randomInt(1, 2 ** 31);
  }
  return {
    id,
    type,
    title: "",
    help: "",
    required: false,
    choices: CHOICE_TYPES.has(type) ? [""] : null,
    other: false,
    scale:
      type === "SCALE" ? { lower: 1, upper: 5, left: "", right: "" } : null,
    rule: null,
  };
}

/** FormItemView plus what only the answerable page shows. */
export type FormPageItem = FormItemView & {
  /** «Другое» with free text is allowed. */
  readonly other?: boolean;
};

/** FormView plus what only the answerable page shows. */
export type FormPageView = Omit<FormView, "items"> & {
  readonly items: readonly FormPageItem[];
  /** The page asks for an e-mail address. */
  readonly collectsEmail?: boolean;
  /** Own text instead of the usual one when the form is closed. */
  readonly closedMessage?: string;
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
    items: form.items.map((item) => ({
      id: item.id,
      type: item.type,
      title: item.title,
      help: item.help,
      required: item.required,
      ...(item.choices === null ? {} : { choices: [...item.choices] }),
      ...(item.scale === null ? {} : { scale: { ...item.scale } }),
      ...(item.other ? { other: true } : {}),
    })),
  };
}
