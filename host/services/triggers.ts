/** The builders that ScriptApp.newTrigger starts. */
import { ClockTriggerBuilder } from "./clock-trigger-builder";
import { Form } from "./forms-form";
import { formsOf } from "./forms-workspace";
import type { Execution, TriggerEvent } from "./registry";
import { ServiceError, ServiceObject } from "./service-object";
import { mismatch } from "./sheets-context";
import { Spreadsheet } from "./spreadsheet";
import { install, type TriggerObject } from "./trigger-object";

/** ScriptApp.newTrigger(…). */
export class TriggerBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "forSpreadsheet",
    "forForm",
    "timeBased",
  ]);

  readonly #execution: Execution;
  readonly #functionName: string;

  constructor(execution: Execution, functionName: string) {
    super();
    this.#execution = execution;
    this.#functionName = functionName;
  }

  /** @param book - The bound Spreadsheet or its id. */
  forSpreadsheet(book: unknown): SpreadsheetTriggerBuilder {
    const { id } = this.#execution.workspace.book;
    if (!(book instanceof Spreadsheet) && book !== id) {
      throw mismatch("TriggerBuilder.forSpreadsheet", book);
    }
    return new SpreadsheetTriggerBuilder(this.#execution, this.#functionName);
  }

  /** @param form - A Form of this host or its id. */
  forForm(form: unknown): FormTriggerBuilder {
    const id = form instanceof Form ? form.getId() : form;
    const { workspace } = this.#execution;
    if (typeof id !== "string" || formsOf(workspace).get(id) === null) {
      throw mismatch("TriggerBuilder.forForm", form);
    }
    return new FormTriggerBuilder(this.#execution, this.#functionName, id);
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#execution, this.#functionName);
  }
}

class SpreadsheetTriggerBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "onOpen",
    "onEdit",
    "onChange",
    "onFormSubmit",
  ]);

  readonly #execution: Execution;
  readonly #functionName: string;
  #event: TriggerEvent | null = null;

  constructor(execution: Execution, functionName: string) {
    super();
    this.#execution = execution;
    this.#functionName = functionName;
  }

  #on(event: TriggerEvent): this {
    this.#event = event;
    return this;
  }

  onOpen(): this {
    return this.#on("ON_OPEN");
  }

  onEdit(): this {
    return this.#on("ON_EDIT");
  }

  onChange(): this {
    return this.#on("ON_CHANGE");
  }

  onFormSubmit(): this {
    return this.#on("ON_FORM_SUBMIT");
  }

  create(): TriggerObject {
    if (this.#event === null) {
      throw new ServiceError("The trigger has no event.");
    }
    return install(this.#execution, this.#functionName, this.#event);
  }
}

class FormTriggerBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "onFormSubmit",
  ]);

  readonly #execution: Execution;
  readonly #functionName: string;
  readonly #formId: string;
  #hasEvent = false;

  constructor(execution: Execution, functionName: string, formId: string) {
    super();
    this.#execution = execution;
    this.#functionName = functionName;
    this.#formId = formId;
  }

  onFormSubmit(): this {
    this.#hasEvent = true;
    return this;
  }

  create(): TriggerObject {
    if (!this.#hasEvent) {
      throw new ServiceError("The trigger has no event.");
    }
    return install(this.#execution, this.#functionName, "ON_FORM_SUBMIT", {
      formId: this.#formId,
    });
  }
}
