/** What an action plans, and how the plan is recognised again. */
import type { Book } from "../book/book";
import type { Edit } from "../book/edits";
import type { TableId } from "../book/table";
import type { DocumentData } from "../domain/documents/document-data";
import { hash } from "../domain/hash";
import type {
  ActionCard,
  Adjustment,
  Download,
  Field,
  JsonObject,
  Link,
  Problem,
  Section,
} from "../shared/rpc";
import type { Schedule } from "./digest/schedule";
import type { AnswersOf } from "./ports";

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
  | { readonly kind: "trash"; readonly key: string; readonly file: string }
  /** One trigger of the weekly letter, or none. */
  | { readonly kind: "mendTimer"; readonly key: string; readonly on: boolean }
  /** Switches the trigger of the weekly letter. */
  | {
      readonly kind: "timer";
      readonly key: string;
      readonly schedule: Schedule;
    }
  /** Sends the weekly letter now. */
  | { readonly kind: "letter"; readonly key: string }
  /** Answers that leave the form and its tab. */
  | {
      readonly kind: "unanswer";
      readonly key: string;
      readonly formId: string;
      /** Title, for messages. */
      readonly form: string;
      readonly answers: AnswersOf;
    };

/** Effects that make something, recorded in a row. */
export type MakingEffect = Extract<Effect, { kind: "document" | "form" }>;

export function isMaking(effect: Effect): effect is MakingEffect {
  return effect.kind === "document" || effect.kind === "form";
}

export type Plan = {
  /** Russian lines with counts, no personal data: they go into the journal. */
  readonly summary: readonly string[];
  readonly edits: readonly Edit[];
  readonly effects: readonly Effect[];
  readonly problems: readonly Problem[];
  /** True: the problems are the report that was asked for. */
  readonly report?: true;
  readonly details?: readonly Section[];
  readonly adjust?: Adjustment;
  readonly copy?: string;
  /** Handed to the curator with the preview, never written down. */
  readonly download?: Download;
  /** Caption of the confirm button. */
  readonly verb: string;
  readonly links?: readonly Link[];
  /** True: the input holds names that the book must not; it is not stored. */
  readonly secretInput?: boolean;
  /** Runs whose records leave the undo store when this plan is done. */
  readonly forgets?: readonly string[];
  /**
   * Runs whose records hold what the plan erases: they leave the undo store
   * too, together with the record of this plan's own run.
   */
  readonly erases?: readonly string[];
  /**
   * What stood before is not kept anywhere, so a run that is cut off is not
   * taken back: `forward`, it is ended by writing the same again; `anew`, it
   * is planned again.
   */
  readonly irrevocable?: "forward" | "anew";
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
  /** Reads what the tabs are called and where the defined names point. */
  readonly readsLayout?: boolean;
  /** Reads the answers of linked forms too. */
  readonly readsResponses?: boolean;
  /** Reads how the tabs look too. */
  readonly readsLooks?: boolean;
  /** Sees every cell of the tabs, the curator's own tabs too. */
  readonly readsEverything?: boolean;
  /** Reads tabs that are none of the add-on's: their names, and the one that the input chooses. */
  readonly chosenTab?: (input: JsonObject) => string | null;
  /** False: cannot be taken back by «Отменить последнее действие». */
  readonly undoable: boolean;
  readonly fields: (book: Book, today: string) => readonly Field[];
  /** What to do first, or null. */
  readonly blocked: (book: Book) => string | null;
  /** @throws UserError when the input cannot be used. */
  readonly plan: (book: Book, input: JsonObject, context: Context) => Plan;
};

/** @param preset - Values to start the fields with, in place of their own. */
export function cardOf(
  action: Action,
  book: Book,
  today: string,
  preset: JsonObject = {},
): ActionCard {
  const blocked = action.blocked(book);
  const fields = blocked === null ? action.fields(book, today) : [];
  return {
    id: action.id,
    title: action.title,
    intro: action.intro,
    fields: fields.map((field) => withPreset(field, preset)),
    ...(blocked === null ? {} : { blocked }),
  };
}

function withPreset(field: Field, preset: JsonObject): Field {
  const value = hasKey(preset, field.key) ? preset[field.key] : undefined;
  return typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
    ? { ...field, value }
    : field;
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
