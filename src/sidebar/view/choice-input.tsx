/** One of several: radio buttons while they are few, a list when they are many. */
import type { Field } from "../../shared/rpc";
import type { InputProps } from "./field-view";

type Choice = { readonly value: string; readonly label: string };

type ChoiceProps = Omit<InputProps, "value"> & {
  readonly choices: readonly Choice[];
  readonly value: string | null;
};

/** More radio buttons than this push everything else out of a 300 px panel. */
const MAX_RADIOS = 5;

/**
 * Radio buttons cannot be cleared, so a choice that starts empty and may stay
 * empty is a list.
 */
export function usesRadios(field: Field): boolean {
  const choices = field.choices ?? [];
  const hasStart = choices.some(({ value }) => value === field.value);
  return (
    field.compact !== true &&
    choices.length <= MAX_RADIOS &&
    (field.required === true || hasStart)
  );
}

export function Radios(props: ChoiceProps) {
  const { choices, id, value, describedBy, isWrong, isBusy, onChange } = props;
  return (
    <div
      role="radiogroup"
      class="options"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      aria-required={props.field.required === true}
    >
      {choices.map((choice, index) => (
        <label class="option" key={choice.value}>
          <input
            id={index === 0 ? id : undefined}
            type="radio"
            name={id}
            checked={choice.value === value}
            disabled={isBusy}
            aria-invalid={isWrong}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}

export function ChoiceInput(props: ChoiceProps) {
  const { field, choices, id, value, describedBy, isWrong, isBusy, onChange } =
    props;
  const isRequired = field.required === true;
  // «Все открыты» needs no «Не выбрано» beside it.
  const hasOwnBlank = choices.some((choice) => choice.value === "");
  if (usesRadios(field)) {
    return <Radios {...props} />;
  }
  return (
    <select
      id={id}
      value={value ?? ""}
      disabled={isBusy}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      aria-required={isRequired}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      {(value === null || !isRequired) && !hasOwnBlank && (
        <option value="">{isRequired ? "Выберите…" : "Не выбрано"}</option>
      )}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
