/** FormResponse: a draft made by createResponse, or an answer somebody gave. */
import { AnswersRefused, acceptAnswers } from "./form-answers";
import { type FormHandle, formOf } from "./form-item-base";
import { ItemResponse } from "./form-item-response";
import { EMAIL_KEY, editResponseUrl, prefilledUrl } from "./form-links";
import {
  type Answer,
  type Answers,
  type FormItemType,
  isOpen,
  isQuestion,
  type ResponseRecord,
} from "./form-record";
import { ServiceError, ServiceObject } from "./service-object";

/** Unanswered items of these kinds still give an item response, of ''. */
const TEXT_LIKE: ReadonlySet<FormItemType> = new Set([
  "TEXT",
  "PARAGRAPH_TEXT",
  "DATE",
]);

/** Draft answers, or those of the stored response. */
function answersOf(response: FormResponse): Answers {
  return response.stored?.answers ?? response.draft;
}

export class FormResponse extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getId",
    "withItemResponse",
  ]);
  readonly form: FormHandle;
  readonly stored: ResponseRecord | null;
  readonly draft: Record<string, Answer> = {};

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
    this.draft[response.itemId] = response.answer;
    return this;
  }

  /** The form with these answers filled in, nothing submitted. */
  toPrefilledUrl(): string {
    const form = formOf(this.form);
    const given = answersOf(this);
    return prefilledUrl(
      this.form.store.context.origin(),
      form.id,
      form.items.flatMap((item) => {
        const answer = given[item.id];
        return answer === undefined ? [] : [[String(item.id), answer]];
      }),
      (itemId, value) => {
        const item = form.items.find(
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
    if (this.stored !== null) {
      throw new ServiceError("This response was submitted already.");
    }
    try {
      const accepted = acceptAnswers(form, {
        ...this.draft,
        [EMAIL_KEY]: this.form.user,
      });
      const { response } = this.form.store.add(form, accepted, null);
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
        const answer =
          answers[item.id] ?? (TEXT_LIKE.has(item.type) ? "" : undefined);
        return answer === undefined
          ? []
          : [new ItemResponse(this.form, item.id, answer)];
      });
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
