/** Answers given on the command line, by item title or id, laid over those of a personal link. */
import { parsePrefill } from "../services/form-links";
import { questionsOf } from "../services/form-record";
import type { FormView } from "../types";
import { CommandError } from "./failure";

type Answers = Record<string, string | readonly string[]>;

/**
 * @param given - Title or id of an item, «Вопрос [строка]» for a grid's row → text, number or list of texts.
 * @param url - Personal link with filled-in answers, null for none.
 * @throws CommandError for a title or id the form lacks, a link of another
 *   form, or an answer that is neither text nor list.
 */
export function answersFor(
  form: FormView,
  given: Readonly<Record<string, unknown>>,
  url: string | null,
): Answers {
  const answers: Answers = {};
  if (url !== null) {
    const { formId, prefill } = parsePrefill(url);
    if (formId !== form.id) {
      throw new CommandError("--url: ссылка ведёт на другую форму.");
    }
    Object.assign(answers, prefill);
  }
  for (const [name, value] of Object.entries(given)) {
    answers[itemId(form, name)] = answerText(name, value);
  }
  return answers;
}

function itemId(form: FormView, name: string): string {
  const questions = questionsOf(form.items);
  const item =
    questions.find((one) => String(one.id) === name) ??
    questions.find((one) => one.title.trim() === name.trim());
  if (item !== undefined) return String(item.id);
  const titles = questions.map((one) => `«${one.title}»`).join(", ");
  throw new CommandError(`В форме нет вопроса «${name}». Есть: ${titles}.`);
}

function answerText(name: string, value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === "string" || typeof value === "number") {
    return String(value);
  }
  throw new CommandError(
    `Ответ на «${name}» должен быть текстом, числом или списком текстов.`,
  );
}
