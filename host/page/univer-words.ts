/** Russian words that Univer's own translation lacks or says at too great a length. */

type Words = { readonly [key: string]: string | Words };

/** Puts the words into a locale, whatever else it says of the same thing. */
export function withWords<Locale extends object>(
  locale: Locale,
  words: Words,
): Locale {
  const merged = { ...locale } as Record<string, unknown>;
  for (const [key, value] of Object.entries(words)) {
    merged[key] =
      typeof value === "string"
        ? value
        : withWords((merged[key] ?? {}) as object, value);
  }
  return merged as Locale;
}

const NOT_IN_LIST =
  "Такого значения нет в списке этой ячейки. Выберите одно из него.";

/** The same list is kept by the model and shown by the panel. */
const VALIDATION = {
  list: { error: NOT_IN_LIST },
  listMultiple: { title: "Выпадающий список, несколько значений" },
} satisfies Words;

export const MISSING_WORDS = {
  sheets: {
    definedName: { defaultName: "Имя" },
  },
  ribbon: {
    start: "Панель инструментов",
  },
  "sheets-formula": {
    progress: {
      analyzing: "Разбор формул",
      calculating: "Вычисление",
      "array-analysis": "Разбор формул массива",
      "array-calculation": "Вычисление формул массива",
      done: "Готово",
    },
  },
  "sheets-ui": {
    info: { error: "Ошибка", forceStringInfo: "Число хранится как текст" },
    merge: {
      confirm: {
        warning: "Предупреждение",
        dismantleMergeCellWarning:
          "Некоторые объединённые ячейки разделятся. Продолжить?",
      },
    },
    filter: {
      confirm: {
        error: "Не получилось",
        notAllowedToInsertRange:
          "Сдвинуть ячейки внутри фильтра нельзя. Сначала снимите фильтр.",
      },
    },
    shortcut: {
      "sheet-view": "Просмотр таблицы",
      "sheet-edit": "Правка таблицы",
    },
    align: {
      left: "По левому краю",
      center: "По центру",
      right: "По правому краю",
      top: "По верхнему краю",
      middle: "Посередине",
      bottom: "По нижнему краю",
    },
    textWrap: {
      overflow: "Выход за границы",
      wrap: "Перенос текста",
      clip: "Обрезка",
    },
    statusbar: { count: "Количество чисел" },
    sheetConfig: {
      copy: "Создать копию",
      unhide: "Показать скрытые листы",
      deleteSheetContent:
        "Лист удалится вместе со всем, что на нём есть. Удалить его?",
      deleteLargeSheetContent:
        "Лист удалится вместе со всем, что на нём есть, и вернуть его будет нельзя. Удалить его?",
      sheetNameErrorTitle: "Такое название не подходит",
      sheetNameSpecCharError:
        "В названии листа до 31 знака; оно не начинается и не кончается апострофом и не содержит знаков [ ] : \\ ? * /",
      sheetNameCannotIsEmptyError: "Название листа не может быть пустым.",
      sheetNameAlreadyExistsError:
        "Лист с таким названием уже есть. Введите другое.",
    },
    definedName: {
      managerTitle: "Именованные диапазоны",
      featureTitle: "Именованные диапазоны",
      managerDescription:
        "Дайте диапазону или формуле имя, чтобы ссылаться на них в формулах.",
      addButton: "Добавить имя",
      defaultName: "Имя",
      deleteConfirmText: "Удалить это имя?",
    },
    rightClick: {
      freezeCell: "Закрепить до активной ячейки (строка {0}, столбец {1})",
      freezeCol: "Закрепить до столбца {0}",
      freezeRow: "Закрепить до строки {0}",
      showHideRow: "Показать скрытые строки",
      showHideColumn: "Показать скрытые столбцы",
    },
  },
  ui: {
    ribbon: { menu: "Меню" },
    clipboard: {
      authentication: {
        content: "Разрешите этой странице доступ к буферу обмена.",
      },
    },
  },
  "sheets-numfmt-ui": {
    accounting: "Финансовый с валютой",
    financialValue: "Финансовый",
    roundingCurrency: "Валюта без копеек",
    timeDuration: "Продолжительность",
    generalDes: "Числа показываются так, как они введены.",
  },
  "sheets-formula-ui": {
    insert: { common: "Функции" },
    functionType: { definedname: "Именованные диапазоны" },
  },
  "find-replace": {
    replace: {
      "partial-success": "Заменено: {0}, не удалось заменить: {1}",
    },
  },
  "sheets-filter-ui": {
    permission: {
      filterErr: "Диапазон защищён, фильтровать его нельзя.",
    },
    panel: {
      "filter-only": "Только это",
      "search-placeholder": "Поиск: слова через пробел",
    },
  },
  "data-validation": VALIDATION,
  "sheets-data-validation": VALIDATION,
  "sheets-data-validation-ui": {
    ...VALIDATION,
    alert: { ok: "ОК" },
    panel: { rangeError: "Такого диапазона нет" },
  },
  "sheets-conditional-formatting-ui": {
    panel: { range: "К какому диапазону", cancel: "Отмена" },
  },
} satisfies Words;
