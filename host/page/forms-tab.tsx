/** Drawer: the forms, each with the page its respondents see and the answers it got. */
import { useState } from "preact/hooks";
import type { DrawerTabProps } from "./drawer-tabs";
import { FormResults } from "./form-results";
import { NewTabLink } from "./new-tab-link";

export function FormsTab({ state: { forms } }: DrawerTabProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  // Its button gets the focus back.
  const [left, setLeft] = useState<string | null>(null);
  const form = forms.find(({ id }) => id === chosen);
  if (form !== undefined) {
    return (
      <FormResults
        form={{ id: form.id, title: nameOf(form) }}
        changed={forms}
        onBack={() => {
          setLeft(chosen);
          setChosen(null);
        }}
      />
    );
  }
  if (forms.length === 0) return <p>Форм пока нет.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th>Форма</th>
          <th>Вопросов</th>
          <th>Ответов</th>
          <th>Приём ответов</th>
          <th>Что ответили</th>
        </tr>
      </thead>
      <tbody>
        {forms.map((one) => (
          <tr key={one.id}>
            <td>
              <NewTabLink href={`/forms/d/e/${one.id}/viewform`}>
                {nameOf(one)}
              </NewTabLink>
            </td>
            <td>{one.questions}</td>
            <td>{one.responses}</td>
            <td>{one.open ? "открыт" : "закрыт"}</td>
            <td>
              <button
                type="button"
                aria-label={`Показать ответы: ${nameOf(one)}`}
                ref={one.id === left ? focusOn : null}
                onClick={() => setChosen(one.id)}
              >
                Показать ответы
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function focusOn(element: HTMLElement | null): void {
  element?.focus();
}

function nameOf({ title }: { readonly title: string }): string {
  return title || "Без названия";
}
