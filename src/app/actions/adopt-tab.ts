/** A curator's own tab as a bank, in place: what carries a key, what is added, what stands against it. */
import { type Adopted, adoptEdits, adoptedPositions } from "../../book/adopt";
import type { Bank } from "../../book/banks";
import type { Book, ForeignTab, Row } from "../../book/book";
import { parseCell, type RawCell } from "../../book/parse-cell";
import { type CellValue, type Column, columnOf, ID } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { compareKey } from "../../domain/import/compare-text";
import {
  type Banks,
  type FilePlan,
  type FileResult,
  ROLES,
} from "../../domain/import/file-plan";
import type { Role } from "../../domain/import/read-role";
import { plural } from "../../domain/language/plural";
import type { Plan } from "../plan";
import { obstaclesOf } from "./adopt-obstacles";
import { allowedValues, BANK_OF, idsFrom, withDefaults } from "./import-banks";
import { rememberEdits } from "./import-mapping";
import { isPerson, sectionsOf } from "./import-sections";
import type { Source } from "./import-source";
import { problemsOf } from "./import-summary";

const INSTEAD =
  "Исправьте или снимите отметку «Сделать эту вкладку банком»: тогда люди загрузятся копией, а вкладка останется как есть.";

const PEOPLE = ["человек", "человека", "человек"] as const;

/**
 * A plan that adopts the chosen tab, or one that writes nothing and says what
 * stands against it.
 *
 * @throws UserError `INPUT` when no tab is chosen.
 */
export function planAdoption(
  book: Book,
  source: Source,
  plan: FilePlan,
  banks: Banks,
  byCodes: boolean,
): Plan {
  const { tab } = source;
  if (tab === null) {
    throw new UserError(
      "INPUT",
      "Банком можно сделать только вкладку этой книги. Выберите её или снимите отметку «Сделать эту вкладку банком».",
    );
  }
  const roles = ROLES.filter((role) =>
    plan.results.some(({ bank }) => bank === role),
  );
  const [role] = roles;
  const kept = role === undefined ? [] : keptColumns(book, tab, plan, role);
  const obstacles = obstaclesOf(book, tab, plan, roles, kept, byCodes);
  if (role === undefined || obstacles.length > 0) {
    return {
      summary: [`Вкладка «${tab.title}» не может стать банком. ${INSTEAD}`],
      edits: [],
      effects: [],
      problems: obstacles,
      verb: "Сделать банком",
    };
  }
  const table = BANK_OF[role];
  const adopted = adoptedOf(tab, table, kept);
  const rows = rowsOf(book, tab, plan, table, adopted);
  const headers = adopted.added.map(
    (key) => columnOf(TABLES[table], key).header,
  );
  return {
    summary: [
      `Вкладка «${tab.title}» – банк «${TABLES[table].title}»: ${rows.length} ${plural(rows.length, PEOPLE)}.`,
      `Графы с ключом в примечании: ${kept.length}. Они и все прочие остаются как есть.`,
      `Новые графы справа: ${adopted.added.length}. Пустая вкладка «${TABLES[table].title}» убирается.`,
    ],
    edits: [
      ...adoptEdits({ kind: "adopt", table, adopted, rows }),
      ...rememberEdits(book, plan, banks),
    ],
    effects: [],
    problems: problemsOf(plan, source),
    details: [
      {
        title: "Графы",
        headers: ["Графа вкладки", "Что это"],
        rows: [
          ...kept.map(({ key, header }) => [
            header,
            columnOf(TABLES[table], key).header,
          ]),
          ...headers.map((header) => ["добавится справа", header]),
        ],
      },
      ...sectionsOf(plan, []),
    ],
    verb: `Сделать банком вкладку «${tab.title}»`,
    links: [{ label: tab.title, tab: TABLES[table].title }],
  };
}

type Kept = Adopted["kept"];

/** Columns whose every cell means the same to the book as it did to the import. */
function keptColumns(
  book: Book,
  tab: ForeignTab,
  plan: FilePlan,
  role: Role,
): Kept {
  const table = TABLES[BANK_OF[role]];
  const people = plan.results.filter(isPerson);
  const mapping = plan.headers[role]?.mapping ?? {};
  return Object.entries(mapping).flatMap(([key, index]) => {
    const column = table.columns.find((one) => one.key === key);
    const fits =
      column !== undefined &&
      people.every(({ sourceRow }) =>
        isReadable(book, column, tab.raw.values[sourceRow - 1]?.[index] ?? ""),
      ) &&
      (key !== ID || isWhole(tab, index, people));
    return fits
      ? [
          {
            key,
            column: index + 1,
            header: String(tab.raw.values[0]?.[index] ?? ""),
            note: tab.raw.notes[index] ?? "",
          },
        ]
      : [];
  });
}

function isReadable(book: Book, column: Column, cell: RawCell): boolean {
  const { value, problem } = parseCell(column, cell);
  if (problem !== undefined) {
    return false;
  }
  const allowed = allowedValues(book, column);
  if (value === null || allowed === null) {
    return true;
  }
  const items =
    column.kind === "many" ? String(value).split(/[;\n]/) : [String(value)];
  return items.every(
    (item) => item.trim() === "" || allowed.includes(item.trim()),
  );
}

/** Codes stay only when every row has its own: the curator's cells are not filled in. */
function isWhole(
  tab: ForeignTab,
  index: number,
  people: readonly FileResult[],
): boolean {
  const codes = people.map(({ sourceRow }) =>
    compareKey(String(tab.raw.values[sourceRow - 1]?.[index] ?? "")),
  );
  return !codes.includes("") && new Set(codes).size === codes.length;
}

function adoptedOf(tab: ForeignTab, table: Bank, kept: Kept): Adopted {
  const own = new Set(kept.map(({ key }) => key));
  const { values, maxRows } = tab.raw;
  return {
    tabId: tab.tabId,
    kept,
    added: TABLES[table].columns
      .map(({ key }) => key)
      .filter((key) => !own.has(key)),
    first: (values[0]?.length ?? 0) + 1,
    lastRow: values.length,
    maxRows,
  };
}

function rowsOf(
  book: Book,
  tab: ForeignTab,
  plan: FilePlan,
  table: Bank,
  adopted: Adopted,
): Row[] {
  const newId = idsFrom(book, table);
  const positions = adoptedPositions(adopted);
  const added = new Set(adopted.added);
  return plan.results.filter(isPerson).map((result): Row => {
    const cells = tab.raw.values[result.sourceRow - 1] ?? [];
    const own = adopted.kept.map(({ key }): [string, CellValue] => [
      key,
      parseCell(
        columnOf(TABLES[table], key),
        cells[(positions[key] ?? 0) - 1] ?? "",
      ).value,
    ]);
    const read = Object.entries(withDefaults(table, result.values)).filter(
      ([key]) => added.has(key),
    );
    const id = added.has(ID) ? newId() : String(Object.fromEntries(own)[ID]);
    return {
      id,
      row: result.sourceRow,
      values: { ...Object.fromEntries([...read, ...own]), [ID]: id },
    };
  });
}
