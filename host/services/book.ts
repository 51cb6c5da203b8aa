/** The workbook of a workspace: Univer's model behind a small door, kept as a snapshot and the mutations since. */
import type { IWorkbookData, Workbook, Worksheet } from "@univerjs/core";
import type { ChangedDocument } from "../storage/storage";
import type { BookMutation } from "../types";
import { newCalculator } from "./calculator";
import { type ChartList, keepCharts } from "./chart-list";
import { DEFAULT_SIZES } from "./content-size";
import { formulaSurroundings } from "./formula-surroundings";
import { type PackedBook, packBook, unpackBook } from "./packed-book";
import { followRules, rememberRules } from "./rule-followers";
import { ServiceError } from "./service-object";
import type { TabChange } from "./shift-references";
import { type Area, moveAreas, shiftOf } from "./tracked-areas";
import { type Engine, startEngine, univerModules } from "./univer";
import { serialOf } from "./zone-time";

/** A protection of a range or a whole sheet (`area` null). */
export type StoredProtection = {
  readonly id: string;
  readonly sheetId: string;
  readonly area: Area | null;
  readonly description: string;
  readonly warningOnly: boolean;
  /** Areas of a protected sheet that stay free. */
  readonly unprotected?: readonly Area[];
  /** People besides the owner who may edit; absent: everybody. */
  readonly editors?: readonly string[];
  /** Named range that it was made from. */
  readonly rangeName?: string;
};

/** Developer metadata of the book (`sheetId` null), a tab (`area` null), rows or columns. */
export type StoredMetadata = {
  readonly id: number;
  readonly sheetId: string | null;
  readonly area: Area | null;
  readonly key: string;
  readonly value: string | null;
  readonly visibility: "DOCUMENT" | "PROJECT";
};

/** The document `book`. */
export type BookData = {
  readonly id: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Packed, but for a new book and one of an older version. */
  readonly snapshot: Partial<IWorkbookData> | PackedBook;
  readonly protections: readonly StoredProtection[];
  readonly metadata?: readonly StoredMetadata[];
  /** Sheet id → address of the form whose answers it collects. */
  readonly formUrls: Readonly<Record<string, string>>;
};

type BookFacts = Omit<BookData, "snapshot">;

/** One change of the stored book. */
export type BookChange =
  | { readonly mutation: BookMutation }
  | { readonly facts: Partial<BookFacts> };

/** Rows and columns are 0-based here, as in Univer; the services add one. */
export type Book = {
  readonly id: string;
  readonly engine: Engine;
  readonly workbook: Workbook;
  readonly charts: ChartList;
  readonly facts: () => BookFacts;
  readonly setFacts: (change: Partial<Omit<BookFacts, "id">>) => void;
  readonly now: () => Date;
  /** Serial days now, in the book's time zone. */
  readonly serialNow: () => number;
  /** @throws ServiceError when the tab is gone. */
  readonly worksheet: (sheetId: string) => Worksheet;
  /** Runs a Univer mutation; `unitId` is added. */
  readonly mutate: (id: string, params: object) => void;
  /** Inserts or removes rows or columns, renames or deletes a tab: references follow. */
  readonly restructure: (
    command: StructuralCommand,
    mutation: string,
    params: { readonly subUnitId: string } & Record<string, unknown>,
  ) => void;
  /** Waits until no formula value is stale, of one tab or of all. */
  readonly settle: (sheetId?: string) => Promise<void>;
  /** The engine's own data, not a copy: to be read at once and not changed. */
  readonly snapshot: () => IWorkbookData;
  readonly applyMutation: (mutation: BookMutation, origin: string) => void;
  readonly onMutation: (
    listener: (mutation: BookMutation, origin: string) => void,
  ) => () => void;
  readonly close: () => void;
};

export type StructuralCommand =
  | "sheet.command.insert-row"
  | "sheet.command.insert-col"
  | "sheet.command.remove-row"
  | "sheet.command.remove-col"
  | "sheet.command.move-rows"
  | "sheet.command.move-cols"
  | "sheet.command.set-worksheet-name"
  | "sheet.command.remove-sheet";

/** A new tab's data gets every property the engine expects of one. */
function completed(id: string, params: object): object {
  if (id !== "sheet.mutation.insert-sheet" || !("sheet" in params)) {
    return params;
  }
  const { mergeWorksheetSnapshotWithDefault: whole } = univerModules.core;
  const given = params.sheet as object;
  return { ...params, sheet: whole({ ...DEFAULT_SIZES, ...given }) };
}

const SET_ACTIVE = "sheet.operation.set-worksheet-active";
/** Mutations a page may send; commands and operations stay its own. */
const MUTATION_ID = /^[a-z-]+(\.[a-z-]+)*\.mutation(\.|-)/;

/** A new book as Google makes one. */
export function newBookData(
  id: string,
  locale: string,
  timeZone: string,
): BookData {
  const sheetId = "0";
  return {
    id,
    locale,
    timeZone,
    protections: [],
    formUrls: {},
    snapshot: {
      id,
      name: "Новая таблица",
      sheetOrder: [sheetId],
      sheets: {
        [sheetId]: {
          id: sheetId,
          name: "Лист1",
          rowCount: 1000,
          columnCount: 26,
          ...DEFAULT_SIZES,
        },
      },
    },
  };
}

