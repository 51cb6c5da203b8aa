/** The drawer's tabs, in order: a further one is a file of its own and a line here. */
import type { ComponentType } from "preact";
import type { DrawerState, JournalEntry } from "../server/protocol";
import type { Instruments } from "../types";
import { ExecutionList } from "./execution-list";
import { FilesTab } from "./files-tab";
import { FormsTab } from "./forms-tab";
import { InstrumentPanel } from "./instrument-panel";
import { MailTab } from "./mail-tab";
import type { Session } from "./session";
import { TriggersTab } from "./triggers-tab";

export type DrawerTabProps = {
  readonly state: DrawerState;
  /** Executions, newest first. */
  readonly journal: readonly JournalEntry[];
  /** The host's standing instruments. */
  readonly instruments: Instruments;
  readonly session: Session;
};

export type DrawerTabId =
  | "forms"
  | "files"
  | "mail"
  | "triggers"
  | "executions"
  | "instruments";

type DrawerTab = {
  readonly id: DrawerTabId;
  /** Russian caption of the tab. */
  readonly title: string;
  readonly component: ComponentType<DrawerTabProps>;
};

export const DRAWER_TABS: readonly DrawerTab[] = [
  { id: "forms", title: "Формы", component: FormsTab },
  { id: "files", title: "Документы", component: FilesTab },
  { id: "mail", title: "Почта", component: MailTab },
  { id: "triggers", title: "Триггеры", component: TriggersTab },
  { id: "executions", title: "Журнал выполнения", component: ExecutionList },
  { id: "instruments", title: "Инструменты", component: InstrumentPanel },
];
