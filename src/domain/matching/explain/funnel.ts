/** How the people of a bank dwindle, rule by rule, for one person. */
import { counted, type PluralForms } from "../../language/plural";
import {
  CLOSED_RULES,
  RULE_BIT,
  RULE_CODES,
  RULE_WORDS,
  type RuleCode,
} from "../rules";
import type { FunnelStep } from "./explanation";

const MENTORS = ["наставник", "наставника", "наставников"] as const;
const MENTEES = ["наставляемый", "наставляемых", "наставляемых"] as const;

export type Funnel = {
  readonly steps: readonly FunnelStep[];
  /** «120 наставников → 118 с согласием → …» */
  readonly words: string;
};

/** Closed rules come together after the open ones; the threshold is the last. */
const ORDER: readonly (RuleCode | null)[] = [
  ...RULE_CODES.filter(
    (code) => !CLOSED_RULES.has(code) && code !== "MIN_SCORE",
  ),
  null,
  "MIN_SCORE",
];

const CLOSED_BITS = [...CLOSED_RULES].reduce(
  (bits, code) => bits | RULE_BIT[code],
  0,
);

const bitsOf = (code: RuleCode | null) =>
  code === null ? CLOSED_BITS : RULE_BIT[code];

/**
 * @param side - Whose bank it is.
 * @param broken - Bits of the rules that the pair with each person breaks.
 * @param isOpen - Whether those who pass all rules can take one more now.
 */
export function funnelOf(
  side: "mentors" | "mentees",
  broken: readonly number[],
  isOpen: (index: number) => boolean,
): Funnel {
  const forms = side === "mentors" ? MENTORS : MENTEES;
  const steps: FunnelStep[] = [
    { code: null, left: broken.length, words: counted(broken.length, forms) },
  ];
  let left = broken.map((bits, index) => ({ bits, index }));
  const keep = (
    code: RuleCode | null,
    name: string,
    stays: (one: { readonly bits: number; readonly index: number }) => boolean,
  ) => {
    const rest = left.filter(stays);
    if (rest.length < left.length) {
      steps.push({ code, left: rest.length, words: `${rest.length} ${name}` });
    }
    left = rest;
  };
  for (const code of ORDER) {
    keep(code, nameOf(side, code), ({ bits }) => (bits & bitsOf(code)) === 0);
  }
  keep(
    null,
    side === "mentors" ? "со свободным местом" : "без пары",
    ({ index }) => isOpen(index),
  );
  return { steps, words: steps.map(({ words }) => words).join(" → ") };
}

/** Where the words for mentors do not say the same of mentees. */
const OF_MENTEES: Partial<Readonly<Record<RuleCode, string>>> = {
  CAPACITY_MENTEE: "с потребностью в наставнике",
  EXPERIENCE: "с меньшим стажем",
  TEACHES: "из чужих классов",
  TOPICS: "с подходящим запросом",
  MUST: "без другого назначенного наставника",
  GROUP_SIZE: "с посильной группой",
};

function nameOf(side: "mentors" | "mentees", code: RuleCode | null): string {
  if (code === null) {
    return RULE_WORDS.CLEARANCE.name;
  }
  return (
    (side === "mentees" ? OF_MENTEES[code] : undefined) ?? RULE_WORDS[code].name
  );
}

/** The whole noun with its number. */
export function people(
  side: "mentors" | "mentees",
  count: number,
  forms: PluralForms = side === "mentors" ? MENTORS : MENTEES,
): string {
  return counted(count, forms);
}
