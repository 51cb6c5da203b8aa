/** Grids: one choice, or several, in each row. */

import { checkedChoices } from "./form-choice-items";
import {
  type AnyItem,
  changeItem,
  clearRule,
  copyItem,
  formOf,
  LIGHT_QUESTION_MEMBERS,
  newRow,
  QuestionItem,
  recordOf,
  setRule,
  wrongSignature,
} from "./form-item-base";
import { ItemResponse } from "./form-item-response";
import { CheckboxGridValidation, GridValidation } from "./form-validations";
import { ServiceError } from "./service-object";

abstract class RowsItem extends QuestionItem {
  getRows(): string[] {
    return (recordOf(this).rows ?? [{ title: "" }]).map((row) => row.title);
  }

  /** Rows that stay keep their answers and their columns in the response tab. */
  setRows(rows: readonly string[]): this {
    const titles = checkedChoices(rows, "rows");
    const { items } = formOf(this.form);
    changeItem(this, (record) => {
      const known = record.rows ?? [];
      record.rows = [...known];
      const next = titles.map((title) => {
        const row =
          known.find((one) => one.title === title) ?? newRow(items, title);
        // Kept among the old ones, so that the next id differs from it.
        record.rows?.push(row);
        return row;
      });
      record.rows = next;
    });
    return this;
  }

  getColumns(): string[] {
    return [...(recordOf(this).choices ?? [])];
  }

  setColumns(columns: readonly string[]): this {
    const titles = checkedChoices(columns, "columns");
    changeItem(this, (record) => {
      record.choices = titles;
    });
    return this;
  }
}

/**
 * Checks what a script answers: one entry per row, null for none.
 *
 * @throws ServiceError for another number of rows or a column that is not there.
 */
function checkedRows(
  item: AnyItem,
  responses: unknown,
  isEntry: (entry: unknown) => boolean,
): void {
  const { title, rows = [], choices } = recordOf(item);
  if (!Array.isArray(responses)) {
    throw wrongSignature(item, "createResponse");
  }
  if (responses.length !== rows.length) {
    throw new ServiceError(
      `Invalid response submitted to "${title}": ${responses.length} answers for ${rows.length} rows.`,
    );
  }
  for (const entry of responses.filter((one) => one !== null)) {
    if (!isEntry(entry)) {
      throw wrongSignature(item, "createResponse");
    }
    const foreign = [entry].flat().find((one) => !choices?.includes(one));
    if (foreign !== undefined) {
      throw new ServiceError(
        `Invalid response submitted to "${title}": "${foreign}" is not one of its columns.`,
      );
    }
  }
}

function isText(entry: unknown): entry is string {
  return typeof entry === "string";
}

export class GridItem extends RowsItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  setValidation(validation: GridValidation): this {
    setRule(this, validation, GridValidation);
    return this;
  }

  clearValidation(): this {
    clearRule(this);
    return this;
  }

  /** @param responses - A column per row, null for a row without an answer. */
  createResponse(responses: readonly (string | null)[]): ItemResponse {
    checkedRows(this, responses, isText);
    return new ItemResponse(this.form, this.itemId, [...responses]);
  }

  duplicate(): GridItem {
    return new GridItem(this.form, copyItem(this).id);
  }
}

export class CheckboxGridItem extends RowsItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  setValidation(validation: CheckboxGridValidation): this {
    setRule(this, validation, CheckboxGridValidation);
    return this;
  }

  clearValidation(): this {
    clearRule(this);
    return this;
  }

  /** @param responses - Columns per row, null for a row without an answer. */
  createResponse(
    responses: readonly (readonly string[] | null)[],
  ): ItemResponse {
    checkedRows(
      this,
      responses,
      (entry) => Array.isArray(entry) && entry.every(isText),
    );
    const rows = responses.map((row) => (row === null ? null : [...row]));
    return new ItemResponse(this.form, this.itemId, rows);
  }

  duplicate(): CheckboxGridItem {
    return new CheckboxGridItem(this.form, copyItem(this).id);
  }
}
