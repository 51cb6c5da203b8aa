/** The drawer's tabs, in their order. */

export const DRAWER_TABS = [
  "Формы",
  "Документы",
  "Почта",
  "Триггеры",
  "Журнал выполнения",
  "Инструменты",
] as const;

export type DrawerTab = (typeof DRAWER_TABS)[number];
