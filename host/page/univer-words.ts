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

export const MISSING_WORDS = {
  ribbon: {
    start: "Панель инструментов",
  },
  "sheets-ui": {
    shortcut: {
      "sheet-view": "Просмотр таблицы",
      "sheet-edit": "Правка таблицы",
    },
  },
  "sheets-formula-ui": {
    insert: { common: "Функции" },
    functionType: { definedname: "Именованные диапазоны" },
  },
  "sheets-data-validation": { list: { error: NOT_IN_LIST } },
  "sheets-data-validation-ui": {
    list: { error: NOT_IN_LIST },
    alert: { ok: "ОК" },
  },
} satisfies Words;
