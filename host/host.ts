/** Opens a workspace: the book, forms, files and the executions over them. */
import { randomBytes, randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { openClock } from "./clock";
import { type Exchange, openExchange } from "./exchange/exchange";
import { KEPT_EXECUTIONS, LOG_FILE, logLine, readLog } from "./execution-log";
import { type Bundle, openBundle } from "./runtime/bundle";
import { type ExecutorEnvironment, runExecution } from "./runtime/executor";
import { newStandingInstruments } from "./runtime/instruments";
import { openPool } from "./runtime/pool";
import {
  type BookChange,
  type BookData,
  newBookData,
  openBook,
} from "./services/book";
import { readGrids } from "./services/book-grids";
import { blocksOf, computedCells, spillsOf } from "./services/computed-cells";
import { driveOf } from "./services/drive-store";
import { exportXlsx } from "./services/export-xlsx";
import { resultsOf } from "./services/form-results";
import { formsOf } from "./services/forms-workspace";
import { mailOf } from "./services/mail";
import type { Execution, Workspace } from "./services/registry";
import { triggerDocument } from "./services/trigger-store";
import { openStorage } from "./storage/storage";
import { fireFormSubmit } from "./triggers/form-submit";
import { openTriggering } from "./triggers/triggering";
import type { ExecutionRequest, ExecutionResult, Host, UiEvent } from "./types";

export type HostOptions = {
  /** Workspace folder, made when it is not there. */
  readonly workspace: string;
  /** ISO moment at which the clock stands still, here and in the realm. */
  readonly now?: string;
  /** Starts over: what the folder keeps of an earlier book is put aside. */
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
  /** Triggers follow the rules of a published add-on, not of a bound script. */
  readonly addOn?: boolean;
};

/** The host of types.ts, with what only the server needs. */
export type OpenHost = Host & {
  /** Told by the server once it knows its address, no slash at the end. */
  readonly setOrigin: (origin: string) => void;
  /** The services' view of the workspace. */
  readonly workspace: Workspace;
  /** Files in and out. */
  readonly exchange: Exchange;
};

/** A page edit is on the disk so soon after it. */
const SAVE_DELAY_MS = 200;
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
  const standsAt = options.now === undefined ? null : Date.parse(options.now);
  if (Number.isNaN(standsAt)) {
    throw new RangeError(`openHost: now is no moment: ${options.now}`);
  }
  const clock = openClock(storage, standsAt);
  const { now } = clock;
  const document = storage.changing<BookData, BookChange>(
    "book",
    newBookData(
      newId(),
      options.locale ?? "ru_RU",
      options.timeZone ?? "Europe/Moscow",
    ),
  );
  const book = openBook(document, now, clock.moves);
  const triggers = triggerDocument(storage);
  const instruments = newStandingInstruments();
  const pool = openPool(options.workerPath ?? null);
  const executions = readLog(storage);
  const running = new Set<Promise<unknown>>();
  const listeners = new Set<Parameters<Host["onUi"]>[0]>();
  const alerts = new Map<string, (button: string, text: string) => void>();
  const changeListeners = new Set<(what: "execution" | "clock") => void>();
  const defaultUser = options.user ?? DEFAULT_USER;
  let origin = options.origin ?? "http://localhost";
  let saving: NodeJS.Timeout | null = null;

  const show = (event: UiEvent, user: string, window?: string): void => {
    for (const listener of [...listeners]) listener(event, user, window);
  };
  /** Page edits come one by one: those of a moment share a save. */
  const saveSoon = (): void => {
    saving ??= setTimeout(() => {
      saving = null;
      storage.flush();
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
    fire: (event, makeEvent) => triggering.engine.fire(event, makeEvent),
    isAddOn: options.addOn === true,
  };
  const environment: ExecutorEnvironment = {
    workspace,
    bundle,
    pool,
    clock: clock.reading,
    defaultUser,
    userLocale: "ru",
    show,
    ask: (alert, user, window) =>
      new Promise((answer) => {
        const id = randomUUID();
        alerts.set(id, (button, text) => answer({ button, text }));
        show({ kind: "alert", id, ...alert }, user, window);
      }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  };

  async function run(
    given: ExecutionRequest,
    makeArgs?: (execution: Execution) => readonly unknown[],
  ): Promise<ExecutionResult> {
    const request = {
      ...given,
      instruments: instruments.under(given.instruments),
    };
    const work = runExecution(environment, request, makeArgs);
    running.add(work);
    try {
      const result = await work;
      executions.push(result);
      if (executions.length > KEPT_EXECUTIONS) executions.shift();
      // What it did comes first: an answered execution is never lost.
      storage.flush();
      storage.appendLine(LOG_FILE, logLine(result));
      return result;
    } finally {
      running.delete(work);
      tellChanged("execution");
    }
  }

  const tellChanged = (what: "execution" | "clock"): void => {
    for (const listener of [...changeListeners]) listener(what);
  };
  const triggering = openTriggering({
    workspace,
    clock,
    declares: bundle.declares,
    run,
    defaultUser,
    tellMoved() {
      saveSoon();
      tellChanged("clock");
    },
  });

  const unfollow = book.onMutation((_mutation, from) => {
    if (from !== "") saveSoon();
  });
  // A new book keeps its id from the first moment on.
  storage.flush();
  warmUp(pool, bundle);

  const exchange = openExchange({
    workspace,
    folder,
    save: async () => storage.flush(),
    isBusy: () => running.size > 0,
  });

  return {
    workspace,
    exchange,
    setOrigin(address) {
      origin = address;
    },
    execute: (request) =>
      request.kind === "simple-trigger" && request.functionName === "onOpen"
        ? triggering.page.open(request)
        : run(request),
    executions: () => executions,
    instruments,
    onUi(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    answerAlert(id, button, text = "") {
      const answer = alerts.get(id);
      alerts.delete(id);
      answer?.(button, text);
    },
    book: {
      id: book.id,
      name: () => book.workbook.getName(),
      snapshot: book.snapshot,
      computed: () => computedCells(book.engine),
      spills: () => spillsOf(book.engine),
      applyMutation: book.applyMutation,
      onMutation: book.onMutation,
      settled: book.settle,
      async grids() {
        await book.settle();
        return readGrids(book);
      },
      protections: () =>
        book
          .facts()
          .protections.map(({ sheetId, area, unprotected, description }) => ({
            sheetId,
            area,
            ...(unprotected === undefined ? {} : { unprotected }),
            description,
          })),
      async exportXlsx() {
        await book.settle();
        return (await exportXlsx(book.snapshot(), now(), blocksOf(book.engine)))
          .bytes;
      },
    },
    forms: {
      list: () => formsOf(workspace).views(),
      get: (id) => formsOf(workspace).view(id),
      results(id) {
        const form = formsOf(workspace).get(id);
        return form === null ? null : resultsOf(form);
      },
      turn: (...turned) => formsOf(workspace).turn(...turned),
      async submit(id, answers) {
        const { response, written } = formsOf(workspace).submit(id, answers);
        storage.flush();
        await fireFormSubmit(triggering.engine, id, response, written);
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
    mail: () => mailOf(workspace).views(),
    mailHtml: (id) => mailOf(workspace).html(id),
    mailAttachment: (id, index) => mailOf(workspace).attachment(id, index),
    triggers: triggering.engine.views,
    runTrigger: triggering.runTrigger,
    clock: triggering.clock,
    defaultUser,
    pageEdit: (user, mutations, apply) =>
      triggering.page.edit(user ?? defaultUser, mutations, apply),
    onChanged(listener) {
      changeListeners.add(listener);
      return () => void changeListeners.delete(listener);
    },
    async save() {
      storage.flush();
    },
    async close() {
      for (const answer of alerts.values()) answer("CLOSE", "");
      alerts.clear();
      await triggering.stop();
      await Promise.allSettled([...running]);
      unfollow();
      if (saving !== null) clearTimeout(saving);
      storage.close();
      await pool.close();
      book.close();
    },
  };
}

/** 33 letters and digits, as ids of Drive look. */
function newId(): string {
  return `1${randomBytes(24).toString("base64url")}`;
}

/** The first execution should not wait for its thread either. */
function warmUp(pool: ReturnType<typeof openPool>, bundle: Bundle): void {
  try {
    pool.warm(bundle.code());
  } catch {
    // Not built yet: the first execution will say so.
  }
}
