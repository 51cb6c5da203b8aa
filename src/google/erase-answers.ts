/** Takes the answers of one person out of a form and out of its tab. */
import type { AnswersOf, FormsPort } from "../app/ports";
import { runsOf } from "../book/writes";
import { TOKEN_TITLE } from "../domain/forms/questionnaire";
import { readToken } from "../domain/forms/token";
import type { ZoneDates } from "./dates";
import { readResponses, responseTabs } from "./response-tabs";

type Form = GoogleAppsScript.Forms.Form;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function eraseAnswers(
  formApp: GoogleAppsScript.Forms.FormApp,
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  dates: ZoneDates,
): FormsPort["erase"] {
  return (formId, answers) => {
    const sheet = responseTabs(spreadsheet).get(formId);
    if (sheet !== undefined) {
      deleteRows(sheet, formId, answers, dates);
    }
    const form = openOrNull(formApp, formId);
    if (form !== null) {
      deleteResponses(form, answers, dates);
    }
    return form !== null;
  };
}

/** Null for a form that is in the bin for good or belongs to somebody else. */
function openOrNull(
  formApp: GoogleAppsScript.Forms.FormApp,
  formId: string,
): Form | null {
  try {
    return formApp.openById(formId);
  } catch {
    // Google says no more than that it cannot: the caller tells the curator.
    return null;
  }
}

function isOf(answers: AnswersOf, written: string, stamp: () => string) {
  const token = readToken(written);
  return (
    (token !== null && answers.tokens.includes(token)) ||
    answers.others.some(
      (one) => one.written === written && one.stamp === stamp(),
    )
  );
}

/** The key of the link is the first question of every form of ours. */
function deleteResponses(
  form: Form,
  answers: AnswersOf,
  dates: ZoneDates,
): void {
  const [key] = form.getItems();
  if (key === undefined) {
    return;
  }
  const stampOf = (response: GoogleAppsScript.Forms.FormResponse) =>
    dates.toStamp(new Date(Number(response.getTimestamp())));
  for (const response of form.getResponses()) {
    const written = String(
      response.getResponseForItem(key)?.getResponse() ?? "",
    );
    if (isOf(answers, written, () => stampOf(response))) {
      form.deleteResponse(response.getId());
    }
  }
}

function deleteRows(
  sheet: Sheet,
  formId: string,
  answers: AnswersOf,
  dates: ZoneDates,
): void {
  const { headers, rows } = readResponses(sheet, formId, dates);
  const key = headers.indexOf(TOKEN_TITLE);
  const gone = rows
    .filter(({ cells, stamp }) => isOf(answers, cells[key] ?? "", () => stamp))
    .map(({ row }) => row);
  for (const { row, count } of runsOf(gone).reverse()) {
    sheet.deleteRows(row, count);
  }
}
