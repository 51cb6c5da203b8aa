/** What a person does at the page, as triggers: opening the book, editing it. */
import type { Execution, Workspace } from "../services/registry";
import type { BookMutation, ExecutionRequest, ExecutionResult } from "../types";
import type { TriggerEngine } from "./engine";
import {
  changeEvent,
  type EditFacts,
  editEvent,
  type MakeEvent,
  openEvent,
  rawContent,
} from "./events";
import { type Gesture, gestureOf, isOneCell } from "./gesture";

/**
 * Edits that wait while `onEdit` runs; Google forgets further ones.
 *
 * @see https://developers.google.com/apps-script/guides/triggers#restrictions
 */
const WAITING_EDITS = 2;

export type PageTriggers = {
  /** Runs onOpen for a person, and triggers on opening after it. */
  readonly open: (request: ExecutionRequest) => Promise<ExecutionResult>;
  /** See Host.pageEdit. */
  readonly edit: (
    person: string,
    mutations: readonly BookMutation[],
    apply: () => boolean,
  ) => boolean;
  /** Resolves when every event so far has been dealt with. */
  readonly idle: () => Promise<void>;
};

type Parts = {
  readonly workspace: Workspace;
  readonly engine: TriggerEngine;
  /** Whether the add-on declares a global function. */
  readonly declares: (functionName: string) => boolean;
  readonly run: (
    request: ExecutionRequest,
    makeArgs: (execution: Execution) => readonly unknown[],
  ) => Promise<ExecutionResult>;
  readonly isClosing: () => boolean;
  readonly defaultUser: string;
};

export function openPageTriggers(parts: Parts): PageTriggers {
  const { workspace, engine, run } = parts;
  const { book } = workspace;
  let installed: Promise<unknown> = Promise.resolve();
  let simple: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const later = (
    event: "ON_OPEN" | "ON_EDIT" | "ON_CHANGE",
    make: MakeEvent,
  ) => {
    installed = installed.then(() => engine.fire(event, make)).catch(ignore);
  };
  const isWanted = (event: "ON_EDIT" | "ON_CHANGE"): boolean =>
    workspace.triggers().some((trigger) => trigger.event === event);

  function runOnEdit(person: string, make: MakeEvent): void {
    if (waiting > WAITING_EDITS) return;
    waiting += 1;
    const request: ExecutionRequest = {
      functionName: "onEdit",
      kind: "simple-trigger",
      user: person,
    };
    simple = simple
      .then(async () => {
        if (parts.isClosing()) return;
        await run(request, (execution) => [make(execution, null)]);
      })
      .catch(ignore)
      .finally(() => {
        waiting -= 1;
      });
  }

  async function fireEdit(
    person: string,
    edited: NonNullable<Gesture["edited"]>,
    oldValue: string | undefined,
    wanted: { readonly simple: boolean; readonly installed: boolean },
  ): Promise<void> {
    const { sheetId, area } = edited;
    const isOne = isOneCell(area);
    if (isOne && isFormula(sheetId, area.startRow, area.startColumn)) {
      await book.settle();
    }
    const value = isOne ? rawContent(book, sheetId, area) : undefined;
    const facts: EditFacts = {
      sheetId,
      area,
      ...(value === undefined ? {} : { value }),
      ...(oldValue === undefined ? {} : { oldValue }),
    };
    const make = editEvent(person, facts);
    if (wanted.simple) runOnEdit(person, make);
    if (wanted.installed) later("ON_EDIT", make);
  }

  function isFormula(sheetId: string, row: number, column: number): boolean {
    const cell = book.worksheet(sheetId).getCellRaw(row, column);
    return Boolean(cell?.f ?? cell?.si);
  }

  return {
    async open(request) {
      const person = request.user ?? parts.defaultUser;
      const make = openEvent(person);
      const result = await run(request, (execution) => [make(execution, null)]);
      later("ON_OPEN", make);
      return result;
    },
    edit(person, mutations, apply) {
      const wanted = {
        simple: parts.declares("onEdit"),
        installed: isWanted("ON_EDIT"),
        change: isWanted("ON_CHANGE"),
      };
      if (!Object.values(wanted).includes(true)) return apply();
      const { edited, change } = gestureOf(mutations);
      const hadCell =
        edited !== null &&
        isOneCell(edited.area) &&
        book.workbook.getSheetBySheetId(edited.sheetId) !== null;
      const oldValue = hadCell
        ? rawContent(book, edited.sheetId, edited.area)
        : undefined;
      if (!apply()) return false;
      if (edited !== null && (wanted.simple || wanted.installed)) {
        const started = fireEdit(person, edited, oldValue, wanted);
        installed = Promise.all([installed, started.catch(ignore)]);
      }
      if (change !== null && wanted.change) {
        later("ON_CHANGE", changeEvent(person, change));
      }
      return true;
    },
    async idle() {
      // What an event starts may itself start something.
      let seen: unknown[] = [];
      while (seen[0] !== installed || seen[1] !== simple) {
        seen = [installed, simple];
        await Promise.all(seen);
      }
    },
  };
}

/** The tab may be gone by the time its edit is told; nobody waits for it. */
const ignore = (): void => undefined;
