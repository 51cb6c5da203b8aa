/** The forms port on FormApp: forms filled from questionnaires, answers read from their tabs. */
import type { FilledForm, FormsPort } from "../app/ports";
import {
  type Question,
  type Questionnaire,
  TOKEN_HELP,
  TOKEN_MARK,
  TOKEN_TITLE,
} from "../domain/forms/questionnaire";
import type { ZoneDates } from "./dates";
import { eraseAnswers } from "./erase-answers";
import { readResponses, responseTabs } from "./response-tabs";

type Form = GoogleAppsScript.Forms.Form;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A linked tab may appear late: so often and so long it is waited for. */
const TAB_TRIES = 10;
const TAB_WAIT_MS = 500;

export function formsPort(
  formApp: GoogleAppsScript.Forms.FormApp,
  spreadsheet: Spreadsheet,
  utilities: GoogleAppsScript.Utilities.Utilities,
  dates: ZoneDates,
): FormsPort {
  return {
    fill: (formId, questionnaire) => {
      const form = formApp.openById(formId);
      const items = form.getItems();
      // A form cut off while being filled is emptied and filled again.
      if (items.length !== questionnaire.questions.length + 1) {
        for (const item of items) {
          form.deleteItem(item);
        }
        addItems(formApp, form, questionnaire);
      }
      dressForm(form, questionnaire);
      if (!isLinked(form)) {
        form.setDestination(
          formApp.DestinationType.SPREADSHEET,
          spreadsheet.getId(),
        );
      }
      hideResponseTab(spreadsheet, utilities, formId, questionnaire.title);
      return addresses(form);
    },
    responses: (formIds) => {
      const tabs = responseTabs(spreadsheet);
      return formIds.flatMap((formId) => {
        const sheet = tabs.get(formId);
        return sheet === undefined ? [] : [readResponses(sheet, formId, dates)];
      });
    },
    erase: eraseAnswers(formApp, spreadsheet, dates),
  };
}

function dressForm(form: Form, questionnaire: Questionnaire): void {
  form.setTitle(questionnaire.title);
  form.setDescription(questionnaire.description);
  form.setConfirmationMessage(questionnaire.confirmation);
  form.setCollectEmail(false);
  form.setAllowResponseEdits(true);
  if (form.supportsAdvancedResponderPermissions()) {
    form.setPublished(true);
  }
  form.setAcceptingResponses(true);
}

function addItems(
  formApp: GoogleAppsScript.Forms.FormApp,
  form: Form,
  questionnaire: Questionnaire,
): void {
  form.addTextItem().setTitle(TOKEN_TITLE).setHelpText(TOKEN_HELP);
  for (const question of questionnaire.questions) {
    addItem(formApp, form, question);
  }
}

function addItem(
  formApp: GoogleAppsScript.Forms.FormApp,
  form: Form,
  question: Question,
): void {
  const choices = [...(question.choices ?? [])];
  switch (question.kind) {
    case "scale": {
      const [low, high] = question.ends ?? ["", ""];
      finish(
        form.addScaleItem().setBounds(1, 10).setLabels(low, high),
        question,
      );
      return;
    }
    case "choice":
      finish(form.addMultipleChoiceItem().setChoiceValues(choices), question);
      return;
    case "many":
      finish(form.addCheckboxItem().setChoiceValues(choices), question);
      return;
    case "longtext":
      finish(form.addParagraphTextItem(), question);
      return;
    case "integer":
      finish(
        form
          .addTextItem()
          .setValidation(
            formApp
              .createTextValidation()
              .setHelpText("Введите целое число.")
              .requireTextMatchesPattern("[0-9]{1,3}")
              .build(),
          ),
        question,
      );
      return;
    default:
      finish(form.addTextItem(), question);
  }
}

type Dressable = {
  readonly setTitle: (title: string) => unknown;
  readonly setHelpText: (text: string) => unknown;
  readonly setRequired: (required: boolean) => unknown;
};

function finish(item: Dressable, question: Question): void {
  item.setTitle(question.title);
  if (question.help !== undefined) {
    item.setHelpText(question.help);
  }
  item.setRequired(question.required);
}

/** Google throws where there is no destination. */
function isLinked(form: Form): boolean {
  try {
    return form.getDestinationId() !== null;
  } catch {
    return false;
  }
}

function hideResponseTab(
  spreadsheet: Spreadsheet,
  utilities: GoogleAppsScript.Utilities.Utilities,
  formId: string,
  title: string,
): void {
  for (let attempt = 0; attempt < TAB_TRIES; attempt++) {
    SpreadsheetApp.flush();
    const sheet = responseTabs(spreadsheet).get(formId);
    if (sheet !== undefined) {
      nameTab(spreadsheet, sheet, title);
      sheet.hideSheet();
      return;
    }
    utilities.sleep(TAB_WAIT_MS);
  }
  // It will be found by its form when answers are loaded.
}

/** Sheets refuses a second tab of one name; the given name then stays. */
function nameTab(spreadsheet: Spreadsheet, sheet: Sheet, title: string): void {
  const name = `${title} – ответы`;
  if (spreadsheet.getSheetByName(name) === null) {
    sheet.setName(name);
  }
}

function addresses(form: Form): FilledForm {
  const token = form.getItems()[0];
  if (token === undefined) {
    throw new RangeError("formsPort: the form has no items");
  }
  const prefill = form
    .createResponse()
    .withItemResponse(token.asTextItem().createResponse(TOKEN_MARK))
    .toPrefilledUrl();
  return { url: form.getPublishedUrl(), editUrl: form.getEditUrl(), prefill };
}
