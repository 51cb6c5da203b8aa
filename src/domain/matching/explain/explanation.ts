/** What is told about a pair, a person or a run: plain JSON with ready Russian words. */
import type { IdPair } from "../participant";
import type { RuleCode } from "../rules";

/** How people are called: by name, or by code in the mode «По кодам». */
export type NameOf = (id: string) => string;

/** Place among what is possible for one side; equals share a place. */
export type Rank = {
  /** From 1. */
  readonly place: number;
  /** Pairs that may be made, this one included. */
  readonly of: number;
  /** Others with the same score. */
  readonly equals: number;
};

/** Somebody's mentor or mentee changes in the pairing that would come out. */
export type Move = {
  readonly menteeId: string;
  /** null: no mentor. */
  readonly from: { readonly mentorId: string; readonly score: number } | null;
  readonly to: { readonly mentorId: string; readonly score: number } | null;
};

/** What another pairing has more (or less) than the best one now. */
export type Difference = {
  /** Pairs more. */
  readonly pairs: number;
  /** Points of the total more. */
  readonly total: number;
};

/** The pairing re-solved with one pair forced or forbidden. */
export type Resolved = {
  readonly difference: Difference;
  /** Who changes, by mentee id. */
  readonly moves: readonly Move[];
};

/** A mentor who would suit the mentee better. */
export type BetterMentor = {
  readonly mentorId: string;
  readonly score: number;
  readonly state: "busy" | "free" | "rule";
  /** Who holds the places, highest score first; for `busy`. */
  readonly holders: readonly {
    readonly menteeId: string;
    readonly score: number;
  }[];
  /** «НМ-07 (910) – все места заняты: НСТ-003 (940).» */
  readonly words: string;
};

export type PairExplanation = {
  readonly menteeId: string;
  readonly mentorId: string;
  /** Whether the pair stands in the tab now. */
  readonly standing: boolean;
  /** 0 to 1000. */
  readonly score: number;
  /** 0 to 100. */
  readonly completeness: number;
  /** They sum to `score`. */
  readonly parts: readonly {
    readonly name: string;
    readonly points: number;
    /** «Удобное время – 273 из 273. Общее время: «вт», «чт».» */
    readonly words: string;
  }[];
  /** What could not be compared for want of an answer, sentences. */
  readonly missing: readonly string[];
  readonly reasons: readonly string[];
  readonly doubt: string | null;
  /** null: the pair may not be offered. */
  readonly rankOfMentor: Rank | null;
  readonly rankOfMentee: Rank | null;
  readonly rankWords: string;
  /** Mentors with a higher score for the mentee, best first, at most 5 + 3. */
  readonly better: readonly BetterMentor[];
  /** «Почему не лучше», sentences. */
  readonly betterWords: readonly string[];
  /**
   * If the pair were broken (a standing one) or made (another); null when that
   * is not possible, then `changeWords` says why.
   */
  readonly change: Resolved | null;
  readonly changeWords: readonly string[];
  /** Rules the pair breaks; closed ones are one entry without a code. */
  readonly broken: readonly {
    readonly code: RuleCode | null;
    /** false: not even by the curator's hand. */
    readonly mayOverride: boolean;
    readonly words: string;
  }[];
};

/** Exactly one of these is the main reason. */
export type UnmatchedCode =
  | "WITHDRAWN"
  | "NO_CONSENT"
  | "EXCLUDED"
  | "INCOMPLETE"
  | "NO_ELIGIBLE"
  | "BELOW_MIN"
  | "ONLY_LOCKED"
  | "LOST_TO_HIGHER"
  | "ELIGIBLE_ALL_FULL"
  /** A mentor who fits has a free place: the pairs in the tab are not the best. */
  | "PLACE_FREE";

export type FunnelStep = {
  /** null: the closed rules, the whole bank, or places. */
  readonly code: RuleCode | null;
  /** People left after the step. */
  readonly left: number;
  /** «118 с согласием» */
  readonly words: string;
};

export type ChangeKind =
  /** Two together, where no single one helps. */
  | "two"
  /** Choosing pairs again is enough. */
  | "rerun"
  | "own-consent"
  | "own-form"
  | "own-status"
  | "mentor-consent"
  | "mentor-form"
  | "mentor-status"
  | "reserve"
  | "place"
  | "never"
  | "soften"
  | "gap"
  | "threshold"
  | "new-mentor";

/** One change that would help, solved again to be sure. */
export type Change = {
  readonly kind: ChangeKind;
  /** The mentor concerned, if there is one. */
  readonly mentorId: string | null;
  /** Key of the criterion concerned, if there is one. */
  readonly criterion: string | null;
  /** Places more or left in reserve, or the new threshold, or the new limit. */
  readonly amount: number | null;
  /** People more that get a pair in all. */
  readonly gain: number;
  /** Whether this person is among those with a pair. */
  readonly helps: boolean;
  /** «Второе место у НМ-12: пара появится (+1 в сумме).» */
  readonly words: string;
};

