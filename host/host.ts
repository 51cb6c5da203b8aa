/** Opens a workspace: the book, forms, files and the executions over them. */
import { randomBytes, randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { type Bundle, openBundle } from "./runtime/bundle";
import { type ExecutorEnvironment, runExecution } from "./runtime/executor";
import { openPool } from "./runtime/pool";
import { type BookData, newBookData, openBook } from "./services/book";
import { readGrids } from "./services/book-grids";
import { driveOf } from "./services/drive-store";
import { exportXlsx } from "./services/export-xlsx";
import { formsOf } from "./services/forms-workspace";
import { mailOf } from "./services/mail";
import type { Execution, Trigger, Workspace } from "./services/registry";
import { authModeValue } from "./services/script-app";
import { rangeOf, spreadsheetOf } from "./services/sheets";
import { triggerDocument } from "./services/trigger-store";
import { openStorage } from "./storage";
import type { ExecutionRequest, ExecutionResult, Host, UiEvent } from "./types";

export type HostOptions = {
  /** Workspace folder, made when it is not there. */
  readonly workspace: string;
  /** ISO moment at which the clock stands still, here and in the realm. */
  readonly now?: string;
  /** Starts over: what the folder keeps of an earlier book is removed. */
  readonly empty?: boolean;
  /** Folder of the built add-on, `dist` by default. */
  readonly distDir?: string;
  /** Locale of a new book. */
  readonly locale?: "ru_RU" | "en_US";
  /** Time zone of a new book. */
  readonly timeZone?: string;
  /** False keeps everything in memory; the folder is neither read nor made. */
  readonly persist?: boolean;
  /** The built worker.js; found in the package by default. */
  readonly workerPath?: string;
  /** Who executes when a request does not say. */
  readonly user?: string;
  /** Where the page is served; can be changed by `setOrigin`. */
  readonly origin?: string;
  /** Limits of executions, milliseconds; for tests. */
  readonly limits?: ExecutorEnvironment["limits"];
};

/** The host of types.ts, with what only the server needs. */
export type OpenHost = Host & {
  /** Told by the server once it knows its address, no slash at the end. */
  readonly setOrigin: (origin: string) => void;
  /** The services' view of the workspace. */
  readonly workspace: Workspace;
};

const LOG_FILE = "executions.jsonl";
/** Finished executions kept at hand; the file has them all. */
const KEPT_EXECUTIONS = 1_000;
/** A change is on the disk so soon after it, or after the executions under way. */
const SAVE_DELAY_MS = 500;
const DEFAULT_USER = "kurator@example.org";

/**
 * Opens a workspace folder, or makes a new book in it.
 *
 * Sets the process's time zone to the manifest's: dates without a zone mean
 * the script's zone in Apps Script.
 *
 * @throws Error when the add-on is not built, or a stored file is damaged.
 */
export async function openHost(options: HostOptions): Promise<OpenHost> {
  const bundle = openBundle(resolve(options.distDir ?? "dist"));
  process.env["TZ"] = bundle.manifest().timeZone;
  const folder = options.persist === false ? null : resolve(options.workspace);
  const storage = openStorage(folder, options.empty === true);
  const fixedNow = options.now === undefined ? null : Date.parse(options.now);
  if (Number.isNaN(fixedNow)) {
    throw new RangeError(`openHost: now is no moment: ${options.now}`);
  }
  const now = () => (fixedNow === null ? new Date() : new Date(fixedNow));
  const document = storage.document<BookData>(
    "book",
    newBookData(
      newId(),
      options.locale ?? "ru_RU",
      options.timeZone ?? "Europe/Moscow",
    ),
  );
  // A new book keeps its id from the first moment on.
  document.set(document.get());
  const book = openBook(document, now);
  const triggers = triggerDocument(storage);
  const pool = openPool(options.workerPath ?? null);
  const executions = readLog(storage.lines(LOG_FILE));
  const running = new Set<Promise<unknown>>();
  const listeners = new Set<(event: UiEvent, user: string) => void>();
  const alerts = new Map<string, (button: string) => void>();
  let origin = options.origin ?? "http://localhost";
  let saving: NodeJS.Timeout | null = null;

  const show = (event: UiEvent, user: string): void => {
    for (const listener of [...listeners]) listener(event, user);
  };
  const save = (): void => {
    if (saving !== null) clearTimeout(saving);
    saving = null;
    book.store();
    storage.flush();
  };
  /** A whole book is written at once, so that changes in a row share a save. */
  const saveSoon = (): void => {
    saving ??= setTimeout(() => {
      saving = null;
      if (running.size === 0) save();
    }, SAVE_DELAY_MS);
  };

  const workspace: Workspace = {
    storage,
    book,
    get manifest() {
      return bundle.manifest();
    },
    now,
    origin: () => origin,
    newId,
    triggers: triggers.get,
    async fire(event, makeEvent) {
      const results: ExecutionResult[] = [];
      for (const trigger of triggers.get()) {
        if (trigger.event !== event) continue;
        results.push(
          await run(requestFor(trigger), (execution) => [
            makeEvent(execution, trigger),
          ]),
        );
      }
      return results;
    },
  };
  const environment: ExecutorEnvironment = {
    workspace,
    bundle,
    pool,
    fixedNow,
    defaultUser: options.user ?? DEFAULT_USER,
    userLocale: "ru",
    show,
    ask: (alert, user) =>
      new Promise((answer) => {
        const id = randomUUID();
        alerts.set(id, answer);
        show({ kind: "alert", id, ...alert }, user);
      }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  };

  async function run(
    request: ExecutionRequest,
    makeArgs?: (execution: Execution) => readonly unknown[],
  ): Promise<ExecutionResult> {
    const work = runExecution(environment, request, makeArgs);
    running.add(work);
    try {
      const result = await work;
      executions.push(result);
      if (executions.length > KEPT_EXECUTIONS) executions.shift();
      storage.appendLine(LOG_FILE, JSON.stringify(result));
      return result;
    } finally {
      running.delete(work);
      saveSoon();
    }
  }

  const unfollow = book.onMutation((_mutation, from) => {
    if (from !== "") saveSoon();
  });
  save();
  warmUp(pool, bundle);

  return {
    workspace,
    setOrigin(address) {
      origin = address;
    },
    execute: (request) => run(request),
    executions: () => executions,
    onUi(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    answerAlert(id, button) {
      const answer = alerts.get(id);
      alerts.delete(id);
      answer?.(button);
    },
    book: {
      id: book.id,
      name: () => book.workbook.getName(),
      snapshot: book.snapshot,
      applyMutation: book.applyMutation,
      onMutation: book.onMutation,
      settled: book.settle,
      async grids() {
        await book.settle();
        return readGrids(book);
      },
      protections: () =>
        book.facts().protections.map(({ sheetId, area, description }) => ({
          sheetId,
          area,
          description,
        })),
      async exportXlsx() {
        await book.settle();
        return (await exportXlsx(book.snapshot(), now())).bytes;
      },
    },
    forms: {
      list: () => formsOf(workspace).views(),
      get: (id) => formsOf(workspace).view(id),
      async submit(id, answers) {
        const { response, written } = formsOf(workspace).submit(id, answers);
        saveSoon();
        if (written !== null) {
          await workspace.fire("ON_FORM_SUBMIT", (execution, trigger) => ({
            authMode: authModeValue("FULL"),
            triggerUid: trigger.id,
            values: written.values,
            namedValues: written.namedValues,
            range: rangeOf(execution, written.sheetId, {
              startRow: written.row,
              endRow: written.row,
              startColumn: 0,
              endColumn: Math.max(0, written.columnCount - 1),
            }),
            source: spreadsheetOf(execution),
          }));
        }
        const mayEdit = formsOf(workspace).get(id)?.allowEdits === true;
        return {
          responseId: response.id,
          editToken: mayEdit ? response.editToken : null,
        };
      },
      answeredBy(id, editToken) {
        const response = formsOf(workspace).answeredBy(id, editToken);
        return response === null
          ? null
          : { ...response.answers, email: response.email };
      },
    },
    files: {
      list: () => driveOf(workspace).views(),
      bytes: (id) => driveOf(workspace).bytes(id),
    },
    mail: () => mailOf(workspace).letters(),
    triggers: () =>
      triggers.get().map(({ id, functionName, event, user }) => ({
        id,
        functionName,
        event,
        user,
      })),
    async save() {
      save();
    },
    async close() {
      for (const answer of alerts.values()) answer("CLOSE");
      alerts.clear();
      await Promise.allSettled([...running]);
      unfollow();
      save();
      await pool.close();
      book.close();
    },
  };
}

/** Installed triggers run as whoever installed them. */
function requestFor(trigger: Trigger): ExecutionRequest {
  return {
    functionName: trigger.functionName,
    user: trigger.user,
    kind: "trigger",
  };
}

/** 33 letters and digits, as ids of Drive look. */
function newId(): string {
  return `1${randomBytes(24).toString("base64url")}`;
}

function readLog(lines: readonly string[]): ExecutionResult[] {
  return lines.slice(-KEPT_EXECUTIONS).flatMap((line): ExecutionResult[] => {
    try {
      return [JSON.parse(line) as ExecutionResult];
    } catch {
      // A line cut off by a power failure; the others still count.
      return [];
    }
  });
}

/** The first execution should not wait for its thread either. */
function warmUp(pool: ReturnType<typeof openPool>, bundle: Bundle): void {
  try {
    pool.warm(bundle.code());
  } catch {
    // Not built yet: the first execution will say so.
  }
}
