/** Google's functions in the page: what it computes itself, and what the cell editor suggests. */

import * as engine from "@univerjs/preset-sheets-core";
import {
  BaseFunction,
  BaseReferenceObject,
  FunctionType,
  type IFunctionInfo,
  NullValueObject,
} from "@univerjs/preset-sheets-core";
import { readGoogle } from "../services/engine-results";
import { formulaSurroundings } from "../services/formula-surroundings";
import { googleFunctions } from "../services/google-functions";
import { endOpenRanges } from "../services/open-ranges";
import { readingLocale } from "./reading";

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** Name, arguments (the last may repeat when it ends in …), what it gives. */
const SUGGESTED: readonly (readonly [string, string, string])[] = [
  ["ARRAYFORMULA", "массив", "Считает формулу для каждой ячейки диапазона."],
  ["COUNTUNIQUE", "диапазон…", "Сколько разных значений в диапазонах."],
  [
    "COUNTUNIQUEIFS",
    "диапазон; диапазон условия; условие…",
    "Сколько разных значений там, где выполнены условия.",
  ],
  [
    "JOIN",
    "разделитель; значения…",
    "Соединяет значения в один текст через разделитель.",
  ],
  [
    "SPLIT",
    "текст; разделители",
    "Делит текст по разделителям на соседние ячейки.",
  ],
  [
    "SORT",
    "диапазон; столбец; по возрастанию…",
    "Строки диапазона по порядку.",
  ],
  ["TO_TEXT", "значение", "Значение текстом, как его показывает ячейка."],
  ["TO_PERCENT", "число", "Число в процентах."],
  ["ADD", "первое; второе", "Сумма двух чисел."],
  ["DIVIDE", "делимое; делитель", "Частное двух чисел."],
  ["POW", "основание; степень", "Число в степени."],
  ["EQ", "первое; второе", "Равны ли два значения."],
  ["NE", "первое; второе", "Различаются ли два значения."],
  ["GT", "первое; второе", "Больше ли первое значение."],
  ["GTE", "первое; второе", "Не меньше ли первое значение."],
  ["LT", "первое; второе", "Меньше ли первое значение."],
  ["LTE", "первое; второе", "Не больше ли первое значение."],
];

/** What the formula part of Univer's core preset takes. */
export function pageFunctions() {
  endOpenRanges(BaseReferenceObject);
  readGoogle({ BaseFunction, BaseReferenceObject, NullValueObject });
  const serialNow = (): number => {
    const now = new Date();
    const wall = now.getTime() - now.getTimezoneOffset() * 60_000;
    return (wall - EPOCH_MS) / DAY_MS;
  };
  const surroundings = formulaSurroundings(readingLocale, serialNow);
  return {
    function: googleFunctions(engine, surroundings),
    description: SUGGESTED.map(infoOf),
  };
}

function infoOf([name, args, text]: readonly [
  string,
  string,
  string,
]): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: text,
    abstract: text,
    functionParameter: args.split("; ").map((arg) => ({
      name: arg.replace("…", ""),
      detail: "",
      example: "",
      require: 1,
      repeat: Number(arg.endsWith("…")),
    })),
  };
}
