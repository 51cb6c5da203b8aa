/** The page respondents answer a form at: plain HTML, no script needed. */
import type { AnswerErrors } from "./form-answers";
import {
  EDIT_KEY,
  EMAIL_KEY,
  EMAIL_NAME,
  PAGE_NAME,
  STEP_NAME,
} from "./form-links";
import { renderItem } from "./form-page-item";
import { FORM_STYLE } from "./form-page-style";
import { escapeHtml, paragraphs } from "./form-page-text";
import { isEnd, pagesOf } from "./form-pages";
import { type Answer, type FormPageView, isQuestion } from "./form-record";

export { answersIn, parsePrefill } from "./form-links";

export type FormPageOptions = {
  /** Where the answers are posted; default: the form's usual address. */
  readonly action?: string;
  /** 0-based page, the first by default; null: only asks whether to send. */
  readonly page?: number | null;
};

const DEFAULT_CLOSED = "Форма больше не принимает ответы.";
const DEFAULT_THANKS = "Ответ записан. Спасибо!";

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${FORM_STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function titleOf(view: FormPageView): string {
  return view.title.trim() === "" ? "Форма без названия" : view.title;
}

function heading(view: FormPageView, more: string): string {
  return `<header class="card head">
<h1>${escapeHtml(titleOf(view))}</h1>
${more}
</header>`;
}

/** Title of what an error belongs to; null when the form has no such thing. */
function nameOf(view: FormPageView, key: string): string | null {
  if (key === EMAIL_KEY) return "Адрес электронной почты";
  for (const item of view.items) {
    if (String(item.id) === key) return item.title;
    const row = item.rows?.find((one) => String(one.id) === key);
    if (row !== undefined) return `${item.title} [${row.title}]`;
  }
  return null;
}

/** @param here - Keys of what the page shows; what is elsewhere has no link. */
function errorSummary(
  view: FormPageView,
  errors: AnswerErrors,
  here: ReadonlySet<string>,
): string {
  // The address is asked first on the page, so it comes first here too.
  const keys = Object.keys(errors).sort(
    (left, right) => Number(right === EMAIL_KEY) - Number(left === EMAIL_KEY),
  );
  if (keys.length === 0) {
    return "";
  }
  const lines = keys.map((key) => {
    const name = nameOf(view, key);
    const text = `${name ? `${name}: ` : ""}${errors[key] ?? ""}`;
    return !here.has(key)
      ? `<li>${escapeHtml(text)}</li>`
      : `<li><a href="#item-${escapeHtml(key)}">${escapeHtml(text)}</a></li>`;
  });
  return `<section class="card wrong" role="alert" aria-label="Что исправить">
<h2>Ответ ещё не отправлен: исправьте отмеченное</h2>
<ul>${lines.join("\n")}</ul>
</section>`;
}

function emailCard(
  prefill: Readonly<Record<string, Answer>>,
  errors: AnswerErrors,
): string {
  const error = errors[EMAIL_KEY];
  const value = prefill[EMAIL_KEY];
  return `<div class="card${error === undefined ? "" : " wrong"}" id="item-email">
<label class="question" for="email">Адрес электронной почты <span class="star" aria-hidden="true">*</span></label>
<input type="email" id="email" name="${EMAIL_NAME}" autocomplete="email" required value="${escapeHtml(typeof value === "string" ? value : "")}"${error === undefined ? "" : ' aria-invalid="true" aria-describedby="email-error"'}>
${error === undefined ? "" : `<p class="error" id="email-error">${escapeHtml(error)}</p>`}
</div>`;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;
}

/** Carries the answers of the other pages and the secret of an edit link. */
function carried(
  given: Readonly<Record<string, Answer>>,
  shown: ReadonlySet<string>,
): string {
  return Object.entries(given)
    .filter(([key]) => !shown.has(key))
    .flatMap(([key, answer]) => {
      const name =
        key === EDIT_KEY
          ? EDIT_KEY
          : key === EMAIL_KEY
            ? EMAIL_NAME
            : `entry.${key}`;
      return [answer].flat().map((value) => hidden(name, value));
    })
    .join("\n");
}

/** Keys of the answers that the page's own fields give. */
function keysOn(
  items: FormPageView["items"],
  asksEmail: boolean,
): ReadonlySet<string> {
  return new Set([
    ...items.flatMap((item) =>
      (item.rows ?? [item]).map(({ id }) => String(id)),
    ),
    ...(asksEmail ? [EMAIL_KEY] : []),
  ]);
}

/** «Далее» comes first, so that Enter in a field does not lead back. */
function buttons(view: FormPageView, at: number | null): string {
  const sends = at === null || isEnd(view.items, at);
  const forward = sends
    ? `<button type="submit" name="${STEP_NAME}" value="send">Отправить</button>`
    : `<button type="submit" name="${STEP_NAME}" value="next">Далее</button>`;
  const back =
    at === 0
      ? ""
      : `<button type="submit" class="quiet" name="${STEP_NAME}" value="back">Назад</button>`;
  const count = pagesOf(view.items).length;
  const progress =
    view.progressBar === true && count > 1 && at !== null
      ? `<p class="progress">Страница ${at + 1} из ${count}</p>`
      : "";
  return `<div class="steps">${progress}${forward}${back}</div>`;
}

function requiredNote(asks: boolean): string {
  return asks
    ? '<p class="note"><span class="star">*</span> Обязательный вопрос</p>'
    : "";
}

/**
 * The answerable page; of a form with page breaks, one of its pages.
 *
 * @param prefill - Item id → answer shown at first; `email` for the address,
 *   `edit2` for the secret of an edit link; `answersIn` gives all of them.
 *   Answers of other pages travel along in hidden fields.
 * @param errors - Item id → Russian sentence, from `AnswersRefused.errors`.
 * @returns A whole HTML document; every text of the form is escaped. Answers
 *   are posted as `entry.<item id>`; read them with `answersIn`.
 */
export function renderFormPage(
  view: FormPageView,
  prefill: Readonly<Record<string, Answer>>,
  errors: AnswerErrors = {},
  options: FormPageOptions = {},
): string {
  if (!view.open) {
    const closed = view.closedMessage?.trim()
      ? view.closedMessage
      : DEFAULT_CLOSED;
    return page(titleOf(view), heading(view, paragraphs(closed)));
  }
  const { action = `/forms/d/e/${view.id}/formResponse`, page: at = 0 } =
    options;
  const items = at === null ? [] : (pagesOf(view.items)[at] ?? []);
  const asksEmail = at === 0 && view.collectsEmail === true;
  const keys = keysOn(items, asksEmail);
  const cards = items.map((item) => renderItem(item, prefill, errors));
  const about =
    at === null
      ? paragraphs("Это все вопросы. Осталось отправить ответ.")
      : `${at === 0 ? paragraphs(view.description) : ""}
${requiredNote(asksEmail || items.some((item) => item.required && isQuestion(item)))}`;
  return page(
    titleOf(view),
    `<form method="post" action="${escapeHtml(action)}" accept-charset="utf-8" novalidate>
${heading(view, about)}
${errorSummary(view, errors, new Set([...keys, ...items.map(({ id }) => String(id))]))}
${asksEmail ? emailCard(prefill, errors) : ""}
${cards.join("\n")}
${carried(prefill, keys)}
${hidden(PAGE_NAME, at === null ? "" : String(at))}
${buttons(view, at)}
</form>`,
  );
}

/**
 * What respondents see after answering.
 *
 * @param links - Further addresses offered, for example to edit the answer.
 */
export function renderThanksPage(
  view: FormPageView,
  links: readonly { readonly label: string; readonly url: string }[] = [],
): string {
  const text =
    view.confirmation.trim() === "" ? DEFAULT_THANKS : view.confirmation;
  const anchors = links.map(
    (link) =>
      `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`,
  );
  return page(
    titleOf(view),
    heading(view, `${paragraphs(text)}\n${anchors.join("\n")}`),
  );
}
