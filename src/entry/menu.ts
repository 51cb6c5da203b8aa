/** The custom menu: captions and the global function of each item. */

type Item = readonly [caption: string, functionName: string];

/** null is a separator, a list the items of a submenu. */
const ITEMS: readonly (
  | Item
  | null
  | { readonly caption: string; readonly items: readonly Item[] }
)[] = [
  ["Открыть панель", "openPanel"],
  ["Настроить программу…", "menuSetup"],
  ["Загрузить людей…", "menuImport"],
  ["Банки обновлены…", "menuBanksUpdated"],
  {
    caption: "Согласия",
    items: [
      ["Подготовить документы…", "menuConsents"],
      ["Кому чего не хватает", "menuConsentsLack"],
      ["Отметить полученные…", "menuConsentsReceived"],
      ["Удалить данные человека…", "menuErase"],
    ],
  },
  null,
  ["Анкеты…", "menuForms"],
  ["Загрузить ответы", "menuIntake"],
  ["Проверить данные", "menuCheck"],
  ["Подобрать пары…", "menuPair"],
  ["Разбор строки", "menuExplain"],
  ["Критерии подбора…", "menuCriteria"],
  {
    caption: "Варианты",
    items: [
      ["Сохранить вариант…", "menuSaveVariant"],
      ["Сравнить варианты…", "menuCompareVariants"],
      ["Принять вариант…", "menuAdoptVariant"],
    ],
  },
  ["Утвердить пары…", "menuApprove"],
  null,
  ["Приказы и документы…", "menuOrder"],
  ["Дорожная карта…", "menuRoadmap"],
  ["Лента…", "menuTimeline"],
  ["Карта приложением к приказу…", "menuRoadmapAnnex"],
  {
    caption: "Сроки карты",
    items: [
      ["Назначить сроки…", "menuAssignDates"],
      ["Сдвинуть этапы…", "menuShiftStages"],
      ["Пересчитать сроки", "menuRoadmapDates"],
      ["Утвердить карту…", "menuApproveRoadmap"],
      ["Перенести на следующий год…", "menuNextYear"],
    ],
  },
  ["Показатели…", "menuIndicators"],
  ["Еженедельное письмо…", "menuDigest"],
  null,
  {
    caption: "Персональные данные",
    items: [
      ["Вписать имена в документы…", "openNames"],
      ["Перейти на коды…", "menuToCodes"],
      ["Вернуть имена…", "menuToNames"],
    ],
  },
  ["Отменить последнее действие", "menuUndo"],
  ["Проверить и исправить", "menuRepair"],
  ["Справка", "openHelp"],
];

export const MENU_TITLE = "Наставничество";

export function addMenu(ui: GoogleAppsScript.Base.Ui): void {
  const menu = ui.createMenu(MENU_TITLE);
  for (const item of ITEMS) {
    if (item === null) {
      menu.addSeparator();
    } else if ("caption" in item) {
      const submenu = ui.createMenu(item.caption);
      for (const [caption, functionName] of item.items) {
        submenu.addItem(caption, functionName);
      }
      menu.addSubMenu(submenu);
    } else {
      menu.addItem(item[0], item[1]);
    }
  }
  menu.addToUi();
}
