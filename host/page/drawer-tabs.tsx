/** The drawer's tabs, in order: a further one is a file of its own and a line here. */
import type { ComponentType } from "preact";
import type { DrawerState } from "../server/protocol";
import { ExecutionList } from "./execution-list";
import { FilesTab } from "./files-tab";
import { FormsTab } from "./forms-tab";
import { MailTab } from "./mail-tab";
import type { Session } from "./session";
import { TriggersTab } from "./triggers-tab";

export type DrawerTabProps = {
  readonly state: DrawerState;
  readonly session: Session;
};

export type DrawerTab = {
  readonly id: string;
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
];
