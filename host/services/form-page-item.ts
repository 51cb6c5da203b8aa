/** One item of the answerable page as HTML. */
import { OTHER_OPTION, otherName } from "./form-links";
import { shownMoment } from "./form-moments";
import { grid } from "./form-page-grid";
import { escapeHtml, paragraphs } from "./form-page-text";
import {
  type Answer,
  type FormPageItem,
  isGrid,
  isQuestion,
} from "./form-record";

type Parts = {
  readonly item: FormPageItem;
  /** Values to show as given. */
  readonly values: readonly string[];
  readonly name: string;
  /** aria-describedby and aria-invalid, with a leading space; may be empty. */
  readonly aria: string;
};

function option(
  parts: Parts,
  kind: "radio" | "checkbox",
  value: string,
): string {
  const checked = parts.values.includes(value) ? " checked" : "";
  return `<label class="option"><input type="${kind}" name="${parts.name}" value="${escapeHtml(value)}"${checked}><span>${escapeHtml(value)}</span></label>`;
}

function otherOption(parts: Parts, kind: "radio" | "checkbox"): string {
  const foreign = parts.values.find(
    (value) => value !== "" && !parts.item.choices?.includes(value),
  );
  const title = escapeHtml(parts.item.title);
  return `<div class="option"><input type="${kind}" name="${parts.name}" id="other-${parts.item.id}" value="${OTHER_OPTION}"${foreign === undefined ? "" : " checked"}><span><label for="other-${parts.item.id}">Другое:</label> <input type="text" name="${otherName(parts.item.id)}" aria-label="${title}: другое" value="${escapeHtml(foreign ?? "")}"></span></div>`;
}

function choices(parts: Parts, kind: "radio" | "checkbox"): string {
  const options = (parts.item.choices ?? []).map((value) =>
    option(parts, kind, value),
  );
  return [
    ...options,
    ...(parts.item.other ? [otherOption(parts, kind)] : []),
  ].join("\n");
}

function list(parts: Parts): string {
  const options = (parts.item.choices ?? []).map(
    (value) =>
      `<option value="${escapeHtml(value)}"${parts.values.includes(value) ? " selected" : ""}>${escapeHtml(value)}</option>`,
  );
  return `<select id="field-${parts.item.id}" name="${parts.name}"${parts.aria}>
<option value="">Выберите</option>
${options.join("\n")}
</select>`;
}

function scale(parts: Parts): string {
  const { lower, upper, left, right } = parts.item.scale ?? {
    lower: 1,
    upper: 5,
    left: "",
    right: "",
  };
  const marks: string[] = [];
  for (let number = lower; number <= upper; number += 1) {
    const checked = parts.values.includes(String(number)) ? " checked" : "";
    marks.push(
      `<label><span>${number}</span><input type="radio" name="${parts.name}" value="${number}"${checked}></label>`,
    );
  }
  const ends =
    left === "" && right === ""
      ? ""
      : `<div class="ends"><span>${lower} – ${escapeHtml(left)}</span><span>${upper} – ${escapeHtml(right)}</span></div>`;
  return `<div><div class="scale">${marks.join("")}</div>${ends}</div>`;
}

const ICONS = { STAR: "★", HEART: "♥", THUMB_UP: "👍" } as const;

function rating(parts: Parts): string {
  const { levels, icon } = parts.item.rating ?? { levels: 5, icon: "STAR" };
  const marks = Array.from({ length: levels }, (_, index) => {
    const mark = String(index + 1);
    const checked = parts.values.includes(mark) ? " checked" : "";
    return `<label><span class="icon" aria-hidden="true">${ICONS[icon]}</span><span>${mark}</span><input type="radio" name="${parts.name}" value="${mark}"${checked}></label>`;
  });
  return `<div class="marks">${marks.join("")}</div>`;
}

/** Dates without a year and durations have no field of their own in browsers. */
function moment(parts: Parts, shared: string): string {
  const { type, withoutYear } = parts.item;
  const value = parts.values[0] ?? "";
  if (type === "DURATION") return typed(shared, value, "ЧЧ:ММ:СС");
  if (withoutYear) {
    const hint = type === "DATE" ? "ДД.ММ" : "ДД.ММ ЧЧ:ММ";
    return typed(shared, shownMoment(value), hint);
  }
  const kind =
    type === "DATE" ? "date" : type === "TIME" ? "time" : "datetime-local";
  const field = kind === "datetime-local" ? value.replace(" ", "T") : value;
  return `<input type="${kind}" ${shared} value="${escapeHtml(field)}">`;
}

