/** Thousands of phrases put together from parts whose meaning is known. */

import { expect, test } from "vitest";
import { CONTEXT } from "./date-context-example";
import type { Interval } from "./interval";
import { monthName } from "./months";
import { parseDatePhrase } from "./parse-date-phrase";

const shown = ({ start, end, kind, repeat }: Interval) =>
  [kind, start ?? "-", end ?? "-", JSON.stringify(repeat) ?? ""]
    .join(" ")
    .trim();

/** What is read, with the number of warnings. */
function read(text: string): string {
  const { intervals, warnings } = parseDatePhrase(text, CONTEXT);
  return `${intervals.map(shown).join("; ")}${warnings.length > 0 ? ` ! ${warnings.join(" ")}` : ""}`;
}

/** Phrases that are not read as they were meant. */
function wrong(cases: Iterable<readonly [text: string, meaning: string]>) {
  const found: string[] = [];
  for (const [text, meaning] of cases) {
    const is = read(text);
    if (is !== meaning) {
      found.push(`${JSON.stringify(text)}: ${meaning}, but ${is}`);
    }
  }
  return found;
}

const two = (number: number) => String(number).padStart(2, "0");
const ROMAN = "I II III IV V VI VII VIII IX X XI XII".split(" ");

type Day = readonly [year: number, month: number, day: number];

const DAYS: readonly Day[] = [
  [2026, 9, 1],
  [2026, 11, 3],
  [2026, 12, 31],
  [2027, 2, 28],
  [2027, 5, 15],
];

const iso = ([year, month, day]: Day) => `${year}-${two(month)}-${two(day)}`;

/** A day as people write it, with its year and without. */
function writings([year, month, day]: Day): readonly string[] {
  const genitive = monthName(month, "genitive");
  const dotted = `${two(day)}.${two(month)}`;
  return [
    ...["", ` ${year}`, ` ${year} г.`, ` ${year} года`, `${year}г`].flatMap(
      (tail) => [
        `${day} ${genitive}${tail}`,
        `«${two(day)}» ${genitive}${tail}`,
        `${day}-го ${genitive}${tail}`,
        `${day}${genitive}${tail}`,
      ],
    ),
    dotted,
    `${dotted}.${year}`,
    `${dotted}.${year} г.`,
    `${dotted}.${year % 100}`,
    `${two(day)}. ${two(month)}. ${year}г.`,
    `${two(day)}.\n${two(month)}.\n${year} г.`,
    `${day}.${ROMAN[month - 1]}.${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${two(day)}/${two(month)}/${year}`,
  ];
}

const BOUNDS: readonly (readonly [
  before: string,
  meaning: (day: string) => string,
])[] = [
  ...["", "Срок: ", "примерно "].map(
    (before) => [before, (day: string) => `deadline ${day} ${day}`] as const,
  ),
  ...[
    "до ",
    "до",
    "не позднее ",
    "в срок до ",
    "строго до ",
    "вплоть до ",
    "к ",
    "самое позднее ",
    "не позднее, чем ",
    "Срок исполнения – до ",
  ].map((before) => [before, (day: string) => `deadline - ${day}`] as const),
  ...["с ", "С", "начиная с ", "не ранее "].map(
    (before) => [before, (day: string) => `open ${day} -`] as const,
  ),
];

test("reads days behind every preposition, in every writing", () => {
  const cases = DAYS.flatMap((day) =>
    writings(day).flatMap((text) =>
      BOUNDS.map(
        ([before, meaning]) => [before + text, meaning(iso(day))] as const,
      ),
    ),
  );

  expect(cases.length).toBeGreaterThan(2000);
  expect(wrong(cases)).toStrictEqual([]);
});

test("reads ranges in every pair of writings", () => {
  const [first, last]: readonly Day[] = [
    [2026, 10, 5],
    [2027, 1, 10],
  ] as const;
  const meaning = `interval ${iso(first ?? [0, 0, 0])} ${iso(last ?? [0, 0, 0])}`;
  const cases = writings(first ?? [0, 0, 0]).flatMap((left, index) =>
    writings(last ?? [0, 0, 0])
      // A year on the left alone asks for one on the right.
      .filter((right) => right.includes("27") || !/26|\/|-..-/.test(left))
      .filter((_, other) => (index + other) % 3 === 0)
      .flatMap((right) =>
        [
          `${left} – ${right}`,
          `с ${left} по ${right}`,
          `с${left} по${right}`,
          `от ${left} до ${right}`,
          `с ${left} и вплоть до ${right} включительно`,
          `не ранее ${left}, но не позднее ${right}`,
        ].map((text) => [text, meaning] as const),
      ),
  );

  expect(cases.length).toBeGreaterThan(500);
  expect(wrong(cases)).toStrictEqual([]);
});

