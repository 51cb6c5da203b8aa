/** One item of the answerable page as HTML. */
import { OTHER_OPTION, otherName } from "./form-links";
import { escapeHtml, paragraphs } from "./form-page-text";
import type { Answer, FormPageItem } from "./form-record";

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

function field(parts: Parts): string {
  const value = escapeHtml(parts.values[0] ?? "");
  const shared = `id="field-${parts.item.id}" name="${parts.name}"${parts.aria}`;
  switch (parts.item.type) {
    case "PARAGRAPH_TEXT":
      // The parser drops one line break right after the tag.
      return `<textarea ${shared}>\n${value}</textarea>`;
    case "DATE":
      return `<input type="date" ${shared} value="${value}">`;
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
 * @param given - Answer to show as given, if any.
 * @param error - Russian sentence shown at the item, if any.
 */
export function renderItem(
  item: FormPageItem,
  given: Answer | undefined,
  error: string | undefined,
): string {
  if (item.type === "SECTION_HEADER" || item.type === "PAGE_BREAK") {
    return heading(item);
  }
  const aria = ariaOf(item, error);
  const grouped = GROUPED.has(item.type);
  const shown = field({
    item,
    values: typeof given === "string" ? [given] : (given ?? []),
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
