/** FormApp: makes and opens forms. */
import { driveOf, FORM } from "./drive-store";
import {
  Alignment,
  DestinationType,
  ItemType,
  PageNavigationType,
  RatingIconType,
} from "./form-enums";
import {
  booleanArgument,
  type FormHandle,
  textArgument,
} from "./form-item-base";
import { genericItem } from "./form-items";
import {
  CheckboxGridValidationBuilder,
  CheckboxValidationBuilder,
  GridValidationBuilder,
  ParagraphTextValidationBuilder,
  TextValidationBuilder,
} from "./form-rule-builders";
import { Form } from "./forms-form";
import { formsOf } from "./forms-workspace";
import type { Execution, ServiceModule } from "./registry";
import { ServiceError, ServiceObject } from "./service-object";

/** A form as service objects hold it. */
export function formHandle(execution: Execution, id: string): FormHandle {
  return {
    id,
    store: formsOf(execution.workspace),
    timeZone: execution.workspace.manifest.timeZone,
    user: execution.user,
    itemOf: genericItem,
  };
}

export class FormApp extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "createTextValidation",
    "createParagraphTextValidation",
    "createCheckboxValidation",
    "createGridValidation",
    "createCheckboxGridValidation",
  ]);
  readonly execution: Execution;

  constructor(execution: Execution) {
    super();
    this.execution = execution;
  }

  /**
   * A new form. The title becomes the name of the file only: getTitle gives
   * '' until setTitle (https://issuetracker.google.com/issues/442747794).
   * Unpublished unless asked otherwise, the harder of the two defaults seen.
   */
  create(title: string, isPublished = false): Form {
    const { workspace } = this.execution;
    const name = textArgument(title, "title");
    const published = booleanArgument(isPublished, "isPublished");
    const file = driveOf(workspace).add({ name, mimeType: FORM });
    formsOf(workspace).create(file.id, published);
    return new Form(formHandle(this.execution, file.id));
  }

  /** @throws ServiceError when there is no such form or it was deleted. */
  openById(id: string): Form {
    if (formsOf(this.execution.workspace).get(id) === null) {
      throw new ServiceError(
        "No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.",
      );
    }
    return new Form(formHandle(this.execution, id));
  }

  /** Takes the address of the editor or of the form's file. */
  openByUrl(url: string): Form {
    const id = /\/forms\/d\/(?:e\/)?([A-Za-z0-9_-]+)/.exec(String(url))?.[1];
    if (id === undefined) {
      throw new ServiceError("Invalid argument: url");
    }
    return this.openById(id);
  }

  /** The script belongs to a spreadsheet, so there is none. */
  getActiveForm(): null {
    return null;
  }

  createTextValidation(): TextValidationBuilder {
    return new TextValidationBuilder();
  }

  createParagraphTextValidation(): ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder();
  }

  createGridValidation(): GridValidationBuilder {
    return new GridValidationBuilder();
  }

  createCheckboxGridValidation(): CheckboxGridValidationBuilder {
    return new CheckboxGridValidationBuilder();
  }

  createCheckboxValidation(): CheckboxValidationBuilder {
    return new CheckboxValidationBuilder();
  }
}

export const formsModule: ServiceModule = {
  globals: [
    {
      name: "FormApp",
      type: FormApp,
      create: (execution) => new FormApp(execution),
      enums: {
        ItemType,
        DestinationType,
        Alignment,
        PageNavigationType,
        RatingIconType,
      },
    },
  ],
};
