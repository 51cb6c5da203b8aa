/** Strange places of a roadmap that are no mistake for certain: said, never mended. */

import { parseDatePhrase } from "./parse-date-phrase";
import type { RoadmapNote, RoadmapWarning, Stage } from "./roadmap";
import { stageDates } from "./stage-dates";

/** Remarks on the stages together and on the words around them. */
export function oddities(
  stages: readonly Stage[],
  notes: readonly RoadmapNote[],
  title = "",
): readonly RoadmapWarning[] {
  return [
    ...orderOfDates(stages, schoolYearOf(stages, title)),
    ...stages.flatMap(skippedPoints),
    ...notes.flatMap(skippedTasks),
    ...copiedPoints(stages),
    ...twoSpellings(stages, notes),
    ...mixedForms(stages),
  ];
}

/** Without any year in the document all its dates are of the same, whichever. */
const ANY_YEAR = 2026;

/** School year of the title, or of the first date that names its year. */
function schoolYearOf(stages: readonly Stage[], title: string): number {
  const titled = /(?<!\d)(20\d\d)\s*[-–—/]\s*(?:20)?\d\d(?!\d)/.exec(
    title,
  )?.[1];
  if (titled !== undefined) {
    return Number(titled);
  }
  const dated = stages.find(({ dateText }) =>
    /(?<!\d)20\d\d(?!\d)/.test(dateText),
  );
  const { start, end } = stageDates(
    parseDatePhrase(dated?.dateText ?? "", inYear(ANY_YEAR)),
  );
  const day = start ?? end;
  return day === null
    ? ANY_YEAR
    : Number(day.slice(0, 4)) - (day.slice(5, 7) < "08" ? 1 : 0);
}

const inYear = (schoolYear: number) => ({
  schoolYear,
  yearStart: "09-01",
  yearEnd: "05-31",
});

function orderOfDates(
  stages: readonly Stage[],
  schoolYear: number,
): readonly RoadmapWarning[] {
  let latest: { readonly number: string; readonly start: string } | null = null;
  const early: string[] = [];
  let before = "";
  let group = "";
  for (const { number, section, dateText } of stages) {
    // Every section has its own course of time.
    latest = section === group ? latest : null;
    group = section;
    const { intervals } =
      dateText === ""
        ? { intervals: [] }
        : parseDatePhrase(dateText, inYear(schoolYear));
    const { start } = stageDates({
      // What goes on all year comes before nothing.
      intervals: intervals.filter(({ kind }) => kind !== "throughout"),
    });
    if (start === null) {
      continue;
    }
    if (latest !== null && start < latest.start) {
      early.push(number);
      before = before || latest.number;
    } else {
      latest = { number, start };
    }
  }
  const [first] = early;
  return first === undefined
    ? []
    : [
        {
          stage: first,
          message: `Сроки идут не по порядку: раньше этапа ${before} ${early.length > 1 ? "начинаются этапы" : "начинается этап"} ${early.join(", ")}. Если так и задумано, оставьте.`,
        },
      ];
}

const POINT = /(?<![\d.])(\d{1,2}(?:\.\d{1,2}){0,2})\.(\d{1,2})[.)]?(?=\s)/gu;

/** «6.4, 6.6» within the text of stage 6. */
function skippedPoints({ number, content }: Stage): readonly RoadmapWarning[] {
  const points = Array.from(content.matchAll(POINT))
    .filter((match) => match[1] === number)
    .map((match) => Number(match[2]));
  const missing = gapsOf(points).map((point) => `${number}.${point}`);
  return missing.length === 0
    ? []
    : [
        {
          stage: number,
          message: `В этапе ${number} пропущен пункт ${missing.join(", ")}: проверьте, всё ли на месте.`,
        },
      ];
}

