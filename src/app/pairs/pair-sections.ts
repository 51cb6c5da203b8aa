/** What the preview of a run shows beside its summary: pairs, changes, rules, figures. */
import type { Book } from "../../book/book";
import type {
  DifferenceList,
  RunMetrics,
} from "../../domain/matching/explain/explanation";
import { CLOSED_RULES, RULE_WORDS } from "../../domain/matching/rules";
import type { Scene } from "../../domain/matching/scene";
import type { Section } from "../../shared/rpc";
import { nameOf } from "./name-of";
import type { Proposal } from "./pair-drafts";

export function proposalSection(
  book: Book,
  proposals: readonly Proposal[],
): Section {
  return {
    title: "Черновики",
    headers: ["Наставник", "Наставляемый", "Балл", "Почему", "Сомнение"],
    rows: proposals.map(({ pair: [mentee, mentor], score }) => [
      nameOf(book, mentor),
      nameOf(book, mentee),
      String(score.score),
      score.reasons.join(" "),
      score.doubt ?? "",
    ]),
  };
}

/** Nothing when no pair is new, changed or lost. */
export function differenceSections(
  difference: DifferenceList,
  title = "Что изменится",
): Section[] {
  return difference.words.length === 0
    ? []
    : [
        {
          title,
          lines: [`${difference.summary}.`, ...difference.words],
        },
      ];
}

/** How many candidate pairs each rule removes, and how many it alone. */
export function ruleSection(scene: Scene): Section {
  const candidates = scene.mentees.length * scene.mentors.length;
  const open = scene.removed.filter(({ code }) => !CLOSED_RULES.has(code));
  const closed = scene.removed.filter(({ code }) => CLOSED_RULES.has(code));
  const rows = open.map(({ code, all, alone }) => [
    firstUpper(RULE_WORDS[code].why),
    String(all),
    String(alone),
  ]);
  const sum = (key: "all" | "alone") =>
    String(closed.reduce((total, one) => total + one[key], 0));
  return {
    title: "Правила",
    lines: [
      `Возможных сочетаний: ${candidates}. Ниже – сколько из них отсеивает каждое правило и сколько отсеяло бы только оно.`,
    ],
    headers: ["Правило", "Отсеяно", "Только им"],
    rows:
      closed.length === 0
        ? rows
        : [...rows, ["Закрытые правила", sum("all"), sum("alone")]],
  };
}

/** @param more - Sentences beside the figures. */
export function metricsSection(
  metrics: RunMetrics,
  more: readonly string[] = [],
): Section {
  return { title: "Итоги", lines: [...metrics.words, ...more] };
}

function firstUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
