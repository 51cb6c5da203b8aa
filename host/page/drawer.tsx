/** The drawer under the book: what lies beside it in Google's services. */
import { useRef, useState } from "preact/hooks";
import type { DrawerState } from "../server/protocol";
import { DRAWER_TABS } from "./drawer-tabs";
import type { Session } from "./session";

type Props = {
  /** Null until it is loaded. */
  readonly state: DrawerState | null;
  readonly session: Session;
  readonly onClose: () => void;
};

const PANEL_ID = "drawer-panel";

export function Drawer({ state, session, onClose }: Props) {
  const [at, setAt] = useState(0);
  const tabs = useRef<HTMLDivElement>(null);
  const shown = DRAWER_TABS[at];

  const onKeyDown = (event: KeyboardEvent) => {
    const next = neighbour(event.key, at, DRAWER_TABS.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
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
              onClick={() => setAt(index)}
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
        {state === null || shown === undefined ? (
          <p role="status">Загружаем…</p>
        ) : (
          <shown.component key={shown.id} state={state} session={session} />
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
