/** What an action plans, and how the plan is recognised again. */
import type { Book } from "../book/book";
import type { Edit } from "../book/edits";
import type { TableId } from "../book/table";
import type { DocumentData } from "../domain/documents/document-data";
import type {
  ActionCard,
  Field,
  JsonObject,
  Link,
  Preview,
  Problem,
} from "../shared/rpc";

/** A thing made outside the book. `key` makes it exactly once. */
export type Effect =
  | {
      readonly kind: "document";
      readonly key: string;
      readonly name: string;
      readonly template: string;
      readonly data: DocumentData;
      /** Row that gets columns `file` and `link`. */
      readonly table: TableId;
      readonly row: string;
    }
  | {
      readonly kind: "form";
      readonly key: string;
      readonly name: string;
      readonly questionnaire: string;
      /** Row that gets `formId`, `url`, `editUrl`, `prefill`. */
      readonly table: TableId;
      readonly row: string;
    }
  | { readonly kind: "trash"; readonly key: string; readonly file: string };

export type Plan = {
  /** Russian lines with counts, no personal data: they go into the journal. */
  readonly summary: readonly string[];
  readonly edits: readonly Edit[];
  readonly effects: readonly Effect[];
  readonly problems: readonly Problem[];
  readonly details?: Preview["details"];
  readonly copy?: string;
  /** Caption of the confirm button. */
  readonly verb: string;
  readonly links?: readonly Link[];
  /** Runs whose records leave the undo store when this plan is done. */
  readonly forgets?: readonly string[];
};

/** What a plan may know besides the book: always the same on preview and apply. */
export type Context = {
  readonly today: string;
  readonly user: string;
  readonly seed: string;
};

export type Action = {
  readonly id: string;
  /** Menu caption without the dots. */
  readonly title: string;
  readonly intro: string;
  /** Tables the plan reads or writes; their tabs must be there. */
  readonly needs: readonly TableId[];
  /** Tables it looks at when they are there. */
  readonly reads?: readonly TableId[];
  /** Reads the answers of linked forms too. */
  readonly readsResponses?: boolean;
  /** False: cannot be taken back by «Отменить последнее действие». */
  readonly undoable: boolean;
  readonly fields: (book: Book, today: string) => readonly Field[];
  /** What to do first, or null. */
  readonly blocked: (book: Book) => string | null;
  /** @throws UserError when the input cannot be used. */
  readonly plan: (book: Book, input: JsonObject, context: Context) => Plan;
};

export function cardOf(action: Action, book: Book, today: string): ActionCard {
  const blocked = action.blocked(book);
  return {
    id: action.id,
    title: action.title,
    intro: action.intro,
    fields: blocked === null ? action.fields(book, today) : [],
    ...(blocked === null ? {} : { blocked }),
  };
}

/** Own key of a record: ids from outside must not reach its prototype. */
export function hasKey(record: object, key: string): boolean {
  return Object.keys(record).includes(key);
}

export function isEmptyPlan(plan: Plan): boolean {
  return plan.edits.length === 0 && plan.effects.length === 0;
}

/** Hash of what the plan would do; timestamps are not part of a plan. */
export function fingerprint(plan: Plan): string {
  return hash(JSON.stringify([plan.edits, plan.effects, plan.problems]));
}

/**
 * 64 bits as 16 hex digits, from two 32-bit multiplicative hashes.
 * Tells plans apart; not a cryptographic hash.
 */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return hex(a) + hex(b);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
