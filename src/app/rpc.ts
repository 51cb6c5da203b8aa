/** Answers the panel's calls: one function per method of RpcMethods. */
import * as z from "zod/mini";
import type { TableId } from "../book/table";
import { TABLE_IDS, TABLES } from "../book/tables/tables";
import { UserError } from "../domain/errors";
import type { Json, JsonObject, RpcMethod, RpcMethods } from "../shared/rpc";
import { ACTIONS } from "./actions/actions";
import { explainRow } from "./pairs/explain-row";
import { PAIRING_NEEDS, PAIRING_READS } from "./pairs/open-scene";
import { panelState } from "./panel";
import { cardOf, hasKey } from "./plan";
import type { Ports } from "./ports";
import { explainStage, STAGE_TABLES } from "./roadmap/explain-stage";
import { readBook, readMemory } from "./run/read-book";
import { actionOf, makeRunner, openFor } from "./run/runner";
import { PANEL_TABLES } from "./today";

z.config({ jitless: true });

/** The action a menu item asked for, taken once. */
export type Requests = { readonly take: () => string | null };

type Handlers = {
  readonly [Method in RpcMethod]: (
    input: RpcMethods[Method]["input"],
  ) => RpcMethods[Method]["output"];
};

const json = z.record(
  z.string(),
  z.custom<Json>(() => true),
);
const anything = z.record(z.string(), z.unknown());

/** Shape of each method's input; what is more is dropped. */
const INPUTS = {
  panel: z.object({ again: z.optional(z.boolean()) }),
  describe: z.object({ action: z.string(), input: z.optional(json) }),
  preview: z.object({ action: z.string(), input: json }),
  apply: z.object({
    action: z.string(),
    input: json,
    fingerprint: z.string(),
    today: z.string(),
    seed: z.string(),
  }),
  resume: anything,
  abandon: anything,
  explain: z.object({
    tab: z.optional(z.string()),
    row: z.optional(z.number()),
  }),
  show: z.object({
    tab: z.string(),
    row: z.optional(z.number().check(z.int(), z.positive())),
    column: z.optional(z.string()),
  }),
  tables: anything,
  table: z.object({ id: z.string() }),
} as const;

function handlers(ports: Ports, requests: Requests): Handlers {
  const runner = makeRunner(ACTIONS, ports);
  return {
    panel: ({ again }) => {
      const memory = readMemory(ports);
      const { book } = readBook(ports, memory, {
        tables: PANEL_TABLES,
        responses: false,
      });
      const requested = again === true ? null : requests.take();
      return panelState(book, ports.today(), memory.run, requested);
    },
    describe: ({ action: id, input }) => {
      const action = actionOf(ACTIONS, id);
      const { book } = openFor(ports, readMemory(ports), action, input ?? {});
      return cardOf(action, book, ports.today(), input);
    },
    preview: ({ action, input }) => runner.preview(action, input),
    apply: (request) => runner.apply(request),
    resume: () => runner.resume(),
    abandon: () => runner.abandon(),
    explain: ({ tab, row }) => {
      const memory = readMemory(ports);
      const isNamed = tab !== undefined && row !== undefined;
      const place = isNamed ? null : ports.workbook.selection();
      const at = row ?? place?.row ?? 0;
      const read = (tables: readonly TableId[]) =>
        readBook(ports, memory, { tables, responses: false });
      const tableIn = (tabIds: typeof memory.tabIds) =>
        TABLE_IDS.find((id) =>
          isNamed ? TABLES[id].title === tab : tabIds[id] === place?.tabId,
        );
      if (tableIn(memory.tabIds) === "roadmap") {
        return explainStage(read(STAGE_TABLES).book, at);
      }
      const { book, tabIds } = read([...PAIRING_NEEDS, ...PAIRING_READS]);
      return explainRow(book, tableIn(tabIds) ?? null, at);
    },
    show: ({ tab, row, column = "" }) => {
      const { tabIds } = readMemory(ports);
      const table = TABLE_IDS.find((id) => TABLES[id].title === tab);
      const tabId = table === undefined ? undefined : tabIds[table];
      const key =
        table === undefined
          ? undefined
          : TABLES[table].columns.find(({ header }) => header === column)?.key;
      const cell =
        row === undefined
          ? undefined
          : { row, header: column, key: key ?? null };
      if (!ports.workbook.show(tab, tabId, cell)) {
        throw new UserError(
          "TAB_MISSING",
          `Вкладки «${tab}» нет: возможно, её переименовали или удалили.`,
        );
      }
      return null;
    },
    tables: () => {
      const { book } = readBook(ports, readMemory(ports), {
        tables: TABLE_IDS,
        responses: false,
      });
      return TABLE_IDS.map((id) => ({
        id,
        title: TABLES[id].title,
        present: book.tables[id].present,
        rows: book.tables[id].rows.length,
      }));
    },
    table: ({ id }) => {
      if (!hasKey(TABLES, id)) {
        throw new UserError(
          "NO_TABLE",
          `Таблицы «${id}» нет. Есть: ${TABLE_IDS.join(", ")}.`,
        );
      }
      const tableId = id as TableId;
      const { book } = readBook(ports, readMemory(ports), {
        tables: [tableId],
        responses: false,
      });
      const state = book.tables[tableId];
      return {
        columns: state.table.columns.map(({ key, header }) => ({
          key,
          header: state.headers[key] ?? header,
        })),
        rows: state.rows.map(({ id: rowId, row, values }) => ({
          id: rowId,
          row,
          values: { ...values },
        })),
        problems: state.problems,
      };
    },
  };
}

/**
 * Answers one call. `text` is the JSON of the method's input.
 *
 * @throws UserError for what the caller can mend.
 */
export function answer(
  ports: Ports,
  requests: Requests,
  method: string,
  text: string,
): unknown {
  if (!hasKey(INPUTS, method)) {
    throw new UserError(
      "NO_METHOD",
      `Неизвестный запрос «${method}». Обновите страницу.`,
    );
  }
  const name = method as RpcMethod;
  const parsed = z.safeParse(INPUTS[name], parse(text));
  if (!parsed.success) {
    throw new UserError(
      "INPUT",
      "Запрос панели не разобран. Обновите страницу и повторите.",
    );
  }
  // The schema of the same name has just checked the shape.
  const handler = handlers(ports, requests)[name] as (
    input: unknown,
  ) => unknown;
  return handler(parsed.data as JsonObject);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
