/** Everything between the server and the page's state: pushes, calls, the order of changes. */
import type {
  BookSnapshot,
  ExecutionOutcome,
  NumberedMutation,
  PageRequest,
} from "../server/protocol";
import type { BookMutation, Instruments, ProtectedArea } from "../types";
import { type BookView, openBookView } from "./book-view";
import {
  type Connection,
  connect,
  fetchDrawer,
  fetchJournal,
  fetchSnapshot,
  type Push,
  putInstruments,
} from "./connection";
import type { DrawerTabId } from "./drawer-tabs";
import { mergeJournal } from "./journal";
import { protectionOf } from "./protected-ranges";
import { trackEdits } from "./sent-edits";
import { nextKey, notify, type Store } from "./store";
import { showEvent } from "./ui-events";

export type Session = {
  /** Runs a menu item: says that it runs, shows an error. */
  readonly runMenu: (caption: string, functionName: string) => void;
  /** A call of google.script.run. */
  readonly call: (
    functionName: string,
    args: readonly unknown[],
  ) => Promise<ExecutionOutcome>;
  readonly answerAlert: (id: string, button: string, text?: string) => void;
  readonly focusBook: () => void;
  readonly showDrawer: (isOpen: boolean, tab?: DrawerTabId) => void;
  /** Sets the host's standing instruments. */
  readonly setInstruments: (next: Instruments) => void;
  /** Id of the tab that is shown. */
  readonly activeTab: () => string | null;
};

/** Number no state of the book has: the server answers with the whole book. */
const LOAD_AGAIN = -1;
/** From the closing of a cell's editor to the edit it makes; chosen, ms. */
const TYPED_TEXT_COMES_WITHIN_MS = 500;
const LOOK_AGAIN_MS = 100;

