/** Rows of a template for the chosen school years. */

import { russianDate } from "../language/dates";
import { isoDay } from "./calendar";
import { CONDITIONS, usualCondition } from "./conditions";
import { type DaysOff, workingDay } from "./days-off";
import type { Stage } from "./roadmap";
import { NO_TEXTS } from "./stage-rows";
import type { Template, TemplateStage } from "./templates";

/** Longest plan. */
export const MAX_YEARS = 10;

/**
 * Stages with dates of the chosen years. A plan over several years has a
 * section per year. Days that nobody works move: the beginning of a range
 * later, any other earlier.
 *
 * @param written - Date phrases of the curator, by place in the template.
 */
export function templateRows(
  template: Template,
  years: { readonly first: number; readonly count: number },
  rules: DaysOff,
  written: readonly string[] = [],
): readonly Stage[] {
  const last = years.count - 1;
  return Array.from({ length: years.count }, (_, index) => index).flatMap(
    (index) => {
      const year = years.first + index;
      const inYear = template.stages
        .map((stage, at) => ({ stage, given: written[at] ?? "" }))
        .filter(
          ({ stage: { only } }) =>
            only === undefined || index === (only === "first" ? 0 : last),
        );
      const section = `${year}/${year + 1} учебный год`;
      return inYear.map(({ stage, given }, at) => {
        const number = numberOf(stage, at, inYear);
        // Counters know one year: what is done now says nothing of the next.
        const condition = index === 0 ? conditionOf(stage) : "";
        return {
          ...textsOf(stage),
          condition,
          number: years.count > 1 ? `${index + 1}.${number}` : number,
          section:
            years.count > 1
              ? joined(section, stage.section)
              : (stage.section ?? ""),
          dateText: given.trim() || dated(stage.dateText, year, rules),
          sourceLine: 0,
        };
      });
    },
  );
}

/** A plan with sections names its conditions itself: its stages are called otherwise. */
function conditionOf({ condition, section, name }: TemplateStage): string {
  if (condition !== undefined) {
    return CONDITIONS[condition].caption;
  }
  return section === undefined ? usualCondition(name) : "";
}

function textsOf(stage: TemplateStage): Record<keyof typeof NO_TEXTS, string> {
  const { only: _, section: __, condition: ___, ...texts } = stage;
  return { ...NO_TEXTS, ...texts };
}

function joined(year: string, section: string | undefined): string {
  return section === undefined ? year : `${year}. ${section}`;
}

/** «3», or «2.1» in a template with sections. */
function numberOf(
  { section }: TemplateStage,
  at: number,
  stages: readonly { readonly stage: TemplateStage }[],
): string {
  const own = /^(\d+)\./.exec(section ?? "")?.[1];
  const first = stages.findIndex((one) => one.stage.section === section);
  return own === undefined ? String(at + 1) : `${own}.${at - first + 1}`;
}

const DAY = /(\d\d)\.(\d\d)\.\{([12])\}( – )?/gu;

/** The phrase with the years in their places. */
function dated(phrase: string, year: number, rules: DaysOff): string {
  const yearOf = (place: string) => year + Number(place) - 1;
  return phrase
    .replace(DAY, (_, day, month, place, dash = "") => {
      const iso = isoDay(yearOf(place), Number(month), Number(day)) ?? "";
      const found = workingDay(iso, rules, dash === "" ? "earlier" : "later");
      return `${russianDate(found)}${dash}`;
    })
    .replace(/\{([12])\}/gu, (_, place) => String(yearOf(place)));
}
