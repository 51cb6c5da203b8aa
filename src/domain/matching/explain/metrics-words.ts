/** Russian sentences for the figures of a run. */
import { counted, plural } from "../../language/plural";
import type { RunMetrics } from "./explanation";

const OF_MENTEES = ["наставляемого", "наставляемых", "наставляемых"] as const;
const PAIRS = ["пара", "пары", "пар"] as const;
const MENTORS = ["наставник", "наставника", "наставников"] as const;

/** @param minScore - Threshold of the run, 0 for none. */
export function metricsWords(
  metrics: Omit<RunMetrics, "words">,
  minScore: number,
): readonly string[] {
  const { mentees, places, firstWishes, changes, byHand, blocking } = metrics;
  return [
    `Пар: ${metrics.pairs}. В парах ${mentees.matched} из ${mentees.all} ${plural(mentees.all, OF_MENTEES)}.`,
    ...(mentees.partly > 0
      ? [`Наставников меньше, чем нужно: у ${mentees.partly}.`]
      : []),
    ...parts(
      "По формам",
      metrics.byForm,
      ({ form }) => form ?? "форма не указана",
    ),
    ...parts("По классам", metrics.byClass, ({ name }) => name),
    ...(metrics.mean === null
      ? []
      : [
          `Сумма баллов ${metrics.total}, средний балл ${metrics.mean}, медиана ${metrics.median}, наименьший ${metrics.lowest}.`,
        ]),
    ...(minScore > 0
      ? [`Ниже порога ${minScore}: ${counted(metrics.belowThreshold, PAIRS)}.`]
      : []),
    `Занято мест: ${places.used} из ${places.all}.`,
    ...loadWords(metrics.loads),
    ...(firstWishes.of > 0
      ? [`Первое желание исполнено у ${firstWishes.met} из ${firstWishes.of}.`]
      : []),
    ...(byHand === null
      ? []
      : [`Составлено вручную: ${counted(byHand, PAIRS)}.`]),
    ...(changes.made + changes.dropped > 0
      ? [`Против прежних пар: новых ${changes.made}, снято ${changes.dropped}.`]
      : []),
    blocking === 0
      ? "Нет никаких двоих, кто предпочёл бы друг друга тому, что есть."
      : `Двоих, кто предпочёл бы друг друга тому, что есть: ${counted(blocking, PAIRS)}.`,
  ];
}

/** Only where there is more than one part. */
function parts<T extends { readonly matched: number; readonly all: number }>(
  title: string,
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly string[] {
  return items.length < 2
    ? []
    : [
        `${title}: ${items.map((item) => `${nameOf(item)} – ${item.matched} из ${item.all}`).join("; ")}.`,
      ];
}

function loadWords(loads: RunMetrics["loads"]): readonly string[] {
  return loads.length === 0
    ? []
    : [
        `Нагрузка: ${loads
          .map(
            ({ load, mentors }) =>
              `${load === 0 ? "без пар" : `по ${load}`} – ${counted(mentors, MENTORS)}`,
          )
          .join("; ")}.`,
      ];
}
