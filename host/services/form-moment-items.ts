/** Items answered with a date, a time or a duration. */
import {
  booleanArgument,
  changeItem,
  copyItem,
  LIGHT_QUESTION_MEMBERS,
  QuestionItem,
  recordOf,
  wrongSignature,
} from "./form-item-base";
import { ItemResponse } from "./form-item-response";
import { pad, storedMoment } from "./form-moments";
import { ServiceError } from "./service-object";

/** Parts of a moment in a zone, as `yyyy-MM-dd HH:mm`. */
function momentIn(moment: Date, timeZone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const year = pad(Number(parts.get("year")), 4);
  return `${year}-${parts.get("month")}-${parts.get("day")} ${parts.get("hour")}:${parts.get("minute")}`;
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

/** Dates with or without a year. */
abstract class DayItem extends QuestionItem {
  includesYear(): boolean {
    return recordOf(this).withoutYear !== true;
  }

  setIncludesYear(enableYear: boolean): this {
    changeItem(this, (record) => {
      record.withoutYear = !booleanArgument(enableYear, "enableYear");
    });
    return this;
  }
}

/** `yyyy-MM-dd HH:mm` in the script's zone, without the year when it is not asked. */
function answered(item: DayItem, response: unknown): string {
  if (!isDate(response) || Number.isNaN(response.getTime())) {
    throw wrongSignature(item, "createResponse");
  }
  const moment = momentIn(response, item.form.timeZone);
  return item.includesYear() ? moment : moment.slice("yyyy-".length);
}

export class DateItem extends DayItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  /** The response reads back as yyyy-MM-dd, a day of the script's zone. */
  createResponse(response: Date): ItemResponse {
    const [day = ""] = answered(this, response).split(" ");
    return new ItemResponse(this.form, this.itemId, day);
  }

  duplicate(): DateItem {
    return new DateItem(this.form, copyItem(this).id);
  }
}

export class DateTimeItem extends DayItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  /** The response reads back as yyyy-MM-dd HH:mm of the script's zone. */
  createResponse(response: Date): ItemResponse {
    const moment = answered(this, response);
    return new ItemResponse(this.form, this.itemId, moment);
  }

  duplicate(): DateTimeItem {
    return new DateTimeItem(this.form, copyItem(this).id);
  }
}

/** @throws ServiceError for parts that are no such time. */
function parts(item: QuestionItem, numbers: readonly number[]): ItemResponse {
  const { title, type } = recordOf(item);
  const given = numbers.map((number) => pad(Math.trunc(number))).join(":");
  const text = storedMoment({ type }, given);
  if (text === null) {
    throw new ServiceError(
      `Invalid response submitted to "${title}": ${given} is no such time.`,
    );
  }
  return new ItemResponse(item.form, item.itemId, text);
}

export class TimeItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  /** The response reads back as HH:mm. */
  createResponse(hour: number, minute: number): ItemResponse {
    return parts(this, [hour, minute]);
  }

  duplicate(): TimeItem {
    return new TimeItem(this.form, copyItem(this).id);
  }
}

export class DurationItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  /** The response reads back as HH:mm:ss. */
  createResponse(
    hours: number,
    minutes: number,
    seconds: number,
  ): ItemResponse {
    return parts(this, [hours, minutes, seconds]);
  }

  duplicate(): DurationItem {
    return new DurationItem(this.form, copyItem(this).id);
  }
}
