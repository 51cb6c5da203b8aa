import { expect, test } from "vitest";
import { readRole } from "./read-role";

test("reads a role out of the words of an answer", () => {
  expect(
    [
      "Наставник",
      "Хочу стать наставником",
      "наставник (учитель)",
      "Мне нужен наставник",
      "ищу себе наставника",
      "Список обучающихся, нуждающихся в наставнике",
      "дети без наставников",
      "подопечная",
      "наставник, наставляемый",
      "затрудняюсь",
    ].map(readRole),
  ).toStrictEqual([
    "mentor",
    "mentor",
    "mentor",
    "mentee",
    "mentee",
    "mentee",
    "mentee",
    "mentee",
    "both",
    null,
  ]);
});
