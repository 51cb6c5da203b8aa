/** One answer inside a form response. */
import type { FormHandle } from "./form-item-base";
import type { Answer } from "./form-record";
import { ServiceObject } from "./service-object";

/** An answer as scripts see it; a grid's is a list by row, null where none was given. */
export type ItemAnswer =
  | Answer
  | readonly (string | null)[]
  | readonly (readonly string[] | null)[];

export class ItemResponse extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getItem",
    "getResponse",
  ]);
  readonly form: FormHandle;
  readonly itemId: number;
  readonly answer: ItemAnswer;

  constructor(form: FormHandle, itemId: number, answer: ItemAnswer) {
    super();
    this.form = form;
    this.itemId = itemId;
    this.answer = answer;
  }

  getItem(): ServiceObject {
    return this.form.itemOf(this.form, this.itemId);
  }

  getResponse(): ItemAnswer {
    return structuredClone(this.answer);
  }

  /** No quizzes here, so there is never a score. */
  getScore(): null {
    return null;
  }
}
