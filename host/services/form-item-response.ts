/** One answer inside a form response. */
import type { FormHandle } from "./form-item-base";
import type { Answer } from "./form-record";
import { ServiceObject } from "./service-object";

export class ItemResponse extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getItem",
    "getResponse",
  ]);
  readonly form: FormHandle;
  readonly itemId: number;
  readonly answer: Answer;

  constructor(form: FormHandle, itemId: number, answer: Answer) {
    super();
    this.form = form;
    this.itemId = itemId;
    this.answer = answer;
  }

  getItem(): ServiceObject {
    return this.form.itemOf(this.form, this.itemId);
  }

  getResponse(): Answer {
    return typeof this.answer === "string" ? this.answer : [...this.answer];
  }

  /** No quizzes here, so there is never a score. */
  getScore(): null {
    return null;
  }
}
