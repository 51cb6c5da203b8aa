/** The drawer under the book: what lies beside it in Google's services. */
import type { ComponentChildren, ComponentProps } from "preact";
import { useRef } from "preact/hooks";
import type { DrawerState, JournalEntry } from "../server/protocol";
import type { Instruments } from "../types";
import { DRAWER_TABS, type DrawerTab } from "./drawer-tabs";
import { ExecutionList } from "./execution-list";
import { formatMoment } from "./format";
import { InstrumentPanel } from "./instrument-panel";
import type { PageState } from "./store";

type Props = {
  readonly state: PageState;
  readonly onTab: (tab: DrawerTab) => void;
  readonly onInstruments: (next: Instruments) => void;
  readonly onClose: () => void;
};

export function Drawer({ state, onTab, onInstruments, onClose }: Props) {
  const tab = state.drawerTab;
  const tabs = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const count = DRAWER_TABS.length;
    const next = (DRAWER_TABS.indexOf(tab) + step + count) % count;
    onTab(DRAWER_TABS[next] ?? tab);
    tabs.current?.querySelectorAll("button")[next]?.focus();
  };

  return (
    <section class="drawer" aria-label="Формы, документы, журнал">
      <div class="bar">
        <div role="tablist" class="tabs" ref={tabs} onKeyDown={onKeyDown}>
          {DRAWER_TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={name === tab}
              tabIndex={name === tab ? 0 : -1}
              onClick={() => onTab(name)}
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
        {state.drawer === null || state.journal === null ? (
          <p role="status">Загружаем…</p>
        ) : (
          lists(state.drawer, state.journal, {
            instruments: state.instruments,
            onChange: onInstruments,
          })[tab]
        )}
      </div>
    </section>
  );
}

function lists(
  state: DrawerState,
  journal: readonly JournalEntry[],
  instruments: Pick<
    ComponentProps<typeof InstrumentPanel>,
    "instruments" | "onChange"
  >,
): Readonly<Record<DrawerTab, ComponentChildren>> {
  return {
    Формы: <Forms forms={state.forms} />,
    Документы: <Files files={state.files} />,
    Почта: <Mail mail={state.mail} />,
    Триггеры: <Triggers triggers={state.triggers} />,
    "Журнал выполнения": <ExecutionList entries={journal} />,
    Инструменты: <InstrumentPanel {...instruments} entries={journal} />,
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

function Mail({ mail }: Pick<DrawerState, "mail">) {
  if (mail.length === 0) return <p>Писем не отправлялось.</p>;
  return (
    <>
      {mail.map((letter) => (
        <details key={`${letter.sentAt} ${letter.to} ${letter.subject}`}>
          <summary>
            {formatMoment(letter.sentAt)} · {letter.to} · {letter.subject}
          </summary>
          <pre>{letter.body}</pre>
        </details>
      ))}
    </>
  );
}

const EVENTS: Readonly<Record<string, string>> = {
  ON_OPEN: "при открытии",
  ON_EDIT: "при правке",
  ON_CHANGE: "при изменении таблицы",
  ON_FORM_SUBMIT: "при ответе на форму",
  CLOCK: "по времени",
};

function Triggers({ triggers }: Pick<DrawerState, "triggers">) {
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
