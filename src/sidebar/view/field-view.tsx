/** One input of an action with its label, hint and what is wrong with it. */
import type { TargetedInputEvent } from "preact";
import type { Field } from "../../shared/rpc";
import type { FieldValue } from "../model/form";
import { ChoiceInput, Radios, usesRadios } from "./choice-input";
import { FileInput } from "./file-input";
import { MarksInput } from "./marks-input";
import { Lines } from "./parts";
import { TextArea } from "./text-area";

/** What every kind of input gets. */
export type InputProps = {
  readonly field: Field;
  readonly id: string;
  readonly value: FieldValue;
  /** Ids of hint and error, for screen readers; undefined when there are none. */
  readonly describedBy: string | undefined;
  readonly isWrong: boolean;
  readonly isBusy: boolean;
  readonly onChange: (value: FieldValue) => void;
};

/** Keeps the browser from taking years of five and six digits. */
const LAST_DATE = "2199-12-31";

function LineInput(props: InputProps) {
  const { field, id, value, describedBy, isWrong, isBusy, onChange } = props;
  const shared = {
    id,
    value: typeof value === "string" ? value : "",
    disabled: isBusy,
    "aria-describedby": describedBy,
    "aria-invalid": isWrong,
    "aria-required": field.required === true,
  };
  const onInput = (event: TargetedInputEvent<HTMLInputElement>) =>
    onChange(event.currentTarget.value);
  return field.kind === "date" ? (
    <input
      {...shared}
      type="date"
      max={LAST_DATE}
      data-key={field.key}
      onInput={onInput}
    />
  ) : (
    <input
      {...shared}
      type="text"
      inputMode={field.kind === "integer" ? "numeric" : undefined}
      autocomplete="off"
      onInput={onInput}
    />
  );
}

function YesNoInput(props: InputProps) {
  const { field, id, value, describedBy, isBusy, onChange } = props;
  return (
    <label class="option" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        disabled={isBusy}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{field.label}</span>
    </label>
  );
}

const YES_NO = [
  { value: "yes", label: "Да" },
  { value: "no", label: "Нет" },
] as const;

/** A required question starts without an answer, so it needs both answers in sight. */
function isOpenQuestion(field: Field): boolean {
  return (
    field.kind === "yesno" &&
    field.required === true &&
    typeof field.value !== "boolean"
  );
}

function OpenQuestion(props: InputProps) {
  const { value, onChange } = props;
  const answer = value === true ? "yes" : "no";
  return (
    <Radios
      {...props}
      choices={YES_NO}
      value={typeof value === "boolean" ? answer : null}
      onChange={(chosen) => onChange(chosen === "yes")}
    />
  );
}

function InputOfKind(props: InputProps) {
  const { field, value } = props;
  switch (field.kind) {
    case "choice":
      return (
        <ChoiceInput
          {...props}
          choices={field.choices ?? []}
          value={typeof value === "string" ? value : null}
        />
      );
    case "yesno":
      return isOpenQuestion(field) ? (
        <OpenQuestion {...props} />
      ) : (
        <YesNoInput {...props} />
      );
    case "file":
      return <FileInput {...props} />;
    case "longtext":
      return <TextArea {...props} />;
    case "marks":
      return <MarksInput {...props} />;
    default:
      return <LineInput {...props} />;
  }
}

/** A group of radio buttons is named by its label, not labelled by it. */
function FieldLabel({ field, id }: Pick<InputProps, "field" | "id">) {
  const isGroup =
    field.kind === "yesno" ||
    field.kind === "marks" ||
    (field.kind === "choice" && usesRadios(field));
  const content = (
    <>
      {field.label}
      {field.required !== true && !isGroup && (
        <span class="optional"> – необязательно</span>
      )}
    </>
  );
  return isGroup ? (
    <span class="label" id={`${id}-label`}>
      {content}
    </span>
  ) : (
    <label class="label" id={`${id}-label`} for={id}>
      {content}
    </label>
  );
}

export function FieldView({
  error,
  ...props
}: Omit<InputProps, "describedBy" | "isWrong"> & {
  readonly error: string | null;
}) {
  const { field, id } = props;
  const hasHint = field.hint !== undefined && field.hint !== "";
  const ids = [
    ...(hasHint ? [`${id}-hint`] : []),
    ...(error === null ? [] : [`${id}-error`]),
  ];
  // A checkbox carries its label itself.
  const isCheckbox = field.kind === "yesno" && !isOpenQuestion(field);
  return (
    <div class="field">
      {!isCheckbox && <FieldLabel field={field} id={id} />}
      {hasHint && !isCheckbox && (
        <p class="note" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.reading !== undefined && (
        <details class="reading">
          <summary>{field.reading.title}</summary>
          <Lines lines={field.reading.lines} />
        </details>
      )}
      <InputOfKind
        {...props}
        describedBy={ids.length === 0 ? undefined : ids.join(" ")}
        isWrong={error !== null}
      />
      {hasHint && isCheckbox && (
        <p class="note under-option" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {error !== null && (
        <p class="field-error" id={`${id}-error`}>
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      )}
    </div>
  );
}