function typed(shared: string, value: string, hint: string): string {
  return `<input type="text" class="short" ${shared} placeholder="${hint}" value="${escapeHtml(value)}">`;
}

function field(parts: Parts): string {
  const value = escapeHtml(parts.values[0] ?? "");
  const shared = `id="field-${parts.item.id}" name="${parts.name}"${parts.aria}`;
  switch (parts.item.type) {
    case "PARAGRAPH_TEXT":
      // The parser drops one line break right after the tag.
      return `<textarea ${shared}>\n${value}</textarea>`;
    case "DATE":
    case "DATETIME":
    case "TIME":
    case "DURATION":
      return moment(parts, shared);
    case "RATING":
      return rating(parts);
    case "LIST":
      return list(parts);
    case "SCALE":
      return scale(parts);
    case "MULTIPLE_CHOICE":
      return choices(parts, "radio");
    case "CHECKBOX":
      return choices(parts, "checkbox");
    default:
      return `<input type="text" ${shared} value="${value}">`;
  }
}

/** Several inputs share one question: a fieldset with a legend. */
const GROUPED: ReadonlySet<FormPageItem["type"]> = new Set([
  "SCALE",
  "MULTIPLE_CHOICE",
  "CHECKBOX",
  "RATING",
  "GRID",
  "CHECKBOX_GRID",
]);

function heading(item: FormPageItem): string {
  const title = item.title === "" ? "" : `<h2>${escapeHtml(item.title)}</h2>`;
  return `<section class="card" id="item-${item.id}">${title}${paragraphs(item.help)}</section>`;
}

/** aria attributes of the question, each with a leading space. */
function ariaOf(item: FormPageItem, error: string | undefined): string {
  const described = [
    ...(item.help.trim() === "" ? [] : [`help-${item.id}`]),
    ...(error === undefined ? [] : [`error-${item.id}`]),
  ];
  // A fieldset is a group, which cannot be invalid or required itself.
  const single = !GROUPED.has(item.type);
  return [
    described.length === 0 ? "" : ` aria-describedby="${described.join(" ")}"`,
    error !== undefined && single ? ' aria-invalid="true"' : "",
    item.required && single ? ' aria-required="true"' : "",
  ].join("");
}

function titleOf(item: FormPageItem): string {
  const title = escapeHtml(
    item.title === "" ? "Вопрос без названия" : item.title,
  );
  // Screen readers hear the word; eyes see the star explained at the top.
  return item.required
    ? `${title} <span class="star"><span aria-hidden="true">*</span><span class="spoken"> (обязательный вопрос)</span></span>`
    : title;
}

function note(id: string, kind: "note" | "error", text: string): string {
  return text.trim() === ""
    ? ""
    : `<p class="${kind}" id="${id}">${escapeHtml(text)}</p>`;
}

/**
 * One card of the page.
 *
 * @param given - Answers to show as given, by id of the item or the grid's row.
 * @param errors - Russian sentences shown at the items, by the same ids.
 */
export function renderItem(
  item: FormPageItem,
  given: Readonly<Record<string, Answer>>,
  errors: Readonly<Record<string, string>>,
): string {
  if (!isQuestion(item)) {
    return heading(item);
  }
  const error = errors[item.id];
  const aria = ariaOf(item, error);
  const grouped = GROUPED.has(item.type);
  const shown = isGrid(item)
    ? grid(item, given, errors)
    : field({
        item,
        values: [given[item.id] ?? []].flat(),
        name: `entry.${item.id}`,
        aria: grouped ? "" : aria,
      });
  const title = titleOf(item);
  const help = note(`help-${item.id}`, "note", item.help);
  const wrong = note(`error-${item.id}`, "error", error ?? "");
  const kind = `class="card${error === undefined ? "" : " wrong"}" id="item-${item.id}"`;
  return grouped
    ? `<fieldset ${kind}${aria}><legend>${title}</legend>${help}<div>${shown}</div>${wrong}</fieldset>`
    : `<div ${kind}><label class="question" for="field-${item.id}">${title}</label>${help}${shown}${wrong}</div>`;
}
