/** The drawer's tab «Инструменты»: what is on, and a form that switches it. */
import { useId } from "preact/hooks";
import type { JournalEntry } from "../server/protocol";
import type { Instruments } from "../types";
import type { DrawerTabProps } from "./drawer-tabs";
import { describeInstruments } from "./instrument-text";
import { methodsIn } from "./journal";

type Props = {
  readonly instruments: Instruments;
  /** Where the names of methods are suggested from. */
  readonly entries: readonly JournalEntry[];
  readonly onChange: (next: Instruments) => void;
};

const METHOD_PATTERN = "[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+";
const HOUR_MS = 3_600_000;

export function InstrumentPanel(props: DrawerTabProps) {
  const { instruments, journal: entries, session } = props;
  const onChange = session.setInstruments;
  const lines = describeInstruments(instruments);
  return (
    <div class="instruments">
      <div>
        <p class="instruments-about">
          <strong>Это для проверки, не для работы.</strong> Инструменты нарочно
          замедляют и ломают выполнения: так видно, что будет на Google при
          сбое, обрыве или исчерпанной квоте. Действуют на все выполнения во
          всех окнах, пока их не выключат или не закроют программу.
        </p>
        <p role="status">
          {lines.length === 0
            ? "Сейчас всё выключено."
            : `Сейчас включено: ${lines.join("; ")}.`}
        </p>
      </div>
      {/* Another window may change them: the fields start over. */}
      <Fields
        key={JSON.stringify(instruments)}
        instruments={instruments}
        entries={entries}
        onChange={onChange}
      />
    </div>
  );
}

function Fields({ instruments, entries, onChange }: Props) {
  const methods = useId();
  const { failAt, failMethod, killAfterMs, latency, mailQuota } = instruments;
  return (
    <form
      class="instrument-fields"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(readFields(new FormData(event.currentTarget)));
      }}
    >
      <label class="wide">
        <input
          type="checkbox"
          name="latency"
          defaultChecked={latency !== undefined}
        />
        Задерживать вызовы служб, как на Google (оценка по опубликованным
        замерам)
      </label>
      <NumberField name="failAt" label="Ошибка на вызове №" value={failAt} />
      <label>
        Ошибка в методе
        <input
          name="failMethod"
          list={methods}
          pattern={METHOD_PATTERN}
          placeholder="Range.setValues"
          title="Класс и метод через точку, например Range.setValues"
          defaultValue={failMethod?.method ?? ""}
        />
        <datalist id={methods}>
          {methodsIn(entries).map((method) => (
            <option key={method} value={method} />
          ))}
        </datalist>
      </label>
      <NumberField
        name="failMethodAt"
        label="на его вызове №"
        value={failMethod?.at}
        placeholder="1"
      />
      <NumberField
        name="killAfterMs"
        label="Обрыв через, мс"
        value={killAfterMs}
        max={HOUR_MS}
      />
      <NumberField
        name="mailQuota"
        label="Адресатов писем в день"
        value={mailQuota}
        min={0}
        placeholder="100"
      />
      <div class="wide">
        <button type="submit" class="primary">
          Применить
        </button>
        <button type="button" onClick={() => onChange({})}>
          Выключить всё
        </button>
      </div>
    </form>
  );
}

function NumberField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly placeholder?: string;
}) {
  const { label, value, min = 1, ...rest } = props;
  return (
    <label>
      {label}
      <input
        type="number"
        min={min}
        step={1}
        defaultValue={value === undefined ? "" : String(value)}
        {...rest}
      />
    </label>
  );
}

/** Empty fields are instruments that are off. */
function readFields(fields: FormData): Instruments {
  const text = (name: string) => String(fields.get(name) ?? "").trim();
  const number = <Name extends string>(name: Name) =>
    text(name) === ""
      ? {}
      : ({ [name]: Number(text(name)) } as { readonly [Key in Name]?: number });
  const method = text("failMethod");
  const at = text("failMethodAt");
  return {
    ...(fields.has("latency") ? { latency: "published" } : {}),
    ...number("failAt"),
    ...(method === ""
      ? {}
      : { failMethod: at === "" ? { method } : { method, at: Number(at) } }),
    ...number("killAfterMs"),
    ...number("mailQuota"),
  };
}
