/** The page respondents answer a form at: plain HTML, no script needed. */
import type { AnswerErrors } from "./form-answers";
import { EDIT_KEY, EMAIL_KEY, EMAIL_NAME } from "./form-links";
import { renderItem } from "./form-page-item";
import { escapeHtml, paragraphs } from "./form-page-text";
import type { Answer, FormPageView } from "./form-record";

export { answersIn, parsePrefill } from "./form-links";

export type FormPageOptions = {
  /** Where the answers are posted; default: the form's usual address. */
  readonly action?: string;
};

const DEFAULT_CLOSED = "Форма больше не принимает ответы.";
const DEFAULT_THANKS = "Ответ записан. Спасибо!";

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#eef3f1;color:#1f2723;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
main{max-width:640px;margin:0 auto;padding:16px 12px 48px}
.card{background:#fff;border:1px solid #d3dcd7;border-radius:8px;padding:20px 22px;margin:0 0 12px;min-width:0}
.head{border-top:10px solid #1c6b50}
h1{font-size:1.75rem;line-height:1.25;font-weight:500;margin:0 0 8px;overflow-wrap:anywhere}
h2{font-size:1.2rem;line-height:1.35;font-weight:600;margin:0 0 6px;overflow-wrap:anywhere}
p{margin:0 0 8px;overflow-wrap:anywhere;white-space:pre-line}
.note{color:#4d5a54;font-size:.9375rem}
.star,.error{color:#b3261e}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.error{font-weight:600;margin:10px 0 0}
fieldset.card{border:1px solid #d3dcd7}
legend,.question{display:block;font-size:1.0625rem;font-weight:500;margin:0 0 6px;padding:0;overflow-wrap:anywhere;max-width:100%}
fieldset.card>legend{float:left;width:100%}
fieldset.card>legend+*{clear:both}
.wrong{border-color:#b3261e!important;box-shadow:inset 4px 0 0 #b3261e}
input[type=text],input[type=email],input[type=date],textarea,select{width:100%;max-width:100%;font:inherit;color:inherit;background:#fff;border:1px solid #7b8a83;border-radius:6px;padding:10px 12px}
input[type=date]{max-width:220px}
textarea{min-height:120px;resize:vertical}
.option{display:flex;gap:12px;align-items:flex-start;padding:7px 0;min-width:0}
.option>span{min-width:0;overflow-wrap:anywhere}
.option input[type=radio],.option input[type=checkbox]{flex:none;width:20px;height:20px;margin:2px 0 0;accent-color:#1c6b50}
.option input[type=text]{padding:4px 10px}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(44px,1fr));gap:4px}
.scale label{display:flex;flex-direction:column;align-items:center;gap:6px;padding:6px 0}
.scale input{width:22px;height:22px;margin:0;accent-color:#1c6b50}
.ends{display:flex;justify-content:space-between;gap:16px;color:#4d5a54;font-size:.9375rem}
.ends span{min-width:0;overflow-wrap:anywhere}
.ends span+span{text-align:right}
button,.button{display:inline-block;font:inherit;font-weight:600;color:#fff;background:#1c6b50;border:0;border-radius:6px;padding:11px 28px;cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:#155240}
:focus-visible{outline:3px solid #1a73e8;outline-offset:2px}
a{color:#0b57d0}
@media (max-width:420px){main{padding:8px 8px 32px}.card{padding:16px 14px}h1{font-size:1.5rem}button{width:100%}}
`;

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
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

function errorSummary(view: FormPageView, errors: AnswerErrors): string {
  // The address is asked first on the page, so it comes first here too.
  const keys = Object.keys(errors).sort(
    (left, right) => Number(right === EMAIL_KEY) - Number(left === EMAIL_KEY),
  );
  if (keys.length === 0) {
    return "";
  }
  const lines = keys.map((key) => {
    const item = view.items.find((candidate) => String(candidate.id) === key);
    const name =
      key === EMAIL_KEY ? "Адрес электронной почты" : (item?.title ?? "");
    const text = `${name === "" ? "" : `${name}: `}${errors[key] ?? ""}`;
    return item === undefined && key !== EMAIL_KEY
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

/** Carries the secret of an edit link from the address to the posted answer. */
function editField(editToken: Answer | undefined): string {
  return typeof editToken === "string"
    ? `<input type="hidden" name="${EDIT_KEY}" value="${escapeHtml(editToken)}">`
    : "";
}

/**
 * The answerable page.
 *
 * @param prefill - Item id → answer shown at first; `email` for the address,
 *   `edit2` for the secret of an edit link; `answersIn` gives all of them.
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
  const action = options.action ?? `/forms/d/e/${view.id}/formResponse`;
  const hasRequired =
    view.collectsEmail === true || view.items.some((item) => item.required);
  const cards = view.items.map((item) =>
    renderItem(item, prefill[item.id], errors[item.id]),
  );
  return page(
    titleOf(view),
    `<form method="post" action="${escapeHtml(action)}" accept-charset="utf-8" novalidate>
${heading(
  view,
  `${paragraphs(view.description)}
${hasRequired ? '<p class="note"><span class="star">*</span> Обязательный вопрос</p>' : ""}`,
)}
${errorSummary(view, errors)}
${view.collectsEmail === true ? emailCard(prefill, errors) : ""}
${cards.join("\n")}
${editField(prefill[EDIT_KEY])}
<button type="submit">Отправить</button>
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
