/** Events for triggers that a person runs out of turn, made of what the book holds now. */
import type { Book } from "../services/book";
import { readerOf } from "../services/cells";
import { contentSize } from "../services/content-size";
import type { WrittenRow } from "../services/form-destination";
import { formsOf } from "../services/forms-workspace";
import type { Trigger, Workspace } from "../services/registry";
import { formOfTrigger } from "../services/trigger-object";
import {
  changeEvent,
  clockEvent,
  editEvent,
  formResponseEvent,
  formSubmitEvent,
  type MakeEvent,
  openEvent,
  rawContent,
} from "./events";

const FIRST_CELL = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };

/**
 * An edit of A1 of the first tab, the last answer to a form, the clock as it
 * is.
 *
 * @throws Error with a Russian sentence when no form has been answered.
 */
export async function eventNow(
  workspace: Workspace,
  trigger: Trigger,
): Promise<MakeEvent> {
  const { book, now } = workspace;
  await book.settle();
  switch (trigger.event) {
    case "CLOCK":
      return clockEvent(now());
    case "ON_OPEN":
      return openEvent(trigger.user);
    case "ON_CHANGE":
      return changeEvent(trigger.user, "OTHER");
    case "ON_EDIT":
      return editOfFirstCell(book, trigger.user);
    case "ON_FORM_SUBMIT": {
      const formId = formOfTrigger(trigger);
      const last = formId === null ? null : lastResponse(workspace, formId);
      if (formId !== null && last !== null) {
        return formResponseEvent(formId, last);
      }
      const written = formId === null ? lastAnswer(book) : null;
      if (written !== null) return formSubmitEvent(written);
      throw new Error("Ответов на формы ещё нет, запускать не на чем.");
    }
  }
}

function editOfFirstCell(book: Book, person: string): MakeEvent {
  const sheetId = book.workbook.getSheetOrders()[0] ?? "";
  const value = rawContent(book, sheetId, FIRST_CELL);
  return editEvent(person, {
    sheetId,
    area: FIRST_CELL,
    ...(value === undefined ? {} : { value }),
  });
}

function lastResponse(workspace: Workspace, formId: string) {
  return formsOf(workspace).get(formId)?.responses.slice(-1)[0] ?? null;
}

/** The last row of the first tab that collects answers and has some. */
function lastAnswer(book: Book): WrittenRow | null {
  for (const sheetId of Object.keys(book.facts().formUrls)) {
    const sheet = book.workbook.getSheetBySheetId(sheetId);
    if (!sheet) continue;
    const { rows, columns } = contentSize(sheet);
    if (rows < 2) continue;
    const reader = readerOf(book, sheetId);
    const row = rows - 1;
    const texts = (at: number) =>
      Array.from({ length: columns }, (_, column) =>
        reader.display(at, column),
      );
    const values = texts(row);
    const namedValues = Object.fromEntries(
      texts(0).map((title, column) => [title, [values[column] ?? ""]]),
    );
    return { sheetId, row, columnCount: columns, values, namedValues };
  }
  return null;
}
