/** How the plan understood its input, open to correction. */
import type { Adjustment } from "../../shared/rpc";
import type { FieldValue, Values } from "../model/form";
import { FieldView } from "./field-view";

export function AdjustBox({
  adjust,
  values,
  isBusy,
  onChange,
}: {
  readonly adjust: Adjustment;
  readonly values: Values;
  readonly isBusy: boolean;
  readonly onChange: (key: string, value: FieldValue) => void;
}) {
  return (
    <details class="adjust" open={adjust.open}>
      <summary>{adjust.title}</summary>
      <p class="note">{adjust.note}</p>
      {adjust.fields.map((field, index) => (
        <FieldView
          key={field.key}
          field={field}
          id={`adjust-${index}`}
          value={values.get(field.key) ?? null}
          error={null}
          isBusy={isBusy}
          onChange={(value) => onChange(field.key, value)}
        />
      ))}
    </details>
  );
}
