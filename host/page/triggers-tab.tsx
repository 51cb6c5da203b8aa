/** Drawer: the triggers: when each runs, as whom, what became of it; and the clock they live by. */
import { useState } from "preact/hooks";
import type { ExecutionResult, TriggerView } from "../types";
import { ClockPanel } from "./clock-panel";
import { postJson } from "./connection";
import type { DrawerTabProps } from "./drawer-tabs";
import { OUTCOMES } from "./execution-details";
import { formatMinute } from "./format";
import { scheduleWords } from "./schedule-words";

export function TriggersTab({ state: { triggers, clock } }: DrawerTabProps) {
  return (
    <>
      <ClockPanel clock={clock} />
      {triggers.length === 0 ? (
        <p>Триггеров нет.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>Функция</th>
              <th>Когда</th>
              <th>От чьего имени</th>
              <th>Последний раз</th>
              <th>Следующий раз</th>
              <th>Запуск</th>
            </tr>
          </thead>
          <tbody>
            {triggers.map((trigger) => (
              <Row key={trigger.id} trigger={trigger} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ trigger }: { readonly trigger: TriggerView }) {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState("");

  const run = async () => {
    setRunning(true);
    setFailure("");
    try {
      const path = `/api/triggers/${encodeURIComponent(trigger.id)}/run`;
      const { error } = await postJson<ExecutionResult>(path, {});
      setFailure(error?.message ?? "");
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setRunning(false);
    }
  };

  const { lastAt, lastOutcome, nextAt } = trigger;
  return (
    <tr>
      <td>{trigger.functionName}</td>
      <td>{scheduleWords(trigger)}</td>
      <td>{trigger.user}</td>
      <td>
        {lastAt === undefined || lastOutcome === undefined
          ? "ещё не срабатывал"
          : `${formatMinute(lastAt)}, ${OUTCOMES[lastOutcome]}`}
      </td>
      <td>{nextWords(trigger.event, nextAt)}</td>
      <td>
        <button
          type="button"
          disabled={isRunning}
          aria-label={`Выполнить сейчас: ${trigger.functionName}`}
          onClick={() => void run()}
        >
          {isRunning ? "Выполняется…" : "Выполнить сейчас"}
        </button>
        {failure !== "" && <p class="error-text">{failure}</p>}
      </td>
    </tr>
  );
}

function nextWords(event: string, nextAt: string | undefined): string {
  if (nextAt !== undefined) return formatMinute(nextAt);
  return event === "CLOCK" ? "больше не сработает" : "по событию";
}
