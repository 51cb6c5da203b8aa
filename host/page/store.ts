/** What the page shows, in one value that views follow. */
import { useEffect, useState } from "preact/hooks";
import type { DrawerState } from "../server/protocol";
import type { UiEvent, UiMenu } from "../types";

type Of<Kind extends UiEvent["kind"]> = Extract<
  UiEvent,
  { readonly kind: Kind }
>;

export type Dialog = Of<"dialog"> & { readonly key: number };
export type Sidebar = Of<"sidebar"> & { readonly key: number };
export type Alert = Of<"alert">;

export type Notice = {
  readonly key: number;
  readonly title: string;
  readonly message: string;
  readonly isError: boolean;
};

export type PageState = {
  readonly bookName: string;
  readonly isConnected: boolean;
  readonly menus: readonly UiMenu[];
  readonly sidebar: Sidebar | null;
  readonly dialogs: readonly Dialog[];
  readonly alerts: readonly Alert[];
  readonly notices: readonly Notice[];
  /** Menu functions that run now. */
  readonly running: readonly string[];
  readonly isDrawerOpen: boolean;
  readonly isImportOpen: boolean;
  readonly drawer: DrawerState | null;
};

export type Store = {
  readonly get: () => PageState;
  readonly set: (change: Partial<PageState>) => void;
  /** Follows the state; gives the function that stops. */
  readonly follow: (listener: () => void) => () => void;
};

export function makeStore(bookName: string): Store {
  let state: PageState = {
    bookName,
    isConnected: false,
    menus: [],
    sidebar: null,
    dialogs: [],
    alerts: [],
    notices: [],
    running: [],
    isDrawerOpen: false,
    isImportOpen: false,
    drawer: null,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The state, drawn again at every change. */
export function usePageState(store: Store): PageState {
  const [state, setState] = useState(store.get());
  useEffect(() => {
    setState(store.get());
    return store.follow(() => setState(store.get()));
  }, [store]);
  return state;
}

let lastKey = 0;

/** A key no other dialog, panel or notice has. */
export function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

/** How long a toast stays, as in Google Sheets. */
const TOAST_MS = 5_000;

/** Shows a message; an error stays until it is closed. */
export function notify(
  store: Store,
  title: string,
  message: string,
  isError = false,
): void {
  const key = nextKey();
  const notice: Notice = { key, title, message, isError };
  store.set({ notices: [...store.get().notices, notice] });
  if (!isError) setTimeout(() => dismiss(store, key), TOAST_MS);
}

export function dismiss(store: Store, key: number): void {
  store.set({ notices: store.get().notices.filter((one) => one.key !== key) });
}
