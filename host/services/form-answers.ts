/** Checks a respondent's answers against a form and says in Russian what is wrong. */
import { EMAIL_KEY } from "./form-links";
import { asksMoment, momentMessage, storedMoment } from "./form-moments";
import { pagesOf, visitedPages } from "./form-pages";
import {
  type Answer,
  type Answers,
  type FormRecord,
  type ItemRecord,
  questionsOf,
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
      return isMark(text, lower, upper)
        ? null
        : `Выберите число от ${lower} до ${upper}.`;
    }
    case "MULTIPLE_CHOICE":
    case "LIST":
      return item.other || item.choices?.includes(text)
        ? null
        : `Такого варианта нет: «${text}». Выберите из списка.`;
    case "RATING":
      return isMark(text, 1, item.rating?.levels ?? 5)
        ? null
        : `Выберите оценку от 1 до ${item.rating?.levels ?? 5}.`;
    default:
      return asksMoment(item) && storedMoment(item, text) === null
        ? momentMessage(item)
        : null;
  }
}

function isMark(text: string, lower: number, upper: number): boolean {
  return (
    /^\d{1,2}$/.test(text) && Number(text) >= lower && Number(text) <= upper
  );
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

function checkKeys(given: Answers, form: FormRecord): [string, string][] {
  const known = new Set([
    EMAIL_KEY,
    ...questionsOf(form.items).map((item) => String(item.id)),
  ]);
  return Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => [key, `В форме нет вопроса с номером ${key}.`]);
}

function givenAnswer(given: Answers, key: string): Answer | undefined {
  return Object.hasOwn(given, key) ? given[key] : undefined;
}

function stored(item: ItemRecord, answer: Answer): Answer {
  if (item.type === "CHECKBOX") {
    return inFormOrder(item, answer);
  }
  const text = asText(answer) ?? "";
  return asksMoment(item) ? (storedMoment(item, text) ?? text) : text;
}

/** A grid whose rule lets each column be chosen in one row only. */
function checkColumns(grid: ItemRecord, given: Answers): string | null {
  const chosen = (grid.rows ?? []).flatMap(
    (row) => givenAnswer(given, String(row.id)) ?? [],
  );
  const isTwice = chosen.some(
    (column, index) => column !== "" && chosen.indexOf(column) !== index,
  );
  return isTwice && grid.rule?.test.kind === "onePerColumn"
    ? ruleMessage(grid.rule)
    : null;
}

type Checked = {
  readonly answers: Record<string, Answer>;
  readonly errors: Map<string, string>;
};

function checkItems(items: readonly ItemRecord[], given: Answers): Checked {
  const errors = new Map<string, string>();
  const answers: Record<string, Answer> = {};
  for (const item of questionsOf(items)) {
    const key = String(item.id);
    const answer = givenAnswer(given, key);
    if (answer !== undefined && !isBlank(answer)) {
      const wrong = checkAnswer(item, answer);
      if (wrong !== null) {
        errors.set(key, wrong);
      }
      answers[key] = stored(item, answer);
    } else if (item.required) {
      errors.set(
        key,
        item.rows === undefined
          ? "Ответьте на этот вопрос: он обязательный."
          : "Ответьте в этой строке: она обязательная.",
      );
    }
  }
  for (const item of items) {
    const wrong = checkColumns(item, given);
    if (wrong !== null) {
      errors.set(String(item.id), wrong);
    }
  }
  return { answers, errors };
}

function emailIn(given: Answers): string {
  return String(givenAnswer(given, EMAIL_KEY) ?? "").trim();
}

/**
 * What is wrong with the answers of one page, before the next is shown.
 *
 * @param page - 0-based; the first also asks for the address.
 */
export function pageErrors(
  form: FormRecord,
  given: Answers,
  page: number,
): AnswerErrors {
  const { errors } = checkItems(pagesOf(form.items)[page] ?? [], given);
  const emailWrong = page === 0 ? checkEmail(form, emailIn(given)) : null;
  if (emailWrong !== null) {
    errors.set(EMAIL_KEY, emailWrong);
  }
  return Object.fromEntries(errors);
}

/**
 * Answers ready to be stored, or everything that is wrong with them at once.
 * Pages that the answers do not lead through are not asked for, and what was
 * given there is dropped.
 *
 * @param given - Id of an item or a grid's row → answer; `email` holds the
 *   respondent's address. Blank answers count as not given. Text is kept
 *   exactly as written.
 * @throws AnswersRefused with one Russian sentence per item.
 */
export function acceptAnswers(
  form: FormRecord,
  given: Answers,
): AcceptedAnswers {
  const { pages, isCircle } = visitedPages(form.items, given);
  const all = pagesOf(form.items);
  const items = pages.flatMap((page) => all[page] ?? []);
  const { answers, errors } = checkItems(items, given);
  for (const [key, message] of checkKeys(given, form)) {
    errors.set(key, message);
  }
  const email = emailIn(given);
  const emailWrong = checkEmail(form, email);
  if (emailWrong !== null) {
    errors.set(EMAIL_KEY, emailWrong);
  }
  if (isCircle && errors.size === 0) {
    errors.set(
      "form",
      "Выбранные ответы ведут обратно, к уже пройденной странице. Измените выбор, чтобы дойти до конца.",
    );
  }
  if (errors.size > 0) {
    throw new AnswersRefused(Object.fromEntries(errors));
  }
  return { answers, email: form.collectEmail ? email : "" };
}
