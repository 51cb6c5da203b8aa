/** A workspace in memory without a worker: services are called directly. */
import { newBookData, openBook } from "../../host/services/book";
import type {
  Execution,
  Trigger,
  TriggerEvent,
  Workspace,
} from "../../host/services/registry";
import { openStorage } from "../../host/storage/storage";

export type TestWorkspace = {
  readonly workspace: Workspace;
  readonly execution: Execution;
  /** Events fired so far. */
  readonly fired: readonly { readonly event: TriggerEvent }[];
  /** Moves the clock, which stands still otherwise. */
  readonly setNow: (iso: string) => void;
};

/** @param start - Where the clock stands, ISO. */
export function memoryWorkspace(
  start = "2026-09-01T09:00:00.000Z",
): TestWorkspace {
  let moment = new Date(start);
  let ids = 0;
  const storage = openStorage(null);
  const now = () => moment;
  const fired: { event: TriggerEvent; trigger: Trigger | null }[] = [];
  const book = openBook(
    storage.changing("book", newBookData("book-1", "ru_RU", "Europe/Moscow")),
    now,
  );
  const workspace: Workspace = {
    storage,
    book,
    manifest: {
      timeZone: "Europe/Moscow",
      oauthScopes: [],
      advancedServices: [],
    },
    now,
    origin: () => "http://localhost",
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    triggers: () => [],
    fire: (event) => {
      fired.push({ event, trigger: null });
      return Promise.resolve([]);
    },
  };
  const execution: Execution = {
    id: "execution-1",
    workspace,
    functionName: "test",
    kind: "menu",
    user: "curator@example.org",
    userLocale: "ru",
    authMode: "FULL",
    log: () => undefined,
    noteUnknownFunctions: () => undefined,
    show: () => undefined,
    ask: () => Promise.resolve({ button: "", text: "" }),
    htmlFile: () => null,
    atEnd: () => undefined,
  };
  return {
    workspace,
    execution,
    fired,
    setNow: (iso) => {
      moment = new Date(iso);
    },
  };
}