/** Whole phrases that are read without a doubt. */
const PHRASES = [
  "до 15 сентября 2026 г.",
  "сентябрь 2026 г.",
  "с 5 сентября по 31 мая",
  "август–сентябрь",
  "в течение учебного года",
  "2026/2027 учебный год",
  "1 раз в четверть",
  "ежемесячно с октября по апрель",
  "каждую пятницу с октября по май",
  "ежегодно, сентябрь",
  "I полугодие",
  "2 четверть",
  "III квартал 2026 г.",
  "1-я неделя сентября",
  "третья декада октября",
  "в конце декабря",
  "зимние каникулы 2027 г.",
  "до конца учебного года",
  "сентябрь, январь, май",
  "6, 13 и 20 ноября 2026 г.",
  "сентябрь 2026 г.; май 2027 г.",
  "постоянно",
  "по мере необходимости",
  "до мая включительно",
] as const;

const MESSES: Readonly<Record<string, (text: string) => string>> = {
  "hard spaces": (text) => text.replace(/ /g, "\u00a0"),
  "double spaces": (text) => text.replace(/ /g, "  "),
  "a line break": (text) => text.replace(" ", "\n"),
  capitals: (text) => text.toUpperCase(),
  "a full stop": (text) => `${text}.`,
  paragraphs: (text) => `<p><b>${text}</b></p><br>`,
  entities: (text) => text.replace(/ /g, "&nbsp;").replace(/–/g, "&ndash;"),
  quotes: (text) => `«${text}»`,
  brackets: (text) => `(${text})`,
  "a comma in front": (text) => `, ${text}`,
  bullets: (text) => `• ${text}`,
  "a list number": (text) => `1) ${text}`,
  "a footnote": (text) => `${text}*`,
  "Latin twins": (text) => text.replace(/о/g, "o").replace(/с/g, "c"),
  "soft hyphens": (text) =>
    text.replace(/(\p{L}{3})(\p{L}{4})/gu, "$1\u00ad$2"),
  "a word split over lines": (text) =>
    text.replace(/(\p{Ll}{4})(\p{Ll}{4,})/u, "$1-\n$2"),
  "spaces before signs": (text) => text.replace(/([,;])/g, " $1"),
  "no spaces after signs": (text) => text.replace(/([,;]) /g, "$1"),
  "figures and words glued": (text) => text.replace(/(\d) (?=\p{L})/gu, "$1"),
  "words and figures glued": (text) => text.replace(/(\p{L}) (?=\d)/gu, "$1"),
  "Roman figures glued": (text) => text.replace(/([IVX]) (?=\p{L})/gu, "$1"),
  "letters set apart": (text) =>
    text
      .replace(/ /g, "  ")
      .replace(/\p{L}{5,}/gu, (word) => Array.from(word).join(" ")),
};

test.each(Object.keys(MESSES))("reads the same through %s", (name) => {
  const mess = MESSES[name] ?? String;

  expect(
    wrong(PHRASES.map((text) => [mess(text), read(text)] as const)),
  ).toStrictEqual([]);
});

test("a strange word in any gap is named", () => {
  const silent = PHRASES.flatMap((text) => {
    const words = text.split(" ");
    return ["педсовет", "балалайка", "МБОУ", "№ 7"].flatMap((strange) =>
      Array.from({ length: words.length + 1 }, (_, at) =>
        words.slice(0, at).concat(strange, words.slice(at)).join(" "),
      ),
    );
  }).filter((text) => parseDatePhrase(text, CONTEXT).warnings.length === 0);

  expect(silent).toStrictEqual([]);
});

const DATED = [
  "до 15 сентября 2026 г.",
  "октябрь 2026 г.",
  "05.11.2026",
  "01.12.2026 – 20.12.2026",
  "в январе 2027 года",
  "последняя неделя мая 2027 г.",
  "к 1 июня 2027 г.",
] as const;

test("what a sign or a line parts is read as each part alone", () => {
  const cases = ["; ", ";\n", "\n", ", ", " и ", ", а также ", " / "].flatMap(
    (sign) =>
      DATED.flatMap((first, at) =>
        DATED.slice(at + 1).map(
          (last) =>
            [
              `${first}${sign}${last}`,
              `${read(first)}; ${read(last)}`,
            ] as const,
        ),
      ),
  );

  expect(wrong(cases)).toStrictEqual([]);
});
