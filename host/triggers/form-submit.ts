/** What an answer to a form fires: triggers of the book it is written to, and of the form itself. */
import type { WrittenRow } from "../services/form-destination";
import type { ResponseRecord } from "../services/form-record";
import { formOfTrigger } from "../services/trigger-object";
import type { TriggerEngine } from "./engine";
import { formResponseEvent, formSubmitEvent } from "./events";

/** @param written - Null when the form is linked to no tab. */
export async function fireFormSubmit(
  engine: TriggerEngine,
  formId: string,
  response: ResponseRecord,
  written: WrittenRow | null,
): Promise<void> {
  if (written !== null) {
    await engine.fire(
      "ON_FORM_SUBMIT",
      formSubmitEvent(written),
      (trigger) => formOfTrigger(trigger) === null,
    );
  }
  await engine.fire(
    "ON_FORM_SUBMIT",
    formResponseEvent(formId, response),
    (trigger) => formOfTrigger(trigger) === formId,
  );
}
