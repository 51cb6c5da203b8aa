/** All that is known of one execution: its end, its service calls, its records. */
import type { JournalEntry } from "../server/protocol";
import { formatDuration, formatMoment } from "./format";
import { describeInstruments } from "./instrument-text";
import { titleOf } from "./journal";

type Props = { readonly entry: JournalEntry };

export const OUTCOMES: Readonly<Record<JournalEntry["outcome"], string>> = {
  done: "выполнено",
  failed: "ошибка",
  killed: "прервано",
  timeout: "превышено время",
};
const KINDS: Readonly<Record<JournalEntry["kind"], string>> = {
  menu: "меню",
  rpc: "панель",
  "simple-trigger": "простой триггер",
  trigger: "триггер",
};

export function ExecutionDetails({ entry }: Props) {
  const { modelledMs, unknownFunctions = [], instruments = {} } = entry;
  const faults = describeInstruments(instruments);
  return (
    <section class="journal-details" aria-label="Подробности выполнения">
      <h3>{titleOf(entry)}</h3>
      <p>
        {formatMoment(entry.startedAt)}, {entry.user}, функция{" "}
        <code>{entry.functionName}</code> ({KINDS[entry.kind]})
      </p>
      <p>
        Длилось {formatDuration(entry.durationMs)}.
        {modelledMs !== undefined &&
          ` Вызовы служб на Google заняли бы примерно ${formatDuration(modelledMs)}: это оценка.`}
      </p>
      <Failure entry={entry} />
      {unknownFunctions.length > 0 && (
        <p class="error-text">
          Функций, которых нет в движке формул, их ячейки показывают #ИМЯ?:{" "}
          {unknownFunctions.join(", ")}
        </p>
      )}
      {faults.length > 0 && (
        <p>Были включены инструменты: {faults.join("; ")}</p>
      )}
      {entry.log.length > 0 && (
        <>
          <h4>Записи: {entry.log.length}</h4>
          <pre>{entry.log.join("\n")}</pre>
        </>
      )}
      <Calls title="Вызовы служб" calls={entry.meter.calls} />
      <Calls
        title="Лёгкие вызовы, до служб не доходят"
        calls={entry.meter.light}
      />
    </section>
  );
}

function Failure({ entry }: Props) {
  const { outcome, error, stack, refusal } = entry;
  if (outcome === "done" && refusal === undefined) return null;
  return (
    <>
      <p class="error-text">
        {refusal === undefined
          ? `Итог: ${OUTCOMES[outcome]}.`
          : `Надстройка ответила отказом: ${refusal}`}
        {error !== undefined && ` ${error.name}: ${error.message}`}
      </p>
      {stack !== undefined && <pre class="stack">{stack}</pre>}
    </>
  );
}

function Calls(props: {
  readonly title: string;
  readonly calls: Readonly<Record<string, number>>;
}) {
  const byNumber = Object.entries(props.calls).sort(([, a], [, b]) => b - a);
  if (byNumber.length === 0) return null;
  const total = byNumber.reduce((sum, [, times]) => sum + times, 0);
  return (
    <>
      <h4>
        {props.title}: {total}
      </h4>
      <ul>
        {byNumber.map(([method, times]) => (
          <li key={method}>
            {method} × {times}
          </li>
        ))}
      </ul>
    </>
  );
}
