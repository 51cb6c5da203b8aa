/** Text of several lines; where a list may be pasted, a table stays a table. */
import { useEffect, useRef } from "preact/hooks";
import { type FileValue, isFileValue } from "../model/form";
import { readPastedTable } from "../model/paste-table";
import { countOf } from "../model/words";
import type { InputProps } from "./field-view";

export function TextArea(props: InputProps) {
  const { field, id, value, describedBy, isWrong, isBusy, onChange } = props;
  const isFresh = useRef(false);
  if (isFileValue(value)) {
    return <PastedNote {...props} value={value} takesFocus={isFresh.current} />;
  }
  const text = typeof value === "string" ? value : "";
  const onPaste = (event: ClipboardEvent) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    // What has been typed stays: then the table comes as plain text.
    const table =
      field.tables === true && text.trim() === "" && html !== ""
        ? readPastedTable(html)
        : null;
    if (table !== null) {
      event.preventDefault();
      isFresh.current = true;
      onChange({
        name: `${countOf(table.rows, ["строка", "строки", "строк"])}, ${countOf(table.columns, ["графа", "графы", "граф"])}`,
        sizeBytes: table.text.length,
        text: table.text,
      });
    }
  };
  return (
    <textarea
      id={id}
      rows={5}
      value={text}
      disabled={isBusy}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      aria-required={field.required === true}
      onInput={(event) => onChange(event.currentTarget.value)}
      onPaste={onPaste}
    />
  );
}

/** What was pasted, and a way to take it out again. */
function PastedNote({
  id,
  value,
  isBusy,
  takesFocus,
  onChange,
}: InputProps & {
  readonly value: FileValue;
  /** The field that had the focus is gone. */
  readonly takesFocus: boolean;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) {
      button.current?.focus();
    }
  }, [takesFocus]);
  return (
    <div class="pasted" id={id}>
      <p class="note" role="status">
        Вставлена таблица: {value.name}
      </p>
      <button
        ref={button}
        type="button"
        disabled={isBusy}
        onClick={() => onChange("")}
      >
        Убрать таблицу
      </button>
    </div>
  );
}
