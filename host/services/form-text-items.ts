/** Items answered with text: one line, several lines. */
import {
  clearRule,
  copyItem,
  LIGHT_QUESTION_MEMBERS,
  QuestionItem,
  setRule,
  textArgument,
} from "./form-item-base";
import { ItemResponse } from "./form-item-response";
import { ParagraphTextValidation, TextValidation } from "./form-validations";

export class TextItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  setValidation(validation: TextValidation): this {
    setRule(this, validation, TextValidation);
    return this;
  }

  clearValidation(): this {
    clearRule(this);
    return this;
  }

  createResponse(response: string): ItemResponse {
    const text = textArgument(response, "response");
    return new ItemResponse(this.form, this.itemId, text);
  }

  duplicate(): TextItem {
    return new TextItem(this.form, copyItem(this).id);
  }
}

export class ParagraphTextItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  setValidation(validation: ParagraphTextValidation): this {
    setRule(this, validation, ParagraphTextValidation);
    return this;
  }

  clearValidation(): this {
    clearRule(this);
    return this;
  }

  createResponse(response: string): ItemResponse {
    const text = textArgument(response, "response");
    return new ItemResponse(this.form, this.itemId, text);
  }

  duplicate(): ParagraphTextItem {
    return new ParagraphTextItem(this.form, copyItem(this).id);
  }
}
