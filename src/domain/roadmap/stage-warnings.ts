/** Defects of a roadmap that a curator should look at, stage by stage. */

import { russianDate } from "../language/dates";
import { excerpt } from "./normalise";
import { parseDatePhrase } from "./parse-date-phrase";
import type { RoadmapWarning, Stage, TableReading } from "./roadmap";
import { stageDates } from "./stage-dates";
import { CUT_BEGINNING } from "./stage-rows";

/**
 * What is missing or strange in the stages: empty cells, skipped and doubled
 * numbers, stages that end before the order that approves the roadmap.
 *
 * @param orderDate - `YYYY-MM-DD` or null.
 */
export function stageWarnings(
  reading: TableReading,
  orderDate: string | null,
): readonly RoadmapWarning[] {
  return [
    ...reading.stages.flatMap((stage) => emptyCells(stage, reading)),
    ...numbering(reading.stages),
    ...reading.stages.flatMap((stage) => beforeOrder(stage, orderDate)),
  ];
}

function emptyCells(
  { number, name, dateText, responsible, remark }: Stage,
  { fields }: TableReading,
): readonly RoadmapWarning[] {
  if (remark.startsWith(CUT_BEGINNING)) {
    return [
      {
        stage: number,
        message: `Начало этапа ${number} обрезано, сохранился только конец: «${excerpt(name)}». Допишите этап по документу.`,
      },
    ];
  }
  const warnings: RoadmapWarning[] = [];
  if (name === "") {
    warnings.push({
      stage: number,
      message: `У этапа ${number} нет названия.`,
    });
  }
  if (dateText === "" && fields.includes("dateText")) {
    warnings.push({
      stage: number,
      message: `У этапа ${number} не указан срок: назначьте его.`,
    });
  }
  if (responsible === "" && fields.includes("responsible")) {
    warnings.push({
      stage: number,
      message: `У этапа ${number} не указаны ответственные: назначьте их.`,
    });
  }
  return warnings;
}

function numbering(stages: readonly Stage[]): readonly RoadmapWarning[] {
  const warnings: RoadmapWarning[] = [];
  const seen = new Set<string>();
  let previous: Stage | null = null;
  for (const stage of stages) {
    if (seen.has(stage.number)) {
      warnings.push({
        stage: stage.number,
        message: `Номер ${stage.number} стоит у двух этапов: исправьте нумерацию.`,
      });
    }
    seen.add(stage.number);
    const skipped = previous === null ? null : skippedAfter(previous, stage);
    if (skipped !== null) {
      warnings.push({
        stage: stage.number,
        message: `Перед этапом ${stage.number} пропущен номер ${skipped}: проверьте, все ли этапы на месте.`,
      });
    }
    previous = stage;
  }
  return warnings;
}

function skippedAfter(previous: Stage, next: Stage): string | null {
  const split = (number: string) => {
    const parts = number.split(".").map(Number);
    return { last: parts.pop() ?? Number.NaN, group: parts.join(".") };
  };
  const [before, after] = [split(previous.number), split(next.number)];
  const isGap = before.group === after.group && after.last > before.last + 1;
  const number = String(before.last + 1);
  return isGap
    ? before.group === ""
      ? number
      : `${before.group}.${number}`
    : null;
}

function beforeOrder(
  { number, dateText }: Stage,
  orderDate: string | null,
): readonly RoadmapWarning[] {
  if (orderDate === null || dateText === "") {
    return [];
  }
  const [year, month] = [orderDate.slice(0, 4), orderDate.slice(5, 7)];
  const schoolYear = Number(year) - (Number(month) < 8 ? 1 : 0);
  const parsed = parseDatePhrase(dateText, {
    schoolYear,
    yearStart: "09-01",
    yearEnd: "05-31",
  });
  const { end } = stageDates(parsed);
  const day = russianDate(orderDate);
  return end !== null && end < orderDate
    ? [
        {
          stage: number,
          message: `Этап ${number} кончается раньше приказа от ${day}: проверьте срок или дату приказа.`,
        },
      ]
    : [];
}
