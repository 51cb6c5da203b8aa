import { expect, test } from "vitest";
import { choiceKey } from "./choice-key";

test.each([
  ["case", "Работа с родителями", "РАБОТА С РОДИТЕЛЯМИ"],
  ["ё and е", "учёт", "учет"],
  ["a decomposed ё", "учёт", "уче\u0308т"],
  ["no-break space", "Работа с родителями", "Работа\u00a0с\u202fродителями"],
  [
    "doubled and outer spaces",
    "Работа с родителями",
    "  Работа  с родителями\n",
  ],
  ["zero-width characters", "Адаптация", "Адап\u200bта\u00adция\ufeff"],
  ["kinds of dash", "педагог – педагог", "педагог-педагог"],
])("does not mind %s", (_, one, other) => {
  expect(choiceKey(other)).toBe(choiceKey(one));
});

test.each([
  ["C++", "C#"],
  ["Профориентация", "Проф ориентация"],
  ["5А", "5Б"],
  ["Физика", "Физика и химия"],
])("keeps %s and %s apart", (one, other) => {
  expect(choiceKey(other)).not.toBe(choiceKey(one));
});

test.each(["", " \u00a0 ", "\u200b"])("sees nothing in %j", (text) => {
  expect(choiceKey(text)).toBe("");
});
