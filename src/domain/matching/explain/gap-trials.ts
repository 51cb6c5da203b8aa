/** A must whose limit could be one wider: «допустить разницу на 1 больше». */
import type { Criterion } from "../criteria";
import type { Participant } from "../participant";
import { buildScene, type Scene } from "../scene";
import type { Trial } from "./trials";

/** The limit of a must is one wider, where that lets the mentee have anybody more. */
export function gapTrials(scene: Scene, person: Participant): readonly Trial[] {
  const allowed = (criteria: readonly Criterion[]): number => {
    const { instance } = buildScene(
      scene.mentors,
      [person],
      criteria,
      scene.rules,
    );
    return instance.options[0]?.length ?? 0;
  };
  const wider = scene.criteria.flatMap((criterion) =>
    criterion.weight === "must" ? widerLimits(criterion) : [],
  );
  if (wider.length === 0) {
    return [];
  }
  const now = allowed(scene.criteria);
  return wider
    .filter(
      ({ criterion }) =>
        allowed(
          scene.criteria.map((one) =>
            one.key === criterion.key ? criterion : one,
          ),
        ) > now,
    )
    .map(({ criterion, limit }) => ({
      mentorId: null,
      kind: "gap",
      criterion: criterion.key,
      amount: limit,
      alteration: { kind: "criterion", criterion },
    }));
}

function widerLimits(
  criterion: Criterion,
): readonly { readonly criterion: Criterion; readonly limit: number }[] {
  const { limit, kind } = criterion;
  if (limit === null || (kind !== "closeness" && kind !== "order-gap")) {
    return [];
  }
  const ends =
    kind === "closeness"
      ? [{ ...limit, to: limit.to + 1 }]
      : [
          { ...limit, to: limit.to + 1 },
          { ...limit, from: limit.from - 1 },
        ];
  return ends.flatMap((end) => {
    const value = end.to === limit.to ? end.from : end.to;
    return Number.isFinite(value)
      ? [{ criterion: { ...criterion, limit: end }, limit: value }]
      : [];
  });
}
