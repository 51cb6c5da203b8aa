/** The scene of one run: the curator's own choices laid over the rules of the book. */
import { type Book, rowsOf, textOf } from "../../book/book";
import type {
  PairingMode,
  PairingRules,
} from "../../domain/matching/pairing-rules";
import type { IdPair } from "../../domain/matching/participant";
import { codesOf, FIRM_RULES } from "../../domain/matching/rules";
import type { Scene } from "../../domain/matching/scene";
import type { Problem } from "../../shared/rpc";
import {
  isDraft,
  type OpenedScene,
  openScene,
  pairKey,
  pairOf,
  SOURCE,
} from "./open-scene";

/** What the curator asks of a run. */
export type RunWish = {
  readonly mode: PairingMode;
  /** Null: as the settings say. */
  readonly minScore: number | null;
  /** Drafts that the curator made stay as they are. */
  readonly keepManual: boolean;
};

export type RunScene = OpenedScene & {
  /** Drafts made by hand that the run leaves. */
  readonly manual: readonly IdPair[];
};

/** Drafts whose people the curator chose: typed, or pasted and not yet looked at. */
export function manualPairs(book: Book): readonly IdPair[] {
  return rowsOf(book, "pairs")
    .filter(
      (row) =>
        isDraft(row) &&
        [SOURCE.hand, SOURCE.stale].some(
          (word) => word === textOf(row, "source"),
        ),
    )
    .map(pairOf);
}

/**
 * A draft made by hand stays even when it breaks a rule, but for the rules that
 * nobody may set aside: such a one is no lock, and a problem says so.
 */
export function sceneForRun(book: Book, wish: RunWish): RunScene {
  const manual = wish.keepManual ? manualPairs(book) : [];
  const first = openScene(book, { rules: lay(wish, manual) });
  const refused = firmlyBroken(first.scene, manual);
  const kept = manual.filter((pair) => !refused.has(pairKey(pair)));
  const { scene, problems } =
    refused.size === 0 ? first : openScene(book, { rules: lay(wish, kept) });
  return {
    scene,
    problems: [...problems, ...manualProblems(book, refused)],
    manual: kept,
  };
}

function lay(wish: RunWish, manual: readonly IdPair[]) {
  return (rules: PairingRules): PairingRules => {
    const known = new Set(
      rules.locked.map(([mentee, mentor]) => pairKey([mentee, mentor])),
    );
    return {
      ...rules,
      mode: wish.mode,
      minScore: wish.minScore ?? rules.minScore,
      locked: [
        ...rules.locked,
        ...manual.filter((pair) => !known.has(pairKey(pair))),
      ],
    };
  };
}

function firmlyBroken(
  scene: Scene,
  manual: readonly IdPair[],
): ReadonlySet<string> {
  const refused = manual.filter(([menteeId, mentorId]) => {
    const mentee = scene.menteeOf.get(menteeId);
    const mentor = scene.mentorOf.get(mentorId);
    return (
      mentee === undefined ||
      mentor === undefined ||
      codesOf(scene.broken(mentee, mentor)).some((code) => FIRM_RULES.has(code))
    );
  });
  return new Set(refused.map(pairKey));
}

function manualProblems(
  book: Book,
  refused: ReadonlySet<string>,
): readonly Problem[] {
  return rowsOf(book, "pairs")
    .filter((row) => isDraft(row) && refused.has(pairKey(pairOf(row))))
    .map((row) => ({
      severity: "warning",
      tab: "Пары",
      row: row.row,
      message: `Пара ${row.id}, составленная вручную, не остаётся: у кого-то из двоих нет согласия или кода в банке, либо пара запрещена правилом, которое нельзя отменить.`,
    }));
}
