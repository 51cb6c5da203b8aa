/** Drawer: the installed triggers. */
import type { DrawerTabProps } from "./drawer-tabs";

const EVENTS: Readonly<Record<string, string>> = {
  ON_OPEN: "при открытии",
  ON_EDIT: "при правке",
  ON_CHANGE: "при изменении таблицы",
  ON_FORM_SUBMIT: "при ответе на форму",
  CLOCK: "по времени",
};

export function TriggersTab({ state: { triggers } }: DrawerTabProps) {
  if (triggers.length === 0) return <p>Триггеров нет.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th>Когда</th>
          <th>Функция</th>
          <th>От чьего имени</th>
        </tr>
      </thead>
      <tbody>
        {triggers.map((trigger) => (
          <tr key={trigger.id}>
            <td>{EVENTS[trigger.event] ?? trigger.event}</td>
            <td>{trigger.functionName}</td>
            <td>{trigger.user}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