/** A mentee who gets fewer mentors than wanted, in short. */
export type UnmatchedNote = {
  readonly menteeId: string;
  readonly code: UnmatchedCode;
  /** Mentors there are and mentors wanted. */
  readonly has: number;
  readonly wants: number;
  /** What is the matter and what to do, one to three sentences. */
  readonly words: string;
};

export type UnmatchedExplanation = UnmatchedNote & {
  readonly funnel: readonly FunnelStep[];
  /** «120 наставников → 118 с согласием → …» */
  readonly funnelWords: string;
  /** The most helpful first, at most 6; empty: nothing small would help. */
  readonly changes: readonly Change[];
  /** A heading for the changes, or «Ничего не поможет …». */
  readonly changesWords: string;
};

export type FreeMentorCode =
  | "WITHDRAWN"
  | "NO_CONSENT"
  | "EXCLUDED"
  | "INCOMPLETE"
  | "NO_PLACES"
  | "RESERVED"
  | "NO_ELIGIBLE"
  | "BELOW_MIN"
  /** All who fit have a mentor. */
  | "ALL_PAIRED"
  /** Somebody who fits has none: the pairs in the tab are not the best. */
  | "COULD_TAKE"
  /** Not free at all. */
  | "FULL";

export type FreeMentorExplanation = {
  readonly mentorId: string;
  readonly code: FreeMentorCode;
  readonly places: number;
  readonly taken: number;
  readonly funnel: readonly FunnelStep[];
  /** «41 наставляемый → 40 с согласием → …» */
  readonly funnelWords: string;
  readonly words: string;
};

/** Two who would both prefer each other to what they have. */
export type Blocking = {
  readonly count: number;
  /** Those who would gain most, at most 5. */
  readonly first: readonly IdPair[];
  readonly words: string;
};

/** The figures of a run or of the pairs in the tab. Scores are 0 to 1000. */
export type RunMetrics = {
  readonly pairs: number;
  readonly mentees: {
    /** Mentees with at least one mentor. */
    readonly matched: number;
    readonly all: number;
    /** With some, but fewer mentors than wanted. */
    readonly partly: number;
  };
  readonly byForm: readonly {
    /** null: not known. */
    readonly form: string | null;
    readonly matched: number;
    readonly all: number;
  }[];
  /** Classes in the order of people («5 «А»» before «10 «Б»»); none: empty. */
  readonly byClass: readonly {
    readonly name: string;
    readonly matched: number;
    readonly all: number;
  }[];
  readonly total: number;
  /** null without pairs. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly lowest: number | null;
  /** Pairs under the threshold of the rules. */
  readonly belowThreshold: number;
  readonly places: { readonly used: number; readonly all: number };
  /** Mentors by number of mentees, ascending. */
  readonly loads: readonly {
    readonly load: number;
    readonly mentors: number;
  }[];
  /** Mentees who got the one they named first, of those who named somebody. */
  readonly firstWishes: { readonly met: number; readonly of: number };
  /** null when not told. */
  readonly byHand: number | null;
  /** Against the pairs there were: made anew and given up. */
  readonly changes: { readonly made: number; readonly dropped: number };
  readonly blocking: number;
  /** Sentences in the order of the fields. */
  readonly words: readonly string[];
};

export type Sensitivity = {
  /** Pairs of the best pairing that some single step of a weight undoes. */
  readonly changed: number;
  readonly of: number;
  /** Steps that undo pairs, most first. */
  readonly steps: readonly {
    readonly criterion: string;
    readonly name: string;
    readonly weight: string;
    readonly changed: number;
  }[];
  readonly words: string;
};

export type DifferenceList = {
  readonly kept: readonly IdPair[];
  readonly fresh: readonly IdPair[];
  readonly changed: readonly {
    readonly menteeId: string;
    readonly from: string;
    readonly to: string;
    readonly why: string;
  }[];
  readonly lost: readonly { readonly pair: IdPair; readonly why: string }[];
  /** «Осталось 24 · новых 5 · изменено 0 · потеряно 1» */
  readonly summary: string;
  /** One sentence for each pair that is new, changed or lost. */
  readonly words: readonly string[];
};

/** What one set of criteria costs and gives against another. */
export type Trade = {
  /** Points of the total by the earlier criteria. */
  readonly total: number;
  readonly pairs: number;
  readonly blocking: number;
  readonly firstWishes: number;
  readonly words: string;
};
