/** FormResponse: a draft made by createResponse, or an answer somebody gave. */
import { AnswersRefused, acceptAnswers } from "./form-answers";
import { AnyItem, type FormHandle, formOf } from "./form-item-base";
import { type ItemAnswer, ItemResponse } from "./form-item-response";
import { EMAIL_KEY, editResponseUrl, prefilledUrl } from "./form-links";
import {
  type Answer,
  type Answers,
  type FormItemType,
  type FormRecord,
  type ItemRecord,
  isGrid,
  isOpen,
  isQuestion,
  questionsOf,
  type ResponseRecord,
} from "./form-record";
import { ServiceError, ServiceObject } from "./service-object";

/** Unanswered items of these kinds still give an item response, of ''. */
const TEXT_LIKE: ReadonlySet<FormItemType> = new Set([
  "TEXT",
  "PARAGRAPH_TEXT",
  "DATE",
  "DATETIME",
  "TIME",
  "DURATION",
]);

/** Draft answers, or those of the stored response. */
function answersOf(response: FormResponse): Answers {
  return response.stored?.answers ?? response.draft;
}

/** What a script answered an item with, by the ids under which it is stored. */
function byQuestion(item: ItemRecord, answer: ItemAnswer): [number, Answer][] {
  if (!isGrid(item)) {
    return [[item.id, answer as Answer]];
  }
  return (item.rows ?? []).flatMap((row, index) => {
    const given = answer[index] ?? null;
    return given === null ? [] : [[row.id, given] as [number, Answer]];
  });
}

/** The answer to an item as scripts see it; undefined when there is none. */
function answerTo(item: ItemRecord, answers: Answers): ItemAnswer | undefined {
  if (!isGrid(item)) {
    return answers[item.id] ?? (TEXT_LIKE.has(item.type) ? "" : undefined);
  }
  const rows = (item.rows ?? []).map((row) => answers[row.id] ?? null);
  return rows.every((row) => row === null) ? undefined : (rows as ItemAnswer);
}

function itemOf(form: FormRecord, id: number): ItemRecord {
  const item = form.items.find((candidate) => candidate.id === id);
  if (item === undefined) {
    throw new ServiceError("The item was deleted from the form.");
  }
  return item;
}

export class FormResponse extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getId",
    "withItemResponse",
  ]);
  readonly form: FormHandle;
  readonly stored: ResponseRecord | null;
  readonly draft: Record<string, Answer> = {};
  #isSent = false;

  constructor(form: FormHandle, stored: ResponseRecord | null) {
    super();
    this.form = form;
    this.stored = stored;
  }

  withItemResponse(response: ItemResponse): this {
    if (
      !(response instanceof ItemResponse) ||
      response.form.id !== this.form.id
    ) {
      throw new ServiceError(
        "Invalid argument: response. It belongs to another form.",
      );
    }
    if (this.stored !== null) {
      throw new ServiceError("This response was submitted already.");
    }
    const item = itemOf(formOf(this.form), response.itemId);
    for (const row of item.rows ?? []) {
      delete this.draft[row.id];
    }
    for (const [id, answer] of byQuestion(item, response.answer)) {
      this.draft[id] = answer;
    }
    return this;
  }

  /** The form with these answers filled in, nothing submitted. */
  toPrefilledUrl(): string {
    const form = formOf(this.form);
    const given = answersOf(this);
    const questions = questionsOf(form.items);
    return prefilledUrl(
      this.form.store.context.origin(),
      form.id,
      questions.flatMap((item) => {
        const answer = given[item.id];
        return answer === undefined ? [] : [[String(item.id), answer]];
      }),
      (itemId, value) => {
        const item = questions.find(
          (candidate) => String(candidate.id) === itemId,
        );
        return !item?.other || (item.choices ?? []).includes(value);
      },
    );
  }

  /** Runs no trigger, as in Google Forms. */
  submit(): FormResponse {
    const form = formOf(this.form);
    if (!isOpen(form)) {
      throw new ServiceError(
        "This form is not accepting responses. Publish it first.",
      );
    }
    if (this.stored !== null || this.#isSent) {
      throw new ServiceError("This response was submitted already.");
    }
    try {
      const accepted = acceptAnswers(form, {
        ...this.draft,
        [EMAIL_KEY]: this.form.user,
      });
      const { response } = this.form.store.add(form, accepted, null);
      this.#isSent = true;
      return new FormResponse(this.form, response);
    } catch (error) {
      if (error instanceof AnswersRefused) {
        throw new ServiceError(error.message, { cause: error });
      }
      throw error;
    }
  }

  /** Null for a draft. */
  getId(): string | null {
    return this.stored === null ? null : this.stored.id;
  }

  /** Null for a draft. */
  getTimestamp(): Date | null {
    return this.stored === null ? null : new Date(this.stored.timestamp);
  }

  getRespondentEmail(): string {
    return this.stored === null ? "" : this.stored.email;
  }

  getItemResponses(): ItemResponse[] {
    const answers = answersOf(this);
    return formOf(this.form)
      .items.filter(isQuestion)
      .flatMap((item) => {
        const answer = answerTo(item, answers);
        return answer === undefined
          ? []
          : [new ItemResponse(this.form, item.id, answer)];
      });
  }

  /** Null when the item was not answered. */
  getResponseForItem(item: AnyItem): ItemResponse | null {
    if (!(item instanceof AnyItem) || item.form.id !== this.form.id) {
      throw new ServiceError(
        "Invalid argument: item. It belongs to another form.",
      );
    }
    return (
      this.getItemResponses().find((one) => one.itemId === item.itemId) ?? null
    );
  }

  getEditResponseUrl(): string {
    if (this.stored === null) {
      throw new ServiceError("This response was not submitted yet.");
    }
    return editResponseUrl(
      this.form.store.context.origin(),
      this.form.id,
      this.stored.editToken,
    );
  }
}
