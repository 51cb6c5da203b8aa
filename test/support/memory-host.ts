/** A Host without add-on and folder: a real headless Univer book and functions given by the test. */
import { randomUUID } from "node:crypto";
import { nameOf } from "../../host/runtime/execution-name";
import { newStandingInstruments } from "../../host/runtime/instruments";
import { computedCells, spillsOf } from "../../host/services/computed-cells";
import { formulaSurroundings } from "../../host/services/formula-surroundings";
import { startEngine } from "../../host/services/univer";
import type {
  BookMutation,
  ExecutionRequest,
  ExecutionResult,
  FileView,
  FormView,
  Host,
  ProtectedArea,
  UiEvent,
} from "../../host/types";

/** What a function of the test may do. */
export type Script = {
  readonly show: (event: UiEvent) => void;
  /** Waits for the pressed button. */
  readonly ask: (title: string, message: string) => Promise<string>;
  /** Writes values of one cell, 0-based; a text with `=` is a formula. */
  readonly write: (row: number, column: number, value: string | number) => void;
};

export type ScriptFunction = (
  script: Script,
  ...args: readonly unknown[]
) => unknown;

export type MemoryHost = Host & {
  /** Raw cell of the first tab, 0-based. */
  readonly cell: (
    row: number,
    column: number,
  ) => {
    readonly v?: unknown;
    readonly f?: unknown;
    readonly t?: unknown;
  } | null;
  readonly answers: Readonly<Record<string, string | readonly string[]>>[];
};

type Parts = {
  readonly functions?: Readonly<Record<string, ScriptFunction>>;
  readonly forms?: readonly FormView[];
  readonly files?: readonly (FileView & { readonly content: Uint8Array })[];
  readonly protections?: readonly ProtectedArea[];
  /** Page edits that the book does not take. */
  readonly refuses?: (mutation: BookMutation) => boolean;
};

const BOOK_ID = "book";
const SHEET_ID = "s1";
const USER = "curator@example.org";
const NOW = "2026-09-01T09:00:00.000Z";
const SET_VALUES = "sheet.mutation.set-range-values";

