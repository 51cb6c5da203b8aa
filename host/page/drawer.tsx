/** The drawer under the book: what lies beside it in Google's services. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { DrawerState } from "../server/protocol";
import { ExecutionList } from "./execution-list";
import { formatMoment } from "./format";
import { MailList } from "./mail-list";
import { TriggerList } from "./trigger-list";

type Props = {
  /** Null until it is loaded. */
  readonly state: DrawerState | null;
  readonly onClose: () => void;
};

const TABS = [
  "Формы",
  "Документы",
  "Почта",
  "Триггеры",
  "Журнал выполнения",
] as const;
type Tab = (typeof TABS)[number];

export function Drawer({ state, onClose }: Props) {
  const [tab, setTab] = useState<Tab>("Формы");
  const tabs = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = (TABS.indexOf(tab) + step + TABS.length) % TABS.length;
    setTab(TABS[next] ?? tab);
    tabs.current?.querySelectorAll("button")[next]?.focus();
  };

  return (
    <section class="drawer" aria-label="Формы, документы, журнал">
      <div class="bar">
        <div role="tablist" class="tabs" ref={tabs} onKeyDown={onKeyDown}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === tab}
              tabIndex={name === tab ? 0 : -1}
              onClick={() => setTab(name)}
            >
              {name}
            </button>
          ))}
        </div>
        <button
          type="button"
          class="close"
          aria-label="Закрыть"
          onClick={onClose}
        >
          ✕
        </button>
      </div>
      <div class="drawer-body" role="tabpanel" aria-label={tab}>
        {state === null ? <p role="status">Загружаем…</p> : lists(state)[tab]}
      </div>
    </section>
  );
}

function lists(state: DrawerState): Readonly<Record<Tab, ComponentChildren>> {
  return {
    Формы: <Forms forms={state.forms} />,
    Документы: <Files files={state.files} />,
    Почта: <MailList mail={state.mail} />,
    Триггеры: <TriggerList triggers={state.triggers} clock={state.clock} />,
    "Журнал выполнения": <ExecutionList executions={state.executions} />,
  };
}

function Forms({ forms }: Pick<DrawerState, "forms">) {
  if (forms.length === 0) return <p>Форм пока нет.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th>Форма</th>
          <th>Вопросов</th>
          <th>Ответы</th>
        </tr>
      </thead>
      <tbody>
        {forms.map((form) => (
          <tr key={form.id}>
            <td>
              <NewTab href={`/forms/d/e/${form.id}/viewform`}>
                {form.title || "Без названия"}
              </NewTab>
            </td>
            <td>{form.questions}</td>
            <td>{form.open ? "принимаются" : "не принимаются"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const DOCUMENT_TYPES = /document$/;

function Files({ files }: Pick<DrawerState, "files">) {
  const documents = files.filter((file) => DOCUMENT_TYPES.test(file.mimeType));
  if (documents.length === 0) return <p>Документов пока нет.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th>Документ</th>
          <th>Создан</th>
          <th>Скачать</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((file) => (
          <tr key={file.id}>
            <td>
              <NewTab href={`/files/${file.id}`}>{file.name}</NewTab>
              {file.trashed && " (в корзине)"}
            </td>
            <td>{formatMoment(file.createdTime)}</td>
            <td>
              <a href={`/files/${file.id}/download`}>.docx</a>{" "}
              <NewTab href={`/files/${file.id}/pdf`}>PDF</NewTab>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewTab(props: {
  readonly href: string;
  readonly children: ComponentChildren;
}) {
  return (
    <a href={props.href} target="_blank" rel="noopener">
      {props.children}
    </a>
  );
}
