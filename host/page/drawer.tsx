/** The drawer under the book: what lies beside it in Google's services. */
import { useRef } from "preact/hooks";
import { DRAWER_TABS, type DrawerTabId } from "./drawer-tabs";
import type { Session } from "./session";
import type { PageState } from "./store";

type Props = {
  readonly state: PageState;
  readonly session: Session;
  readonly onTab: (tab: DrawerTabId) => void;
  readonly onClose: () => void;
};

const PANEL_ID = "drawer-panel";

export function Drawer({ state, session, onTab, onClose }: Props) {
  const { drawer, journal, instruments } = state;
  const at = DRAWER_TABS.findIndex(({ id }) => id === state.drawerTab);
  const tabs = useRef<HTMLDivElement>(null);
  const shown = DRAWER_TABS[at];

  const choose = (index: number) => {
    const tab = DRAWER_TABS[index];
    if (tab !== undefined) onTab(tab.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(event.key, at, DRAWER_TABS.length);
    if (next === null) return;
    event.preventDefault();
    choose(next);
    tabs.current?.querySelectorAll("button")[next]?.focus();
  };

  return (
    <section class="drawer" aria-label="Формы, документы, журнал">
      <div class="bar">
        <div role="tablist" class="tabs" ref={tabs} onKeyDown={onKeyDown}>
          {DRAWER_TABS.map(({ id, title }, index) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={index === at}
              aria-controls={PANEL_ID}
              tabIndex={index === at ? 0 : -1}
              onClick={() => choose(index)}
            >
              {title}
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
      <div
        class="drawer-body"
        role="tabpanel"
        id={PANEL_ID}
        aria-label={shown?.title}
      >
        {drawer === null || journal === null || shown === undefined ? (
          <p role="status">Загружаем…</p>
        ) : (
          <shown.component
            key={shown.id}
            state={drawer}
            journal={journal}
            instruments={instruments}
            session={session}
          />
        )}
      </div>
    </section>
  );
}

/** Index the key leads to; null for other keys. */
function neighbour(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
