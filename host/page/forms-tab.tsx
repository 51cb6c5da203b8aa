/** Drawer: the forms, each with the page its respondents see. */
import type { DrawerTabProps } from "./drawer-tabs";
import { NewTabLink } from "./new-tab-link";

export function FormsTab({ state: { forms } }: DrawerTabProps) {
  if (forms.length === 0) return <p>Форм пока нет.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th>Форма</th>
          <th>Вопросов</th>
          <th>Ответов</th>
          <th>Приём ответов</th>
        </tr>
      </thead>
      <tbody>
        {forms.map((form) => (
          <tr key={form.id}>
            <td>
              <NewTabLink href={`/forms/d/e/${form.id}/viewform`}>
                {form.title || "Без названия"}
              </NewTabLink>
            </td>
            <td>{form.questions}</td>
            <td>{form.responses}</td>
            <td>{form.open ? "открыт" : "закрыт"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