const TASK = /(?:^|\s)(\d{1,2})[.)]\s+(?=[«"]?\p{Lu})/gu;

/** «Задачи: 1 …, 2 …, 4 …» before the table. */
function skippedTasks({ text }: RoadmapNote): readonly RoadmapWarning[] {
  const points = Array.from(text.matchAll(TASK), (match) => Number(match[1]));
  const missing = gapsOf(points);
  return missing.length === 0
    ? []
    : [
        {
          message: `В перечне перед таблицей пропущен номер ${missing.join(", ")}: «${text.slice(0, 60).trim()}…».`,
        },
      ];
}

/** Numbers left out of a list that begins with 1 and goes up. */
function gapsOf(points: readonly number[]): readonly number[] {
  const isList =
    points.length > 2 &&
    points[0] === 1 &&
    points.every((point, at) => at === 0 || point > (points[at - 1] ?? 0));
  const last = points[points.length - 1] ?? 0;
  return isList && last <= points.length + 2
    ? Array.from({ length: last }, (_, at) => at + 1).filter(
        (point) => !points.includes(point),
      )
    : [];
}

const LEAST_WORDS = 6;

const POINT_NUMBER = /(?<![\d.])\d{1,2}\.\d{1,2}[.)]?\s+/gu;

/** A numbered point that stands word for word in two stages. */
function copiedPoints(stages: readonly Stage[]): readonly RoadmapWarning[] {
  const seen = new Map<string, string>();
  return stages.flatMap(({ number, content }) =>
    content
      .split(POINT_NUMBER)
      .slice(1)
      .flatMap((text) => {
        const [first = ""] = text.split(/[.;]/);
        const point = first.replace(/\s+/g, " ").trim();
        const owner = seen.get(point.toLowerCase());
        seen.set(point.toLowerCase(), owner ?? number);
        return owner === undefined ||
          owner === number ||
          point.split(" ").length < LEAST_WORDS
          ? []
          : [
              {
                stage: number,
                message: `Этап ${number} слово в слово повторяет пункт этапа ${owner}: «${point}». Проверьте, не скопировано ли по ошибке.`,
              },
            ];
      }),
  );
}

/** «МЦН» and «МНЦ» in one document are the same centre. */
function twoSpellings(
  stages: readonly Stage[],
  notes: readonly RoadmapNote[],
): readonly RoadmapWarning[] {
  const has = (word: string) => (text: string) =>
    new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(text);
  const texts = (stage: Stage) =>
    [
      stage.name,
      stage.content,
      stage.responsible,
      stage.participants,
      stage.result,
    ].join(" ");
  const isBoth = ["МЦН", "МНЦ"].every(
    (word) =>
      stages.some((stage) => has(word)(texts(stage))) ||
      notes.some(({ text }) => has(word)(text)),
  );
  const rare = ["МЦН", "МНЦ"]
    .map((word) => stages.filter((stage) => has(word)(texts(stage))))
    .sort((left, right) => left.length - right.length)[0]?.[0];
  return isBoth
    ? [
        {
          ...(rare === undefined ? {} : { stage: rare.number }),
          message:
            "Один и тот же центр назван «МЦН» и «МНЦ»: выберите одно сокращение.",
        },
      ]
    : [];
}

const STUDENT_PUPIL = /студент\p{L}*["»]?\s*[-–—]\s*["«]?ученик/iu;
const PUPILS_AS_MENTORS = /учени\p{L}+\s*[-–—]\s*наставни/iu;

/** The form of mentoring «студент – ученик» where the mentors are pupils. */
function mixedForms(stages: readonly Stage[]): readonly RoadmapWarning[] {
  const found = (pattern: RegExp) =>
    stages.find(({ name, content }) => pattern.test(`${name}\n${content}`));
  const form = found(STUDENT_PUPIL);
  return form !== undefined && found(PUPILS_AS_MENTORS) !== undefined
    ? [
        {
          stage: form.number,
          message:
            "Названа форма «студент – ученик», а наставники в карте – ученики. Если так, форма – «ученик – ученик».",
        },
      ]
    : [];
}
