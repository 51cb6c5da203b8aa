/** All words of Univer in Russian: its own translation and what that lacks. */
import conditionalRu from "@univerjs/preset-sheets-conditional-formatting/locales/ru-RU";
import coreRu from "@univerjs/preset-sheets-core/locales/ru-RU";
import validationRu from "@univerjs/preset-sheets-data-validation/locales/ru-RU";
import filterRu from "@univerjs/preset-sheets-filter/locales/ru-RU";
import findRu from "@univerjs/preset-sheets-find-replace/locales/ru-RU";
import noteRu from "@univerjs/preset-sheets-note/locales/ru-RU";
import sortRu from "@univerjs/preset-sheets-sort/locales/ru-RU";
import { mergeLocales } from "@univerjs/presets";
import { MISSING_WORDS, withWords } from "./univer-words";

export function russianWords() {
  return withWords(
    mergeLocales(
      coreRu,
      conditionalRu,
      validationRu,
      filterRu,
      findRu,
      noteRu,
      sortRu,
    ),
    MISSING_WORDS,
  );
}
