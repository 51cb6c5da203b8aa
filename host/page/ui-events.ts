/** What an execution asks the page to show. */
import type { UiEvent, UiMenu } from "../types";
import type { BookView } from "./book-view";
import { nextKey, notify, type Store } from "./store";

/** Puts it on the page; a panel takes the place of the one before. */
export function showEvent(store: Store, view: BookView, event: UiEvent): void {
  const state = store.get();
  switch (event.kind) {
    case "menu":
      store.set({ menus: mergeMenus(state.menus, event.menus) });
      return;
    case "sidebar":
      store.set({ sidebar: { ...event, key: nextKey() } });
      return;
    case "dialog":
      store.set({ dialogs: [...state.dialogs, { ...event, key: nextKey() }] });
      return;
    case "alert":
      store.set({ alerts: [...state.alerts, event] });
      return;
    case "toast":
      notify(store, event.title, event.message, false, event.seconds);
      return;
    case "activate":
      view.activate(event);
      return;
  }
}

/** A menu added again replaces the one of the same caption. */
function mergeMenus(
  shown: readonly UiMenu[],
  added: readonly UiMenu[],
): readonly UiMenu[] {
  const captions = new Set(added.map((menu) => menu.caption));
  return [...shown.filter((menu) => !captions.has(menu.caption)), ...added];
}