/**
 * @param document - Where the book is kept.
 * @param now - The host's clock.
 * @param clockMoves - How often that clock was moved by hand.
 */
export function openBook(
  document: ChangedDocument<BookData, BookChange>,
  now: () => Date,
  clockMoves: () => number = () => 0,
): Book {
  const { snapshot: stored, ...rest } = document.base;
  let facts: BookFacts = rest;
  let origin = "";
  const listeners = new Set<(mutation: BookMutation, from: string) => void>();
  const serialNow = () => serialOf(now(), facts.timeZone);
  const engine = startEngine(
    unpackBook(stored as PackedBook) as Partial<IWorkbookData>,
    formulaSurroundings(() => facts.locale, serialNow),
  );
  const { workbook } = engine;
  const calculator = newCalculator(
    engine,
    () => `${Math.floor(serialNow())} ${clockMoves()}`,
  );
  const resources = engine.injector.get(
    univerModules.core.IResourceManagerService,
  );
  const charts = keepCharts(
    engine.injector.get(univerModules.core.ICommandService),
    resources,
  );
  const interceptors = engine.injector.get(
    univerModules.sheets.SheetInterceptorService,
  );

  /** With names, notes and rules, which the plugins keep beside the cells. */
  function snapshot(): IWorkbookData {
    const { UNIVER_SHEET } = univerModules.core.UniverInstanceType;
    return {
      ...workbook.getSnapshot(),
      resources: resources.getResources(facts.id, UNIVER_SHEET),
    };
  }

  for (const change of document.changes) {
    if ("facts" in change) facts = { ...facts, ...change.facts };
    else engine.run(change.mutation.id, change.mutation.params as object);
  }
  document.follow(() => ({
    ...facts,
    snapshot: packBook(snapshot() as object),
  }));

  engine.onExecuted((command, options) => {
    if (command.type !== univerModules.core.CommandType.MUTATION) return;
    // Values of formulas are computed again at the next opening.
    if (options.onlyLocal === true) return;
    const mutation = { id: command.id, params: command.params };
    document.append({ mutation });
    followAreas(command.id, command.params);
    for (const listener of [...listeners]) listener(mutation, origin);
  });

  function setFacts(change: Partial<Omit<BookFacts, "id">>): void {
    facts = { ...facts, ...change };
    document.append({ facts: change });
  }

  function followAreas(id: string, params: unknown): void {
    const shift = shiftOf(id, params);
    if (shift === null) return;
    const protections = moveAreas(facts.protections, shift).map((one) =>
      one.unprotected === undefined || "removed" in shift
        ? one
        : {
            ...one,
            unprotected: moveAreas(
              one.unprotected.map((area) => ({ sheetId: one.sheetId, area })),
              shift,
            ).flatMap(({ area }) => (area === null ? [] : [area])),
          },
    );
    const { metadata } = facts;
    setFacts({
      protections,
      ...(metadata === undefined
        ? {}
        : { metadata: moveAreas(metadata, shift) }),
    });
  }

  function changeOf(
    mutation: string,
    params: { readonly subUnitId: string } & Record<string, unknown>,
  ): TabChange | null {
    const title = workbook.getSheetBySheetId(params.subUnitId)?.getName() ?? "";
    if (mutation === "sheet.mutation.set-worksheet-name") {
      return { kind: "rename", title, to: String(params["name"]) };
    }
    const shift = shiftOf(mutation, params);
    return shift === null ? null : { kind: "shift", title, shift };
  }

  const run = (id: string, params: object): void =>
    engine.run(id, { unitId: facts.id, ...completed(id, params) });

  return {
    id: facts.id,
    engine,
    workbook,
    charts,
    facts: () => facts,
    setFacts,
    now,
    serialNow,
    worksheet(sheetId) {
      const sheet = workbook.getSheetBySheetId(sheetId);
      if (sheet) return sheet;
      throw new ServiceError(`Sheet ${sheetId} not found`);
    },
    mutate: run,
    restructure(command, mutation, params) {
      // Univer's reference keepers look at the active sheet only.
      const { subUnitId } = params;
      const rules = rememberRules(engine, workbook);
      const change = changeOf(mutation, params);
      run(SET_ACTIVE, { subUnitId });
      const intercepted = {
        id: command,
        params: { unitId: facts.id, ...params },
      };
      const { preRedos, redos } = interceptors.onCommandExecute(intercepted);
      for (const before of preRedos ?? []) {
        engine.run(before.id, before.params ?? {});
      }
      run(mutation, params);
      for (const after of redos) engine.run(after.id, after.params ?? {});
      const later = interceptors.afterCommandExecute(intercepted);
      for (const last of later.redos) engine.run(last.id, last.params ?? {});
      if (change !== null) followRules(engine, workbook, rules, change);
    },
    settle: calculator.settle,
    snapshot,
    applyMutation(mutation, from) {
      if (!MUTATION_ID.test(mutation.id)) {
        throw new RangeError(`applyMutation: ${mutation.id} is no mutation`);
      }
      origin = from;
      try {
        engine.run(mutation.id, mutation.params as object);
      } finally {
        origin = "";
      }
    },
    onMutation(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => engine.dispose(),
  };
}
