/** The execution log: what ran, how long, how many service calls it cost. */
import type { DrawerState } from "../server/protocol";
import { formatDuration, formatMoment } from "./format";

type Execution = DrawerState["executions"][number];
type Props = Pick<DrawerState, "executions">;

export const OUTCOMES: Readonly<Record<Execution["outcome"], string>> = {
  done: "выполнено",
  failed: "ошибка",
  killed: "прервано",
  timeout: "превышено время",
};
const KINDS: Readonly<Record<Execution["kind"], string>> = {
  menu: "меню",
  rpc: "панель",
  "simple-trigger": "простой триггер",
  trigger: "триггер",
};

export function ExecutionList({ executions }: Props) {
  if (executions.length === 0) return <p>Ничего ещё не выполнялось.</p>;
  return (
    <table class="executions">
      <thead>
        <tr>
          <th>Когда</th>
          <th>Функция</th>
          <th>Откуда</th>
          <th>Кто</th>
          <th>Длилось</th>
          <th>Вызовов служб</th>
          <th>Итог</th>
        </tr>
      </thead>
      <tbody>
        {executions.map((execution) => (
          <tr key={execution.id}>
            <td>{formatMoment(execution.startedAt)}</td>
            <td>{execution.functionName}</td>
            <td>{KINDS[execution.kind]}</td>
            <td>{execution.user}</td>
            <td>{formatDuration(execution.durationMs)}</td>
            <td>
              <Calls execution={execution} />
            </td>
            <td>
              {OUTCOMES[execution.outcome]}
              {execution.error !== undefined && (
                <p class="error-text">{execution.error.message}</p>
              )}
              {execution.log.length > 0 && (
                <details>
                  <summary>записи: {execution.log.length}</summary>
                  <pre>{execution.log.join("\n")}</pre>
                </details>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Calls({ execution }: { readonly execution: Execution }) {
  const { counted, calls } = execution.meter;
  const byMethod = Object.entries(calls).sort(([, a], [, b]) => b - a);
  if (byMethod.length === 0) return <>{counted}</>;
  return (
    <details>
      <summary>{counted}</summary>
      <ul>
        {byMethod.map(([method, times]) => (
          <li key={method}>
            {method} × {times}
          </li>
        ))}
      </ul>
    </details>
  );
}
