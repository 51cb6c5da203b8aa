/** Everything between the server and the page's state: pushes, calls, the order of changes. */
import type {
  BookSnapshot,
  ExecutionOutcome,
  NumberedMutation,
} from "../server/protocol";
import type { BookMutation, UiEvent, UiMenu } from "../types";
import { type BookView, openBookView } from "./book-view";
import {
  type Connection,
  connect,
  fetchDrawer,
  fetchSnapshot,
  type Push,
} from "./connection";
import { nextKey, notify, type Store } from "./store";

export type Session = {
  /** Runs a menu item: says that it runs, shows an error. */
  readonly runMenu: (caption: string, functionName: string) => void;
  /** A call of google.script.run. */
  readonly call: (
    functionName: string,
    args: readonly unknown[],
  ) => Promise<ExecutionOutcome>;
  readonly answerAlert: (id: string, button: string) => void;
  readonly focusBook: () => void;
  /** Id of the tab that is shown. */
  readonly activeTab: () => string | null;
  readonly showDrawer: (isOpen: boolean) => void;
};

/** Draws the book into the element and follows the server. */
export function startSession(
  store: Store,
  first: BookSnapshot,
  container: HTMLElement,
): Session {
  let held = { run: first.run, number: first.number };
  let isOpened = false;
  let batches = 0;
  const unanswered = new Set<number>();
  let reloading: Promise<void> | null = null;
  let late: NumberedMutation[] = [];

  const view: BookView = openBookView(container, sendEdit);
  view.load(first);
  const connection: Connection = connect({
    held: () => held,
    onState: (isConnected) => store.set({ isConnected }),
    onPush: receive,
  });

  function sendEdit(mutations: readonly BookMutation[]): void {
    if (!store.get().isConnected) {
      notify(
        store,
        "Правка не записана",
        "Связи с программой нет. Когда связь вернётся, таблица загрузится заново.",
        true,
      );
      held = { ...held, number: -1 };
      return;
    }
    batches += 1;
    unanswered.add(batches);
    connection.send({
      type: "edit",
      batch: batches,
      base: held.number,
      mutations,
    });
  }

  function receive(message: Push): void {
    switch (message.type) {
      case "mutations":
        takeChanges(message.list);
        return;
      case "accepted":
        unanswered.delete(message.batch);
        return;
      case "refused":
        if (!unanswered.has(message.batch)) return;
        notify(store, "Правка не записана", message.message, true);
        reload();
        return;
      case "reload":
        reload();
        return;
      case "ui":
        showEvent(store, view, message.event);
        return;
      case "changed":
        if (store.get().isDrawerOpen) void loadDrawer(store);
        return;
      case "trouble":
        notify(store, "Не получилось", message.message, true);
        return;
      case "hello":
        openAddOn();
        return;
    }
  }

  /** What Google does when a person opens the book. */
  function openAddOn(): void {
    if (isOpened) return;
    isOpened = true;
    void connection
      .execute({
        kind: "simple-trigger",
        functionName: "onOpen",
        authMode: "LIMITED",
        args: [{ authMode: "LIMITED" }],
      })
      .then(openAsked);
  }

  /** A menu function named in the address runs as if it had been chosen. */
  function openAsked(): void {
    const asked = new URLSearchParams(location.search).get("open");
    if (asked !== null && /^open[A-Z]\w*$/.test(asked)) {
      void connection.execute({ kind: "menu", functionName: asked });
    }
  }

  function takeChanges(list: readonly NumberedMutation[]): void {
    if (reloading !== null) {
      late.push(...list);
      return;
    }
    for (const change of list) {
      if (change.number <= held.number) continue;
      // An own edit that this state of the book was loaded without.
      const isForgotten =
        change.mutation === undefined && unanswered.size === 0;
      if (isForgotten || !tryApply(change)) {
        reload();
        return;
      }
      held = { ...held, number: change.number };
    }
  }

  function tryApply(change: NumberedMutation): boolean {
    try {
      view.apply(change);
      return true;
    } catch {
      // The book here differs from the server's; the server's is right.
      return false;
    }
  }

  /** Takes the server's book instead of this one. */
  function reload(): void {
    reloading ??= fetchSnapshot()
      .then((snapshot) => {
        unanswered.clear();
        held = { run: snapshot.run, number: snapshot.number };
        store.set({ bookName: snapshot.name });
        view.load(snapshot);
      })
      .catch((error: unknown) =>
        notify(store, "Таблица не загрузилась", String(error), true),
      )
      .finally(() => {
        reloading = null;
        const waiting = late;
        late = [];
        takeChanges(waiting);
      });
  }

  const call: Session["call"] = (functionName, args) =>
    connection.execute({ kind: "rpc", functionName, args });

  return {
    call,
    runMenu(caption, functionName) {
      void runMenu(store, connection, caption, functionName);
    },
    answerAlert(id, button) {
      const alerts = store.get().alerts.filter((alert) => alert.id !== id);
      store.set({ alerts });
      connection.send({ type: "answer-alert", id, button });
    },
    focusBook: view.focus,
    activeTab: view.activeTab,
    showDrawer(isOpen) {
      store.set({ isDrawerOpen: isOpen });
      if (isOpen) void loadDrawer(store);
    },
  };
}

async function loadDrawer(store: Store): Promise<void> {
  try {
    store.set({ drawer: await fetchDrawer() });
  } catch (error) {
    notify(store, "Списки не загрузились", String(error), true);
  }
}

async function runMenu(
  store: Store,
  connection: Connection,
  caption: string,
  functionName: string,
): Promise<void> {
  store.set({ running: [...store.get().running, caption] });
  const outcome = await connection.execute({ kind: "menu", functionName });
  const running = [...store.get().running];
  running.splice(running.indexOf(caption), 1);
  store.set({ running });
  if (outcome.error !== undefined) {
    notify(store, `«${caption}» не выполнено`, outcome.error.message, true);
  }
}

function showEvent(store: Store, view: BookView, event: UiEvent): void {
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
      notify(store, event.title, event.message);
      return;
    case "activate":
      view.activate(event.sheetId, event.a1);
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
