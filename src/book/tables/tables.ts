/** All tables of the workbook, in the order of their tabs. */
import type { Table, TableId } from "../table";
import { consents } from "./consents";
import { counters } from "./counters";
import { lists } from "./lists";
import { mentees } from "./mentees";
import { mentors } from "./mentors";
import { criteria, pairRules, pairs, variants } from "./pairs";
import { indicators, roadmap } from "./programme";
import { answers, documents, forms, journal, undo } from "./records";
import { settings } from "./settings";
import { start } from "./start";

export const TABLES: Readonly<Record<TableId, Table>> = {
  start,
  settings,
  lists,
  mentees,
  mentors,
  consents,
  criteria,
  pairRules,
  pairs,
  variants,
  counters,
  roadmap,
  indicators,
  forms,
  answers,
  documents,
  journal,
  undo,
};

export const TABLE_IDS = Object.keys(TABLES) as readonly TableId[];

/** Tabs that the first books did not have: nothing waits for them. */
export const NEWER_TABLES: readonly TableId[] = [
  "start",
  "consents",
  "pairRules",
  "variants",
];

/** Tabs that set-up makes; journal and undo come with the first action. */
export const CORE_TABLES: readonly TableId[] = TABLE_IDS.filter(
  (id) => id !== "journal" && id !== "undo",
);
