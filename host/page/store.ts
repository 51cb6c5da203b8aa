/** What the page shows, in one value that views follow. */
import { useEffect, useState } from "preact/hooks";
import type { DrawerState, JournalEntry } from "../server/protocol";
import type { Instruments, UiEvent, UiMenu } from "../types";
import type { DrawerTabId } from "./drawer-tabs";

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

/** A question of the page itself, about an edit that is not sent yet. */
export type Warning = {
  readonly key: number;
  readonly description: string;
  readonly answer: (isMeant: boolean) => void;
};

export type PageState = {
  readonly bookName: string;
  /** Who works when the address does not say. */
  readonly defaultUser: string;
  readonly isConnected: boolean;
  /** The program was started again and has another key. */
  readonly isRefused: boolean;
  readonly menus: readonly UiMenu[];
  readonly sidebar: Sidebar | null;
  readonly dialogs: readonly Dialog[];
  readonly alerts: readonly Alert[];
  readonly notices: readonly Notice[];
  /** Menu functions that run now. */
  readonly running: readonly string[];
  readonly isDrawerOpen: boolean;
  readonly drawerTab: DrawerTabId;
  readonly isImportOpen: boolean;
  readonly drawer: DrawerState | null;
  /** Newest first; null until it is loaded. */
  readonly journal: readonly JournalEntry[] | null;
  /** The host's standing instruments. */
  readonly instruments: Instruments;
  readonly warnings: readonly Warning[];
};

export type Store = {
  readonly get: () => PageState;
  readonly set: (change: Partial<PageState>) => void;
  /** Follows the state; gives the function that stops. */
  readonly follow: (listener: () => void) => () => void;
};

export function makeStore(bookName: string, defaultUser: string): Store {
  let state: PageState = {
    bookName,
    defaultUser,
    isConnected: false,
    isRefused: false,
    menus: [],
    sidebar: null,
    dialogs: [],
    alerts: [],
    notices: [],
    running: [],
    isDrawerOpen: false,
    drawerTab: "forms",
    isImportOpen: false,
    drawer: null,
    journal: null,
    instruments: {},
    warnings: [],
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
const TOAST_SECONDS = 5;

/**
 * Shows a message; an error stays until it is closed.
 *
 * @param seconds - How long it stays; negative: until it is closed.
 */
export function notify(
  store: Store,
  title: string,
  message: string,
  isError = false,
  seconds = isError ? -1 : TOAST_SECONDS,
): void {
  const key = nextKey();
  const notice: Notice = { key, title, message, isError };
  store.set({ notices: [...store.get().notices, notice] });
  if (seconds >= 0) setTimeout(() => dismiss(store, key), seconds * 1_000);
}

export function dismiss(store: Store, key: number): void {
  store.set({ notices: store.get().notices.filter((one) => one.key !== key) });
}