export function memoryHost(parts: Parts = {}): MemoryHost {
  let isClosed = false;
  const engine = startEngine(
    {
      id: BOOK_ID,
      name: "Пробная книга",
      sheetOrder: [SHEET_ID],
      sheets: {
        [SHEET_ID]: {
          id: SHEET_ID,
          name: "Лист1",
          rowCount: 100,
          columnCount: 26,
        },
      },
    },
    formulaSurroundings(
      () => "ru_RU",
      () => 46_000,
    ),
  );
  const mutationListeners = new Set<
    (mutation: BookMutation, origin: string) => void
  >();
  const uiListeners = new Set<Parameters<Host["onUi"]>[0]>();
  const alerts = new Map<string, (button: string) => void>();
  const executions: ExecutionResult[] = [];
  const instruments = newStandingInstruments();
  const answers: MemoryHost["answers"] = [];
  let origin = "";

  engine.onExecuted((command, options) => {
    if (command.type !== 2 || options.onlyLocal === true) return;
    for (const listener of mutationListeners) {
      listener({ id: command.id, params: command.params }, origin);
    }
  });

  const script = (user: string, window?: string): Script => ({
    show: (event) => {
      for (const listener of uiListeners) listener(event, user, window);
    },
    ask(title, message) {
      const id = randomUUID();
      return new Promise((resolve) => {
        alerts.set(id, resolve);
        const event: UiEvent = {
          kind: "alert",
          id,
          title,
          message,
          buttons: ["YES", "NO"],
        };
        for (const listener of uiListeners) listener(event, user, window);
      });
    },
    write(row, column, value) {
      const cell =
        typeof value === "string" && value.startsWith("=")
          ? { f: value, v: null }
          : { v: value, t: typeof value === "number" ? 2 : 1 };
      engine.run(SET_VALUES, {
        unitId: BOOK_ID,
        subUnitId: SHEET_ID,
        cellValue: { [row]: { [column]: cell } },
      });
    },
  });

  const execute = async (
    request: ExecutionRequest,
  ): Promise<ExecutionResult> => {
    const user = request.user ?? USER;
    const ran = parts.functions?.[request.functionName];
    const base = {
      id: randomUUID(),
      functionName: request.functionName,
      kind: request.kind,
      ...nameOf(request),
      user,
      startedAt: new Date().toISOString(),
      durationMs: 12,
      meter: { counted: 3, calls: { "Range.setValues": 3 }, light: {} },
      modelledMs: 150,
      instruments: instruments.get(),
      log: ["строка журнала"],
    };
    let result: ExecutionResult;
    try {
      if (ran === undefined) {
        throw new ReferenceError(`${request.functionName} is not defined`);
      }
      const value = await ran(
        script(user, request.window),
        ...(request.args ?? []),
      );
      result = { ...base, outcome: "done", value };
    } catch (error) {
      const { name, message } = error as Error;
      result = { ...base, outcome: "failed", error: { name, message } };
    }
    executions.push(result);
    return result;
  };

  const forms = parts.forms ?? [];
  const files = parts.files ?? [];
  return {
    answers,
    cell: (row, column) =>
      engine.workbook.getSheetBySheetId(SHEET_ID)?.getCellRaw(row, column) ??
      null,
    execute,
    executions: () => executions,
    instruments,
    onUi(listener) {
      uiListeners.add(listener);
      return () => void uiListeners.delete(listener);
    },
    answerAlert(id, button) {
      alerts.get(id)?.(button);
      alerts.delete(id);
    },
    book: {
      id: BOOK_ID,
      name: () => "Пробная книга",
      snapshot: () => engine.workbook.save(),
      computed: () => computedCells(engine),
      spills: () => spillsOf(engine),
      applyMutation(mutation, from) {
        if (parts.refuses?.(mutation)) throw new Error("refused by the test");
        origin = from;
        try {
          engine.run(mutation.id, mutation.params as object);
        } finally {
          origin = "";
        }
      },
      onMutation(listener) {
        mutationListeners.add(listener);
        return () => void mutationListeners.delete(listener);
      },
      settled: () => settle(engine, () => isClosed),
      grids: async () => ({}),
      protections: () => parts.protections ?? [],
      exportXlsx: async () => new Uint8Array([80, 75, 3, 4]),
    },
    forms: {
      list: () => forms,
      get: (id) => forms.find((form) => form.id === id) ?? null,
      async submit(_, given) {
        answers.push(given);
        return { responseId: `r${answers.length}`, editToken: null };
      },
      answeredBy: () => null,
      results: () => null,
      // Its forms have one page.
      turn: () => ({ page: null, errors: {} }),
    },
    files: {
      list: () => files,
      bytes: (id) =>
        files.find((file) => file.id === id)?.content ?? new Uint8Array(),
    },
    mail: () => [
      {
        id: "letter1",
        from: USER,
        to: "mentor@example.org",
        cc: "",
        bcc: "",
        replyTo: "",
        senderName: "",
        subject: "Напоминание",
        body: "Здравствуйте!",
        isHtml: false,
        sentAt: NOW,
        attachments: [],
      },
    ],
    mailHtml: () => null,
    mailAttachment: () => null,
    triggers: () => [
      {
        id: "t1",
        functionName: "onFormSubmit",
        event: "ON_FORM_SUBMIT",
        user: USER,
        schedule: {},
      },
    ],
    runTrigger: async () => {
      throw new Error("Триггера нет.");
    },
    clock: {
      now: () => new Date(NOW),
      state: () => ({ now: NOW, kind: "standing" }),
      set: async () => ({
        now: NOW,
        kind: "standing",
        fired: 0,
        skipped: false,
      }),
      advance: async () => ({
        now: NOW,
        kind: "standing",
        fired: 0,
        skipped: false,
      }),
      reset: () => ({ now: NOW, kind: "real" }),
      tickByItself: () => undefined,
    },
    defaultUser: USER,
    pageEdit: (_user, _mutations, apply) => apply(),
    onChanged: () => () => undefined,
    save: async () => undefined,
    close: async () => {
      isClosed = true;
      engine.dispose();
    },
  };
}

/** Computes every formula, unless the book is closed by then. */
function settle(
  engine: ReturnType<typeof startEngine>,
  isClosed: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      if (isClosed()) {
        resolve();
        return;
      }
      engine.onExecuted((command) => {
        const params = command.params as
          | { readonly functionsExecutedState?: number }
          | undefined;
        if (
          command.id ===
            "formula.mutation.set-formula-calculation-notification" &&
          params?.functionsExecutedState !== undefined
        ) {
          resolve();
        }
      });
      engine.run(
        "formula.mutation.set-formula-calculation-start",
        { forceCalculation: true },
        { onlyLocal: true },
      );
    });
  });
}
