/** The whole page: header with menus, the spreadsheet, the add-on's panel, dialogs and the drawer. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { BookSnapshot } from "../server/protocol";
import { Alerts, Dialogs } from "./dialogs";
import { Drawer } from "./drawer";
import { EditWarnings } from "./edit-warning";
import { Header } from "./header";
import { ImportDialog } from "./import-dialog";
import { Notices } from "./notices";
import { goByParts } from "./parts";
import { ScriptFrame } from "./script-frame";
import { type Session, startSession } from "./session";
import { makeStore, notify, usePageState } from "./store";

/** Google's panel is exactly this wide, and an add-on cannot change it. */
const SIDEBAR_WIDTH = 300;

export function Workplace({ first }: { readonly first: BookSnapshot }) {
  const store = useMemo(() => makeStore(first.name, first.user), [first]);
  const state = usePageState(store);
  const place = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<Session | null>(null);

  useEffect(() => {
    if (place.current !== null) {
      setSession(startSession(store, first, place.current));
    }
  }, [store, first]);

  useEffect(goByParts, []);

  useEffect(() => {
    document.title = state.bookName;
  }, [state.bookName]);

  const { sidebar } = state;
  return (
    <div class="page">
      <Header
        state={state}
        session={session}
        onImport={() => store.set({ isImportOpen: true })}
      />
      <div class="middle">
        <main class="book" ref={place} aria-label="Таблица" />
        {sidebar !== null && session !== null && (
          <aside class="sidebar" aria-label={sidebar.title}>
            <div class="bar">
              <h2>{sidebar.title}</h2>
              <button
                type="button"
                class="close"
                aria-label="Закрыть панель"
                onClick={() => store.set({ sidebar: null })}
              >
                ✕
              </button>
            </div>
            <ScriptFrame
              key={sidebar.key}
              title={sidebar.title}
              html={sidebar.html}
              width={SIDEBAR_WIDTH}
              session={session}
              onClose={() => store.set({ sidebar: null })}
            />
          </aside>
        )}
      </div>
      {state.isDrawerOpen && session !== null && (
        <Drawer
          state={state}
          session={session}
          onTab={(drawerTab) => store.set({ drawerTab })}
          onClose={() => session.showDrawer(false)}
        />
      )}
      {session !== null && (
        <>
          <Dialogs store={store} dialogs={state.dialogs} session={session} />
          <Alerts alerts={state.alerts} session={session} />
          <EditWarnings store={store} warnings={state.warnings} />
        </>
      )}
      {state.isImportOpen && (
        <ImportDialog
          onClose={() => store.set({ isImportOpen: false })}
          onDone={(result) => {
            store.set({ isImportOpen: false });
            const text = [
              `Новых листов: ${result.titles.length}.`,
              ...result.problems,
              ...(result.backup === null
                ? []
                : [`Прежняя рабочая папка: ${result.backup}`]),
            ].join(" ");
            notify(store, "Файл загружен", text);
          }}
        />
      )}
      <Notices store={store} notices={state.notices} />
    </div>
  );
}
