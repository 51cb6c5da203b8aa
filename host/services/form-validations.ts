/** Finished validations of FormApp. */
import type { AnswerRule } from "./form-rule";
import { ServiceObject } from "./service-object";

/** A finished rule, given to setValidation; each item takes only its own kind. */
export abstract class Validation extends ServiceObject {
  readonly rule: AnswerRule;

  constructor(rule: AnswerRule) {
    super();
    this.rule = rule;
  }
}

export class TextValidation extends Validation {}

export class ParagraphTextValidation extends Validation {}

export class CheckboxValidation extends Validation {}

export class GridValidation extends Validation {}

export class CheckboxGridValidation extends Validation {}
