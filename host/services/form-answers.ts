/** Checks a respondent's answers against a form and says in Russian what is wrong. */
import { EMAIL_KEY } from "./form-links";
import {
  type Answer,
  type Answers,
  type FormRecord,
  type ItemRecord,
  isQuestion,
} from "./form-record";
import { EMAIL_PATTERN, keepsRule, ruleMessage } from "./form-rule";

/** Item id (or "email") → one Russian sentence. */
export type AnswerErrors = Readonly<Record<string, string>>;

/** Checked answers; the address is empty unless the form asks for it. */
export type AcceptedAnswers = {
  readonly answers: Answers;
  readonly email: string;
};

/** The answers were refused; nothing was stored. */
export class AnswersRefused extends Error {
  override readonly name = "AnswersRefused";
  readonly errors: AnswerErrors;

  constructor(errors: AnswerErrors) {
    super(`Ответ не принят. ${Object.values(errors).join(" ")}`);
    this.errors = errors;
  }
}

const MAX_ANSWER_LENGTH = 50_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day of the calendar written as `yyyy-MM-dd`. */
export function isCalendarDay(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null) {
    return false;
  }
  const [year, month, day] = [parts[1], parts[2], parts[3]].map(Number);
  if (year === undefined || month === undefined || day === undefined) {
    return false;
  }
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isBlank(answer: Answer | undefined): boolean {
  if (answer === undefined) {
    return true;
  }
  return typeof answer === "string"
    ? answer.trim() === ""
    : answer.every((option) => option.trim() === "");
}

/** A list with one entry for a single-answer item is that entry. */
function asText(answer: Answer): string | null {
  if (typeof answer === "string") {
    return answer;
  }
  return answer.length === 1 ? (answer[0] ?? null) : null;
}

function checkTicks(item: ItemRecord, answer: Answer): string | null {
  const ticked = typeof answer === "string" ? [answer] : answer;
  if (new Set(ticked).size !== ticked.length) {
    return "Один вариант отмечен дважды.";
  }
  const foreign = ticked.filter((option) => !item.choices?.includes(option));
  if (foreign.length > (item.other ? 1 : 0)) {
    return `Такого варианта нет: «${foreign[0]}». Выберите из списка.`;
  }
  return null;
}

function checkText(item: ItemRecord, text: string): string | null {
  switch (item.type) {
    case "SCALE": {
      const lower = item.scale?.lower ?? 1;
      const upper = item.scale?.upper ?? 5;
      const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
      return number >= lower && number <= upper
        ? null
        : `Выберите число от ${lower} до ${upper}.`;
    }
    case "MULTIPLE_CHOICE":
    case "LIST":
      return item.other || item.choices?.includes(text)
        ? null
        : `Такого варианта нет: «${text}». Выберите из списка.`;
    case "DATE":
      return isCalendarDay(text)
        ? null
        : "Укажите дату полностью: год, месяц и день.";
    default:
      return null;
  }
}

/** One given (not blank) answer: null, or what is wrong. */
function checkAnswer(item: ItemRecord, answer: Answer): string | null {
  if (item.type === "CHECKBOX") {
    const wrong = checkTicks(item, answer);
    if (wrong !== null) {
      return wrong;
    }
  } else {
    const text = asText(answer);
    if (text === null) {
      return "На этот вопрос можно дать только один ответ.";
    }
    if (text.length > MAX_ANSWER_LENGTH) {
      return `Ответ слишком длинный: можно не больше ${MAX_ANSWER_LENGTH} знаков.`;
    }
    const wrong = checkText(item, text);
    if (wrong !== null) {
      return wrong;
    }
  }
  return item.rule === null || keepsRule(item.rule, answer)
    ? null
    : ruleMessage(item.rule);
}

/** Ticks in the order of the form's choices, a foreign text last. */
function inFormOrder(item: ItemRecord, answer: Answer): readonly string[] {
  const ticked = (typeof answer === "string" ? [answer] : answer).filter(
    (option) => option.trim() !== "",
  );
  const known = (item.choices ?? []).filter((option) =>
    ticked.includes(option),
  );
  return [...known, ...ticked.filter((option) => !known.includes(option))];
}

function checkEmail(form: FormRecord, email: string): string | null {
  if (!form.collectEmail) {
    return null;
  }
  return EMAIL_PATTERN.test(email) ? null : "Укажите адрес электронной почты.";
}

function checkKeys(
  given: Answers,
  questions: readonly ItemRecord[],
): [string, string][] {
  const known = new Set([
    EMAIL_KEY,
    ...questions.map((item) => String(item.id)),
  ]);
  return Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => [key, `В форме нет вопроса с номером ${key}.`]);
}

function givenAnswer(given: Answers, key: string): Answer | undefined {
  return Object.hasOwn(given, key) ? given[key] : undefined;
}

function stored(item: ItemRecord, answer: Answer): Answer {
  return item.type === "CHECKBOX"
    ? inFormOrder(item, answer)
    : (asText(answer) ?? "");
}

/**
 * Answers ready to be stored, or everything that is wrong with them at once.
 *
 * @param given - Item id → answer; `email` holds the respondent's address.
 *   Blank answers count as not given. Text is kept exactly as written.
 * @throws AnswersRefused with one Russian sentence per item.
 */
export function acceptAnswers(
  form: FormRecord,
  given: Answers,
): AcceptedAnswers {
  const errors = new Map<string, string>();
  const answers: Record<string, Answer> = {};
  const questions = form.items.filter(isQuestion);
  for (const item of questions) {
    const key = String(item.id);
    const answer = givenAnswer(given, key);
    if (answer !== undefined && !isBlank(answer)) {
      const wrong = checkAnswer(item, answer);
      if (wrong !== null) {
        errors.set(key, wrong);
      }
      answers[key] = stored(item, answer);
    } else if (item.required) {
      errors.set(key, "Ответьте на этот вопрос: он обязательный.");
    }
  }
  for (const [key, message] of checkKeys(given, questions)) {
    errors.set(key, message);
  }
  const email = String(givenAnswer(given, EMAIL_KEY) ?? "").trim();
  const emailWrong = checkEmail(form, email);
  if (emailWrong !== null) {
    errors.set(EMAIL_KEY, emailWrong);
  }
  if (errors.size > 0) {
    throw new AnswersRefused(Object.fromEntries(errors));
  }
  return { answers, email: form.collectEmail ? email : "" };
}
