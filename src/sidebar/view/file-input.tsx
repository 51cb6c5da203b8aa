/** Chooses a file and reads it as text; the text is the value. */
import { useRef, useState } from "preact/hooks";
import { type FileValue, isFileValue } from "../model/form";
import { readTextFile } from "../model/read-text-file";
import { formatSize } from "../model/words";
import type { InputProps } from "./field-view";

export function FileInput(props: InputProps) {
  const { field, id, value, describedBy, isWrong, isBusy, onChange } = props;
  const [message, setMessage] = useState("");
  const latest = useRef<File | null>(null);

  const read = async (file: File) => {
    setMessage("Читаем файл…");
    onChange(null);
    const result = await readTextFile(file, field.accept);
    if (latest.current !== file) {
      return;
    }
    setMessage(result.ok ? "" : result.message);
    onChange(
      result.ok
        ? {
            name: file.name,
            sizeBytes: file.size,
            text: result.text,
            ...(result.sheets === undefined ? {} : { sheets: result.sheets }),
          }
        : null,
    );
  };

  const choose = (file: File | null) => {
    latest.current = file;
    if (file === null) {
      setMessage("");
      onChange(null);
    } else {
      void read(file);
    }
  };

  const chosen = isFileValue(value) ? value : null;
  const state = `${id}-state`;
  return (
    <>
      {/* The browser's own button cannot be worded, so a label stands for it. */}
      <input
        class="spoken file-input"
        id={id}
        type="file"
        accept={field.accept}
        disabled={isBusy}
        aria-describedby={
          describedBy === undefined ? state : `${describedBy} ${state}`
        }
        aria-invalid={isWrong}
        onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
      />
      <label class="button" for={id}>
        {chosen === null ? "Выбрать файл" : "Выбрать другой файл"}
      </label>
      <p
        class={message === "" ? "note" : "note strong"}
        id={state}
        role="status"
      >
        {chosen === null
          ? message
          : `${chosen.name}, ${formatSize(chosen.sizeBytes)}`}
      </p>
      {chosen?.sheets !== undefined && chosen.sheets.length > 1 && (
        <SheetChoice
          id={id}
          value={chosen}
          isBusy={isBusy}
          onChange={onChange}
        />
      )}
    </>
  );
}

/** Which sheet of a workbook is meant. */
function SheetChoice({
  id,
  value,
  isBusy,
  onChange,
}: Pick<InputProps, "id" | "isBusy" | "onChange"> & {
  readonly value: FileValue;
}) {
  const { sheets = [] } = value;
  const pick = (index: number) => {
    const text = sheets[index]?.text;
    if (text !== undefined) {
      onChange({ ...value, text });
    }
  };
  return (
    <>
      <label class="label" for={`${id}-sheet`}>
        Лист
      </label>
      <select
        id={`${id}-sheet`}
        value={sheets.findIndex(({ text }) => text === value.text)}
        disabled={isBusy}
        onChange={(event) => pick(Number(event.currentTarget.value))}
      >
        {sheets.map(({ title }, index) => (
          <option key={title} value={index}>
            {title}
          </option>
        ))}
      </select>
    </>
  );
}
