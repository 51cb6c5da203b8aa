/** Addresses of forms: to answer, to edit, filled in beforehand. */
import type { Answer } from "./form-record";

/** Key of the respondent's address among the answers. */
export const EMAIL_KEY = "email";

/** Key of the secret of an edit link among the answers; also its parameter. */
export const EDIT_KEY = "edit2";

/** Name under which the page posts the address. */
export const EMAIL_NAME = "emailAddress";

/** Names under which the page says which page it was and where to go. */
export const PAGE_NAME = "page";
export const STEP_NAME = "step";

/** Value Google posts for «Другое»; the text travels beside it. */
export const OTHER_OPTION = "__other_option__";

/** Where the text of «Другое» travels. */
export function otherName(itemId: string | number): string {
  return `entry.${itemId}.other_option_response`;
}

/** Address respondents answer at. */
export function publishedUrl(origin: string, formId: string): string {
  return `${origin}/forms/d/e/${formId}/viewform`;
}

/** Address of the editor; also how `sheet.getFormUrl()` names a form. */
export function formUrl(
  origin: string,
  formId: string,
  page: "edit" | "viewform",
): string {
  return `${origin}/forms/d/${formId}/${page}`;
}

/** Address at which a respondent changes an answer already given. */
export function editResponseUrl(
  origin: string,
  formId: string,
  editToken: string,
): string {
  return `${publishedUrl(origin, formId)}?${EDIT_KEY}=${editToken}`;
}

/**
 * Address of the form with answers filled in, not submitted.
 *
 * @param answers - In the order they stand in the address.
 * @param isChoice - Whether an answer is one of the item's choices; a foreign
 *   one travels as «Другое».
 */
export function prefilledUrl(
  origin: string,
  formId: string,
  answers: readonly (readonly [itemId: string, answer: Answer])[],
  isChoice: (itemId: string, value: string) => boolean,
): string {
  const query = new URLSearchParams({ usp: "pp_url" });
  for (const [itemId, answer] of answers) {
    for (const value of typeof answer === "string" ? [answer] : answer) {
      if (isChoice(itemId, value)) {
        query.append(`entry.${itemId}`, value);
      } else {
        query.append(`entry.${itemId}`, OTHER_OPTION);
        query.append(otherName(itemId), value);
      }
    }
  }
  return `${publishedUrl(origin, formId)}?${query.toString()}`;
}

const ENTRY = /^entry\.(\d+)$/;
const FORM_PATH = /\/forms\/d\/(?:e\/)?([A-Za-z0-9_-]+)\//;

/**
 * Answers in a query string or a posted body: item id → text, or a list when
 * the name comes more than once; `email` and `edit2` when they are there.
 */
export function answersIn(parameters: URLSearchParams): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const name of new Set(parameters.keys())) {
    const itemId = ENTRY.exec(name)?.[1];
    if (itemId === undefined) {
      continue;
    }
    const values = parameters
      .getAll(name)
      .map((value) =>
        value === OTHER_OPTION
          ? (parameters.get(otherName(itemId)) ?? "")
          : value,
      );
    answers[itemId] = values.length === 1 ? (values[0] ?? "") : values;
  }
  const email = parameters.get(EMAIL_NAME);
  const editToken = parameters.get(EDIT_KEY);
  return {
    ...answers,
    ...(email === null ? {} : { [EMAIL_KEY]: email }),
    ...(editToken === null ? {} : { [EDIT_KEY]: editToken }),
  };
}

/**
 * What a prefilled link carries.
 *
 * @param url - Absolute address, or path with query.
 * @returns Form id (null when the address is no form) and item id → answer.
 */
export function parsePrefill(url: string): {
  readonly formId: string | null;
  readonly prefill: Record<string, Answer>;
} {
  const question = url.indexOf("?");
  const path = question === -1 ? url : url.slice(0, question);
  const query =
    question === -1 ? "" : (url.slice(question).split("#")[0] ?? "");
  const parameters = new URLSearchParams(query);
  return {
    formId: FORM_PATH.exec(path)?.[1] ?? null,
    prefill: answersIn(parameters),
  };
}
