import fc from "fast-check";
import { expect, test } from "vitest";
import { TOPICS } from "../vocabulary";
import { suggestTopics } from "./topics";

test.each([
  [
    "Не получается планировать уроки",
    "Планирование урока",
    ["планировать", "уроки"],
  ],
  ["Боюсь разговаривать с родителями", "Работа с родителями", ["родителями"]],
  [
    "скоро АТТЕСТАЦИЯ, не знаю, с чего начать",
    "Подготовка к аттестации",
    ["АТТЕСТАЦИЯ"],
  ],
  ["много документов, журналы", "Ведение документации", ["документов"]],
  ["дети с ОВЗ, инклюзия", "Инклюзивная практика", ["инклюзия"]],
  ["хочу готовиться к олимпиадам", "Проект или олимпиада", ["олимпиадам"]],
  ["класс шумит на уроке", "Дисциплина и управление классом", ["класс"]],
  ["требования фгос", "ФГОС и оценивание", ["фгос"]],
])("suggests for «%s» the topic «%s»", (text, topic, words) => {
  expect(suggestTopics(text, TOPICS)).toContainEqual({ topic, words });
});

test.each([
  "",
  "Нужна помощь и очень много работы",
  "и в на по с к",
  "профессиональное выгорание",
  "12 345",
  "классическая литература",
  "конкуренты",
])("suggests nothing for «%s»", (text) => {
  expect(suggestTopics(text, TOPICS)).toStrictEqual([]);
});

test("knows ё and е, signs after a word and short names for the same words", () => {
  const topics = ["Учёт и отчётность", "C++", "C#", "ИЗО"];

  expect(suggestTopics("помогите с учетом", topics)).toStrictEqual([
    { topic: "Учёт и отчётность", words: ["учетом"] },
  ]);
  expect(suggestTopics("пишу на c++", topics)).toStrictEqual([
    { topic: "C++", words: ["c++"] },
  ]);
  expect(suggestTopics("изо", topics)).toStrictEqual([
    { topic: "ИЗО", words: ["изо"] },
  ]);
});

test("puts the topic with more of its words first", () => {
  const found = suggestTopics("планирование урока и дисциплина", TOPICS);

  expect(found.map(({ topic }) => topic)).toStrictEqual([
    "Планирование урока",
    "Дисциплина и управление классом",
  ]);
});

test("finds every topic by its own words and never fails", () => {
  for (const topic of TOPICS) {
    expect(suggestTopics(topic, TOPICS)[0]?.topic).toBe(topic);
  }
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.array(fc.string()),
      (text, topics) => {
        for (const { topic, words } of suggestTopics(text, topics)) {
          expect(topics).toContain(topic);
          expect(
            words.every((word) => text.normalize("NFC").includes(word)),
          ).toBe(true);
        }
      },
    ),
  );
});
