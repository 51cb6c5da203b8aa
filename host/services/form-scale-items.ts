/** Items answered with a mark: a scale with ends, a rating in stars. */
import { RatingIconType } from "./form-enums";
import {
  changeItem,
  copyItem,
  LIGHT_QUESTION_MEMBERS,
  QuestionItem,
  recordOf,
  textArgument,
  wrongSignature,
} from "./form-item-base";
import { ItemResponse } from "./form-item-response";
import type { Rating } from "./form-record";
import { type EnumValue, ServiceError } from "./service-object";

const NO_SCALE = { lower: 1, upper: 5, left: "", right: "" };

export class ScaleItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  /** Lower is 0 or 1, upper 3 to 10; decimals are cut off. */
  setBounds(lower: number, upper: number): this {
    const [from, to] = [Math.trunc(lower), Math.trunc(upper)];
    if (!(from === 0 || from === 1)) {
      throw new ServiceError(
        `Invalid argument: lower. It is ${lower}, but must be 0 or 1.`,
      );
    }
    if (!(to >= 3 && to <= 10)) {
      throw new ServiceError(
        `Invalid argument: upper. It is ${upper}, but must be 3 to 10.`,
      );
    }
    changeItem(this, (record) => {
      record.scale = { ...(record.scale ?? NO_SCALE), lower: from, upper: to };
    });
    return this;
  }

  setLabels(lower: string, upper: string): this {
    changeItem(this, (record) => {
      record.scale = {
        ...(record.scale ?? NO_SCALE),
        left: textArgument(lower, "lower"),
        right: textArgument(upper, "upper"),
      };
    });
    return this;
  }

  getLowerBound(): number {
    return (recordOf(this).scale ?? NO_SCALE).lower;
  }

  getUpperBound(): number {
    return (recordOf(this).scale ?? NO_SCALE).upper;
  }

  getLeftLabel(): string {
    return (recordOf(this).scale ?? NO_SCALE).left;
  }

  getRightLabel(): string {
    return (recordOf(this).scale ?? NO_SCALE).right;
  }

  /** The response reads back as text: 4 → '4'. */
  createResponse(response: number): ItemResponse {
    const { title, scale } = recordOf(this);
    const { lower, upper } = scale ?? NO_SCALE;
    const number = Number(response);
    if (!Number.isInteger(number) || number < lower || number > upper) {
      throw new ServiceError(
        `Invalid response submitted to "${title}": ${response} is not an integer from ${lower} to ${upper}.`,
      );
    }
    return new ItemResponse(this.form, this.itemId, String(number));
  }

  duplicate(): ScaleItem {
    return new ScaleItem(this.form, copyItem(this).id);
  }
}

const NO_RATING: Rating = { levels: 5, icon: "STAR" };

export class RatingItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  getRatingScaleLevel(): number {
    return (recordOf(this).rating ?? NO_RATING).levels;
  }

  /** 3 to 10 marks, from 1 on. */
  setRatingScaleLevel(ratingScaleLevel: number): this {
    const levels = Math.trunc(ratingScaleLevel);
    if (!(levels >= 3 && levels <= 10)) {
      throw new ServiceError(
        `Invalid argument: ratingScaleLevel. It is ${ratingScaleLevel}, but must be 3 to 10.`,
      );
    }
    changeItem(this, (record) => {
      record.rating = { ...(record.rating ?? NO_RATING), levels };
    });
    return this;
  }

  getRatingIcon(): EnumValue {
    return RatingIconType[(recordOf(this).rating ?? NO_RATING).icon];
  }

  setRatingIcon(ratingIcon: EnumValue): this {
    const icon = (["STAR", "HEART", "THUMB_UP"] as const).find(
      (name) => RatingIconType[name] === ratingIcon,
    );
    if (icon === undefined) {
      throw wrongSignature(this, "setRatingIcon");
    }
    changeItem(this, (record) => {
      record.rating = { ...(record.rating ?? NO_RATING), icon };
    });
    return this;
  }

  /** The response reads back as text: 4 → '4'. */
  createResponse(response: number): ItemResponse {
    const { title, rating } = recordOf(this);
    const { levels } = rating ?? NO_RATING;
    const number = Number(response);
    if (!Number.isInteger(number) || number < 1 || number > levels) {
      throw new ServiceError(
        `Invalid response submitted to "${title}": ${response} is not an integer from 1 to ${levels}.`,
      );
    }
    return new ItemResponse(this.form, this.itemId, String(number));
  }

  duplicate(): RatingItem {
    return new RatingItem(this.form, copyItem(this).id);
  }
}