/** Draws the book into the element and follows the server. */
export function startSession(
  store: Store,
  first: BookSnapshot,
  container: HTMLElement,
): Session {
  let held = { run: first.run, number: first.number };
  let isOpened = false;
  const edits = trackEdits();
  let protections: readonly ProtectedArea[] = [];
  let refusal = "";
  let reloading: Promise<void> | null = null;
  let late: NumberedMutation[] = [];
  const acceptedLate: number[] = [];

  const view: BookView = openBookView(container, {
    onEdit: takeEdit,
    onTyped: () => setTimeout(takeLate, TYPED_TEXT_COMES_WITHIN_MS),
  });
  view.load(first);
  const connection: Connection = connect({
    held: () => held,
    onState(state, isRefused) {
      // Every further attempt begins with not knowing.
      const isStillRefused = !state && store.get().isRefused;
      store.set({ isConnected: state, isRefused: isRefused || isStillRefused });
      if (!state) edits.doubt();
      if (!edits.isEmpty()) held = { ...held, number: LOAD_AGAIN };
    },
    onPush: receive,
  });

  function takeEdit(mutations: readonly BookMutation[]): void {
    const base = held.number;
    const protection = protectionOf(mutations, protections);
    if (protection === null) {
      sendEdit(mutations, base);
      return;
    }
    const { description } = protection;
    const answer = (isMeant: boolean) => {
      if (isMeant) sendEdit(mutations, base);
      else reload();
    };
    const warning = { key: nextKey(), description, answer };
    store.set({ warnings: [...store.get().warnings, warning] });
  }

  function sendEdit(mutations: readonly BookMutation[], base: number): void {
    if (!store.get().isConnected) {
      notify(
        store,
        "Правка не записана",
        "Связи с программой нет. Когда связь вернётся, таблица загрузится заново.",
        true,
      );
      edits.keep(mutations);
      held = { ...held, number: LOAD_AGAIN };
      return;
    }
    const batch = edits.send(mutations);
    connection.send({ type: "edit", batch, base, mutations });
  }

  function receive(message: Push): void {
    switch (message.type) {
      case "mutations":
        takeChanges(message.list);
        return;
      case "accepted":
        // Known as the window's own until its number has been seen.
        if (late.length > 0) acceptedLate.push(message.batch);
        else edits.answered(message.batch);
        return;
      case "refused": {
        const mutations = edits.answered(message.batch);
        if (mutations === undefined) return;
        edits.keep(mutations);
        refusal = message.message;
        reload();
        return;
      }
      case "protections":
        protections = message.list;
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
      case "instruments":
        store.set({ instruments: message.on });
        return;
      case "trouble":
        notify(store, "Не получилось", message.message, true);
        return;
      case "hello":
        // Told again right after, unless there are none.
        protections = [];
        openAddOn();
        return;
    }
  }

  /** What Google does when a person opens the book. */
  function openAddOn(): void {
    if (isOpened) return;
    isOpened = true;
    void connection
      .execute(
        withSelection({
          kind: "simple-trigger",
          functionName: "onOpen",
          authMode: "LIMITED",
          args: [{ authMode: "LIMITED" }],
        }),
      )
      .then(openAsked);
  }

  /** A menu function named in the address runs as if it had been chosen. */
  function openAsked(): void {
    const asked = new URLSearchParams(location.search).get("open");
    if (asked !== null && /^open[A-Z]\w*$/.test(asked)) {
      void execute({ kind: "menu", functionName: asked });
    }
  }

  /** Shows what came while a cell was being typed or the book loaded. */
  function takeLate(): void {
    const waiting = late;
    late = [];
    takeChanges(waiting);
    if (late.length > 0) return;
    for (const batch of acceptedLate.splice(0)) edits.answered(batch);
  }

  function takeChanges(list: readonly NumberedMutation[]): void {
    // The editor of a cell would take another's text in place of what is typed;
    // so that the server sees the two cross, later changes wait their turn.
    if (reloading !== null || late.length > 0 || view.isTyping()) {
      late.push(...list);
      return;
    }
    for (const change of list) {
      if (change.number <= held.number) continue;
      // An own edit that this state of the book was loaded without.
      const isForgotten = change.mutation === undefined && edits.isEmpty();
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

  /** Takes the server's book instead of this one, once no cell is being typed. */
  function reload(): void {
    reloading ??= untilNot(view.isTyping)
      .then(fetchSnapshot)
      .then((snapshot) => {
        held = { run: snapshot.run, number: snapshot.number };
        store.set({ bookName: snapshot.name });
        view.load(snapshot);
        tellLost(edits.settle(view.textAt));
      })
      .catch((error: unknown) =>
        notify(store, "Таблица не загрузилась", String(error), true),
      )
      .finally(() => {
        reloading = null;
        takeLate();
      });
  }

  /** Says which edit is not in the book, so that it can be repeated. */
  function tellLost(typed: string): void {
    if (refusal === "" && typed === "") return;
    const reason =
      refusal === "" ? "Связь прервалась, эти ячейки не записаны." : refusal;
    refusal = "";
    const title = "Правка не записана";
    notify(store, title, typed === "" ? reason : `${reason}\n${typed}`, true);
  }

  /**
   * The add-on reads what the curator sees, the cell she types in too; a panel
   * that asks by itself does not end her typing.
   */
  const execute = async (request: PageRequest): Promise<ExecutionOutcome> => {
    if (!view.hasFocus()) await view.finishTyping();
    return connection.execute(withSelection(request));
  };
  function withSelection(request: PageRequest): PageRequest {
    const selection = view.selection();
    return selection === undefined ? request : { ...request, selection };
  }
  const call: Session["call"] = (functionName, args) =>
    execute({ kind: "rpc", functionName, args });

  return {
    call,
    runMenu(caption, functionName) {
      void runMenu(store, execute, caption, functionName);
    },
    answerAlert(id, button, text = "") {
      const alerts = store.get().alerts.filter((alert) => alert.id !== id);
      store.set({ alerts });
      connection.send({ type: "answer-alert", id, button, text });
    },
    focusBook: view.focus,
    activeTab: view.activeTab,
    showDrawer(isOpen, tab) {
      store.set({
        isDrawerOpen: isOpen,
        ...(tab === undefined ? {} : { drawerTab: tab }),
      });
      if (isOpen) void loadDrawer(store);
    },
    setInstruments(next) {
      putInstruments(next).catch((error: unknown) =>
        notify(store, "Инструменты не включены", messageOf(error), true),
      );
    },
  };
}

async function untilNot(isSo: () => boolean): Promise<void> {
  while (isSo()) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function loadDrawer(store: Store): Promise<void> {
  try {
    const known = store.get().journal?.[0]?.id ?? null;
    const [drawer, journal] = await Promise.all([
      fetchDrawer(),
      fetchJournal(known),
    ]);
    const held = store.get().journal ?? [];
    store.set({ drawer, journal: mergeJournal(held, journal) });
  } catch (error) {
    notify(store, "Списки не загрузились", String(error), true);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function runMenu(
  store: Store,
  execute: Connection["execute"],
  caption: string,
  functionName: string,
): Promise<void> {
  store.set({ running: [...store.get().running, caption] });
  const outcome = await execute({ kind: "menu", functionName, caption });
  const running = [...store.get().running];
  running.splice(running.indexOf(caption), 1);
  store.set({ running });
  if (outcome.error !== undefined) {
    notify(store, `«${caption}» не выполнено`, outcome.error.message, true);
  }
}
