/** The header: the book's name, menus, who works, what runs. */
import { pageUser } from "./connection";
import { downloadAddress, FILE_MENU, IMPORT } from "./file-menu";
import { MenuButton } from "./menu";
import type { Session } from "./session";
import type { PageState } from "./store";

type Props = {
  readonly state: PageState;
  readonly session: Session | null;
  readonly onImport: () => void;
};

export function Header({ state, session, onImport }: Props) {
  const user = pageUser();
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
      <p class="status" role="status">
        {statusText(state)}
      </p>
      {user !== null && <span class="user">{user}</span>}
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
  if (!state.isConnected) {
    return "Нет связи с программой. Если вы её перезапустили, откройте новый адрес.";
  }
  return state.running.length === 0
    ? ""
    : `Выполняется: ${state.running.join(", ")}…`;
}
