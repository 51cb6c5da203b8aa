/** Whether the consents of one kind that a person has given are enough on a day. */
import {
  type AgeBounds,
  type AgeOn,
  type Birth,
  type Iso,
  suppositions,
} from "./age";
import type { ConsentKind, Signer } from "./kinds";

/** One row of the register. */
export type Signature = {
  readonly signer: Signer;
  /** null: handed out, not yet back. */
  readonly signed: Iso | null;
  /** Last day it holds; null: no end. */
  readonly until: Iso | null;
  /** First day it no longer holds. */
  readonly withdrawn: Iso | null;
};

export type ConsentState =
  | "valid"
  | "missing"
  | "issued"
  | "expired"
  | "withdrawn"
  | "notNeeded";

export type Standing = {
  readonly kind: ConsentKind;
  readonly state: ConsentState;
  /** Whose signatures are still needed; empty when valid or not needed. */
  readonly lacks: readonly Signer[];
  /** The age is not known well enough: signatures for every case are asked for. */
  readonly uncertain: boolean;
  /** Day of the withdrawal or of the end, when that is the state. */
  readonly since: Iso | null;
  /** Valid, but given before the coming of age: an own consent is due. */
  readonly cameOfAge: "no" | "maybe" | "yes";
};

/** Signs for a participant who is `age` years old. */
export function signersAt(age: number, bounds: AgeBounds): readonly Signer[] {
  if (age >= bounds.adultFrom) {
    return ["self"];
  }
  return age < bounds.selfFrom ? ["parent"] : ["parent", "self"];
}

/**
 * The state of one kind of consent on a day.
 *
 * Who had to sign follows from the age on the day of each signature: so what
 * a parent signed for a child goes on after the 14th birthday, and after the
 * coming of age it holds until it is replaced (`cameOfAge`). Where the age is
 * uncertain, consent is valid only if it is under every supposition. A
 * withdrawal ends every earlier signature of the same signer, one by the
 * participant the parent's as well.
 *
 * @param signatures - Of this person and kind.
 */
export function standingOf(
  kind: ConsentKind,
  signatures: readonly Signature[],
  birth: Birth,
  bounds: AgeBounds,
  today: Iso,
): Standing {
  const days = signatures.flatMap(({ signed }) => signed ?? []);
  const ages = suppositions(birth, bounds, [...days, today]);
  const live = signatures.filter((one) => isLive(one, signatures, today));
  const needs = ages.map((ageOn) => lacking(kind, live, ageOn, bounds, today));
  const lacks = (["parent", "self"] as const).filter((signer) =>
    needs.some((need) => need.includes(signer)),
  );
  const notNeeded =
    kind === "participation" &&
    ages.every((ageOn) => ageOn(today) >= bounds.adultFrom);
  const grown = ages.map((ageOn) =>
    isOutgrown(kind, live, ageOn, bounds, today),
  );
  if (notNeeded) {
    return { kind, state: "notNeeded", lacks: [], ...SURE };
  }
  const uncertain = needs.some((need) => need.join() !== needs[0]?.join());
  if (lacks.length === 0) {
    const cameOfAge = grown.includes(false) ? "maybe" : "yes";
    return {
      kind,
      state: "valid",
      lacks,
      ...SURE,
      cameOfAge: grown.includes(true) ? cameOfAge : "no",
    };
  }
  const end = lastEnd(signatures, lacks, today);
  const isIssued = signatures.some(({ signed }) => signed === null);
  return {
    kind,
    state: end?.state ?? (isIssued ? "issued" : "missing"),
    lacks,
    ...SURE,
    uncertain,
    since: end?.day ?? null,
  };
}

const SURE = { uncertain: false, since: null, cameOfAge: "no" } as const;

function isLive(
  one: Signature,
  all: readonly Signature[],
  today: Iso,
): boolean {
  const { signer, signed, until } = one;
  return (
    signed !== null &&
    signed <= today &&
    (until === null || until >= today) &&
    !all.some(
      (other) =>
        (other.signer === signer || other.signer === "self") &&
        other.withdrawn !== null &&
        other.withdrawn <= today &&
        (other === one || signed <= other.withdrawn),
    )
  );
}

/** Labour papers are signed by the worker, consent to take part by the parent. */
function lacking(
  kind: ConsentKind,
  live: readonly Signature[],
  ageOn: AgeOn,
  bounds: AgeBounds,
  today: Iso,
): readonly Signer[] {
  const has = (signer: Signer, from: number, below: number) =>
    live.some(
      ({ signer: who, signed }) =>
        who === signer &&
        signed !== null &&
        ageOn(signed) >= from &&
        ageOn(signed) < below,
    );
  const { selfFrom, adultFrom } = bounds;
  const byParent = has("parent", 0, adultFrom);
  if (kind === "mentoring" || kind === "agreement") {
    return has("self", 0, Infinity) ? [] : ["self"];
  }
  if (kind === "participation") {
    return byParent || ageOn(today) >= adultFrom ? [] : ["parent"];
  }
  const isEnough =
    has("self", adultFrom, Infinity) ||
    has("parent", 0, selfFrom) ||
    (byParent && has("self", selfFrom, Infinity));
  if (isEnough) {
    return [];
  }
  const needed = signersAt(ageOn(today), bounds);
  const isTeen = needed.length > 1;
  return needed.filter(
    (signer) =>
      !isTeen ||
      !(signer === "parent" ? byParent : has("self", selfFrom, Infinity)),
  );
}

function isOutgrown(
  kind: ConsentKind,
  live: readonly Signature[],
  ageOn: AgeOn,
  { adultFrom }: AgeBounds,
  today: Iso,
): boolean {
  const isByAge =
    kind === "processing" || kind === "publication" || kind === "photo";
  return (
    isByAge &&
    ageOn(today) >= adultFrom &&
    !live.some(
      ({ signer, signed }) =>
        signer === "self" && signed !== null && ageOn(signed) >= adultFrom,
    )
  );
}

/** The latest withdrawal or expiry that explains what is missing. */
function lastEnd(
  signatures: readonly Signature[],
  lacks: readonly Signer[],
  today: Iso,
): { readonly state: "withdrawn" | "expired"; readonly day: Iso } | null {
  const ends = signatures
    .filter(({ signer }) => signer === "self" || lacks.includes(signer))
    .flatMap(({ until, withdrawn, signed }) => [
      ...(withdrawn !== null && withdrawn <= today
        ? [{ state: "withdrawn", day: withdrawn } as const]
        : []),
      ...(until !== null && until < today && signed !== null
        ? [{ state: "expired", day: until } as const]
        : []),
    ]);
  return ends.reduce<(typeof ends)[number] | null>(
    (last, end) => (last === null || end.day > last.day ? end : last),
    null,
  );
}
