/** The builders that ScriptApp.newTrigger starts. */
import { ClockTriggerBuilder } from "./clock-trigger-builder";
import type { Execution, TriggerEvent } from "./registry";
import { ServiceError, ServiceObject } from "./service-object";
import { mismatch } from "./sheets-context";
import { Spreadsheet } from "./spreadsheet";
import { install, type TriggerObject } from "./trigger-object";

/** ScriptApp.newTrigger(…). */
export class TriggerBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "forSpreadsheet",
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
