/** The header: the book's name, menus, who works, what runs. */
import { downloadAddress, FILE_MENU, IMPORT } from "./file-menu";
import { InstrumentBadge } from "./instrument-badge";
import { MenuButton } from "./menu";
import type { Session } from "./session";
import type { PageState } from "./store";
import { WhoWorks } from "./who-works";

type Props = {
  readonly state: PageState;
  readonly session: Session | null;
  readonly onImport: () => void;
};

export function Header({ state, session, onImport }: Props) {
  const choose = (caption: string, functionName: string) => {
    if (functionName === IMPORT) {
      onImport();
      return;
    }
    const address = downloadAddress(functionName, session?.activeTab() ?? null);
    if (address !== null) location.assign(address);
    else session?.runMenu(caption, functionName);
  };
  return (
    <header class="header">
      <svg class="logo" viewBox="0 0 24 32" aria-hidden="true">
        <path d="M2 0h14l8 8v22a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z" />
        <path class="grid" d="M5 13h14v12H5zM5 17h14M5 21h14M12 13v12" />
      </svg>
      <div class="titles">
        <h1>{state.bookName}</h1>
        <div class="menus" role="menubar" aria-label="Меню">
          {[FILE_MENU, ...state.menus].map((menu) => (
            <MenuButton key={menu.caption} menu={menu} onChoose={choose} />
          ))}
        </div>
      </div>
      <p class={state.isConnected ? "status" : "status lost"} role="status">
        {statusText(state)}
      </p>
      <InstrumentBadge
        instruments={state.instruments}
        onOpen={() => session?.showDrawer(true, "instruments")}
      />
      <WhoWorks defaultUser={state.defaultUser} />
      <button
        type="button"
        class="drawer-toggle"
        aria-expanded={state.isDrawerOpen}
        onClick={() => session?.showDrawer(!state.isDrawerOpen)}
      >
        Формы, документы, журнал
      </button>
    </header>
  );
}

function statusText(state: PageState): string {
  if (state.isRefused) {
    return "Нет связи: программу перезапустили. Откройте адрес, который она напечатала.";
  }
  if (!state.isConnected) {
    return "Нет связи с программой. Проверьте, что она работает.";
  }
  return state.running.length === 0
    ? ""
    : `Выполняется: ${state.running.join(", ")}…`;
}
