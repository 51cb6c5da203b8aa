import { expect, test } from "vitest";
import { choiceKey, codeKey } from "./choice-key";

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

test.each(["нм-003", "HM-3", "НМ 003", "нм3", "НМ – 03"])(
  "knows «НМ-003» in %s",
  (code) => {
    expect(codeKey(code)).toBe(codeKey("НМ-003"));
  },
);

test.each([
  ["НМ-3", "НМ-30"],
  ["НМ-0", "НМ"],
  ["10-1", "101"],
  ["НМ-1-2", "НМ-12"],
])("keeps the codes %s and %s apart", (one, other) => {
  expect(codeKey(other)).not.toBe(codeKey(one));
});
