/** The ports in memory: actions and the runner without a spreadsheet, killed at any call. */

import type { Letter, Place, Ports } from "../../src/app/ports";
import type { Layout, ResponseGrid } from "../../src/book/book";
import { keyInNote } from "../../src/book/header";
import type { RawCell } from "../../src/book/parse-cell";
import { TOKEN_MARK } from "../../src/domain/forms/questionnaire";
import { readToken } from "../../src/domain/forms/token";
import { hash } from "../../src/domain/hash";
import type { Merge } from "../../src/domain/import/merges";
import { russianDate } from "../../src/domain/language/dates";
import { memoryWorkbook } from "./memory-workbook";

export type MemoryTab = {
  id: number;
  title: string;
  cells: RawCell[][];
  notes: string[];
  formulas: Set<string>;
  merges?: Merge[];
  /** Address of the form whose answers it collects. */
  formUrl?: string;
};

export type MemoryWorld = {
  readonly tabs: MemoryTab[];
  readonly properties: Record<string, string>;
  readonly files: {
    id: string;
    key: string;
    trashed: boolean;
    content: string;
  }[];
  readonly responses: ResponseGrid[];
  /** Port calls so far; the call with this number throws Killed. */
  calls: number;
  killAt: number;
  /** True: the call takes effect before the kill. */
  killAfter: boolean;
  user: string;
  clock: number;
  /** YYYY-MM-DD HH:MM in the book's zone. */
  now: string;
  readonly letters: Letter[];
  mailQuota?: number;
  /** Message of the error with which sending is refused. */
  mailFault?: string;
  timer: boolean;
  /** Of which there is more than one. */
  timers?: number;
  /** Where the curator's cursor is. */
  selection: Place | null;
  /** Defined names, where they are not what the add-on made them. */
  names?: Layout["names"];
};

/** Stands for a terminated worker: no product code may catch it and go on. */
export class Killed extends Error {}

export function memoryWorld(): MemoryWorld {
  return {
    tabs: [],
    properties: {},
    files: [],
    responses: [],
    calls: 0,
    killAt: 0,
    killAfter: false,
    user: "kurator@example.org",
    clock: 1_790_000_000_000,
    now: "2026-09-07 10:00",
    letters: [],
    timer: false,
    selection: null,
  };
}

const watchers = new WeakMap<MemoryWorld, () => void>();

/** Tells before every port call what the world is then, until `work` ends. */
export function watchCalls(
  world: MemoryWorld,
  watcher: () => void,
  work: () => void,
): void {
  watchers.set(world, watcher);
  try {
    work();
  } finally {
    watchers.delete(world);
  }
}

/** Templates are not needed: documents are kept as their data. */
export function memoryPorts(world: MemoryWorld, templates = ""): Ports {
  const step = <T>(work: () => T): T => {
    watchers.get(world)?.();
    world.calls += 1;
    if (world.calls === world.killAt) {
      if (world.killAfter) {
        work();
      }
      throw new Killed(`killed at call ${world.calls}`);
    }
    return work();
  };
  return {
    workbook: memoryWorkbook(world, step),
    properties: {
      readAll: () => step(() => ({ ...world.properties })),
      write: (values) =>
        step(() => {
          Object.assign(world.properties, values);
        }),
    },
    lock: { hold: (work) => work() },
    files: {
      find: (key) =>
        step(() => {
          const file = world.files.find(
            (candidate) => candidate.key === key && !candidate.trashed,
          );
          return file === undefined
            ? null
            : { id: file.id, url: `https://files.example/${file.id}` };
        }),
      createDocument: ({ key, docxBase64 }) =>
        step(() => make(world, key, docxBase64)),
      createForm: ({ key }) => step(() => make(world, key, "form")),
      trash: (id) =>
        step(() => {
          for (const file of world.files) {
            file.trashed = file.trashed || file.id === id;
          }
        }),
    },
    forms: {
      fill: (id, questionnaire) =>
        step(() => {
          if (!world.responses.some((grid) => grid.formId === id)) {
            world.responses.push({
              formId: id,
              tab: `${questionnaire.title} – ответы`,
              headers: [
                "Отметка времени",
                "Ключ личной ссылки",
                ...questionnaire.questions.map((question) => question.title),
              ],
              rows: [],
            });
          }
          return {
            url: `https://forms.example/${id}`,
            editUrl: `https://forms.example/${id}/edit`,
            prefill: `https://forms.example/${id}?entry.1=${TOKEN_MARK}`,
          };
        }),
      responses: (ids) =>
        step(() => world.responses.filter((grid) => ids.includes(grid.formId))),
      erase: (id, { tokens, others }) =>
        step(() => {
          const at = world.responses.findIndex(({ formId }) => formId === id);
          const grid = world.responses[at];
          if (grid !== undefined) {
            const isGone = (row: (typeof grid.rows)[number]) => {
              const written = row.cells[1] ?? "";
              return (
                tokens.includes(readToken(written) ?? "") ||
                others.some(
                  (one) => one.stamp === row.stamp && one.written === written,
                )
              );
            };
            const rows = grid.rows.filter((row) => !isGone(row));
            world.responses[at] = { ...grid, rows };
          }
          return grid !== undefined;
        }),
    },
    mail: {
      remaining: () => step(() => world.mailQuota ?? 100),
      send: (letter) =>
        step(() => {
          if (world.mailFault !== undefined) {
            throw new Error(world.mailFault);
          }
          world.letters.push(letter);
        }),
      owner: () => world.user,
    },
    timer: {
      count: () => step(() => world.timers ?? Number(world.timer)),
      set: (on) =>
        step(() => {
          world.timer = on;
          delete world.timers;
        }),
    },
    bookFile: () => ({ id: "book-1", url: "https://sheets.example/book-1" }),
    today: () => world.now.slice(0, 10),
    now: () =>
      `${russianDate(world.now.slice(0, 10))} ${world.now.slice(11, 16)}`,
    clock: () => world.clock,
    user: () => world.user,
    newSeed: () => "b1946ac9-2492-4d23-9f4a-2a7d0c2f1e55",
    templates: () => templates,
  };
}

function make(world: MemoryWorld, key: string, content: string) {
  const id = `F${world.files.length + 1}`;
  world.files.push({ id, key, trashed: false, content });
  return { id, url: `https://files.example/${id}` };
}

/**
 * What must be equal at the end, whatever happened on the way: no ids of tabs
 * and files. One short line per row, so that a difference can be read.
 */
export function finalState(world: MemoryWorld): string[] {
  return [
    ...world.tabs.flatMap((tab) => [
      ...tab.cells.map((row) => `${tab.title}: ${lineOf(row)}`),
      `${tab.title}, keys: ${tab.notes.map(keyInNote).join()}`,
    ]),
    ...world.files
      .filter((file) => !file.trashed)
      .map((file) => `file ${file.key}: ${hash(file.content)}`),
    `run: ${world.properties["run"] ?? ""}`,
  ];
}

/** Start of the row for the reader, hash of all of it for the comparison. */
function lineOf(row: readonly RawCell[]): string {
  const cells = [...row];
  while (cells.length > 0 && (cells[cells.length - 1] ?? "") === "") {
    cells.pop();
  }
  const text = JSON.stringify(cells).replace(/\bF\d+\b/g, "F");
  return `${text.slice(0, 80)} ${hash(text)}`;
}
