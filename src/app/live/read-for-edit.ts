/** Reads what one edit in «Пары» depends on: its row, the rows of its people, and few columns. */
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { absentTable } from "../../book/parse-table";
import { criteriaOf, participants, rulesOf } from "../../book/participants";
import { veil } from "../../book/personal";
import { ID, type TableId } from "../../book/table";
import { AGE } from "../../book/tables/age";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { type Criterion, criteriaInUse } from "../../domain/matching/criteria";
import { isAskedOf } from "../../domain/matching/kinds/compile";
import { CURRENT_PAIR } from "../../domain/vocabulary";
import type { Ports } from "../ports";
import type { Memory, OpenedBook } from "../run/read-book";
import type { SheetEdit } from "./on-sheet-edit";
import { type PartTab, partTab } from "./part-tab";

/** What the score of a pair needs of all rows of «Пары». */
const PAIR_KEYS: readonly string[] = [
  ID,
  "mentorId",
  "menteeId",
  "status",
  "source",
  "changed",
];

/** What the derived columns need of partners. */
const PARTNER_KEYS = {
  mentees: ["fio", "grade"],
  mentors: ["fio", "work"],
} as const;

const BANKS = ["mentees", "mentors"] as const;

/** Tabs read whole, as values alone, or only by their header at first. */
const READ: Readonly<Partial<Record<TableId, "values" | "header">>> = {
  settings: "values",
  criteria: "values",
  pairRules: "values",
  pairs: "header",
  mentees: "header",
  mentors: "header",
  journal: "header",
};

export type ReadForEdit = OpenedBook & {
  /** Whether the banks may change: their derived columns can be trusted. */
  readonly touchesBanks: boolean;
};

/**
 * Of people who are not concerned the rows hold their code and what was read of
 * all; that is enough to know who answered which question.
 */
export function readForEdit(
  ports: Ports,
  memory: Memory,
  edit: SheetEdit,
): ReadForEdit {
  const tabs = openTabs(ports, memory);
  const book = () => bookOf(tabs, memory);
  const pairs = tabs.get("pairs");
  pairs?.readColumns(PAIR_KEYS);
  pairs?.readRows([edit.row]);
  const row = rowsOf(book(), "pairs").find((one) => one.row === edit.row);
  const touchesBanks =
    row !== undefined &&
    [textOf(row, "status"), edit.oldValue ?? ""].some((status) =>
      CURRENT_PAIR.includes(status),
    );
  if (row !== undefined) {
    readPeople(tabs, book, [edit.oldValue ?? "", ...codesOf(row)]);
    readWitnesses(tabs, book(), row);
  }
  if (touchesBanks) {
    for (const bank of BANKS) {
      tabs.get(bank)?.readColumns(PARTNER_KEYS[bank]);
    }
  }
  const tabIds = { ...memory.tabIds };
  for (const [id, tab] of tabs) {
    tabIds[id] = tab.tabId;
  }
  return { book: book(), tabIds, touchesBanks };
}

type Tabs = ReadonlyMap<TableId, PartTab>;

function openTabs(ports: Ports, memory: Memory): Tabs {
  const tables = TABLE_IDS.filter((id) => READ[id] !== undefined);
  const raw = ports.workbook.read(
    tables.map((id) => TABLES[id]),
    memory.tabIds,
    READ,
  );
  return new Map(
    tables.flatMap((id): [TableId, PartTab][] => {
      const tab = raw[id];
      const counter = memory.counters[id] ?? 0;
      return tab === undefined ? [] : [[id, partTab(ports, id, tab, counter)]];
    }),
  );
}

/** The rows of the people named, wherever they stand. */
function readPeople(
  tabs: Tabs,
  book: () => Book,
  codes: readonly string[],
): void {
  for (const bank of BANKS) {
    tabs.get(bank)?.readColumns([ID]);
    const found = codes.flatMap((id) => findRow(book(), bank, id)?.row ?? []);
    tabs.get(bank)?.readRows([...new Set(found)]);
  }
}

function codesOf(row: Row): readonly string[] {
  return [textOf(row, "menteeId"), textOf(row, "mentorId")];
}

/** Columns of the questions that neither of the two has answered. */
function readWitnesses(tabs: Tabs, book: Book, row: Row): void {
  const [menteeId, mentorId] = codesOf(row);
  const { rules } = rulesOf(book);
  const two = {
    mentees: participants(book, "mentee").filter(({ id }) => id === menteeId),
    mentors: participants(book, "mentor").filter(({ id }) => id === mentorId),
  };
  const open = criteriaInUse(criteriaOf(book).criteria).filter(
    (criterion) => !isAskedOf(two.mentors, two.mentees, rules, criterion),
  );
  const fields = (key: "menteeField" | "mentorField") =>
    open.map((one: Criterion) =>
      one[key] === AGE.key ? "birthYear" : one[key],
    );
  tabs.get("mentees")?.readColumns(fields("menteeField"));
  tabs.get("mentors")?.readColumns(fields("mentorField"));
}

function bookOf(tabs: Tabs, { counters }: Memory): Book {
  const tables = Object.fromEntries(
    TABLE_IDS.map((id) => [
      id,
      tabs.get(id)?.state() ?? absentTable(TABLES[id]),
    ]),
  ) as Book["tables"];
  return { tables: veil(tables), counters, responses: [] };
}
