/** Which kinds of consent a participant needs, by role, form of mentoring and age. */
import { isBetweenWorkers } from "../people/form-sides";
import type { AgeBounds, Birth } from "./age";
import type { ConsentKind } from "./kinds";

/** A participant as far as consents go. */
export type ConsentPerson = {
  readonly id: string;
  readonly role: "mentor" | "mentee";
  readonly birth: Birth;
  /** «педагог – педагог»; empty when not chosen. */
  readonly form: string;
  /** Mentoring is part of the job itself: article 351.8 does not apply. */
  readonly isDuty: boolean;
  /** Something about the person stands on the site. */
  readonly isPublished: boolean;
};

export type ConsentRules = AgeBounds & {
  /** Parents sign that the child takes part. */
  readonly parentConsent: boolean;
};

/**
 * Kinds that the programme cannot do without. Consent to photos is never
 * among them: it is asked for when there is something to publish.
 *
 * Article 351.8 of the Labour Code is about a worker who helps another worker
 * of the same employer, unless that is what the job consists of.
 */
export function neededKinds(
  person: ConsentPerson,
  rules: ConsentRules,
): readonly ConsentKind[] {
  const isArticle =
    person.role === "mentor" && isBetweenWorkers(person.form) && !person.isDuty;
  return [
    "processing",
    ...(person.isPublished ? (["publication"] as const) : []),
    ...(rules.parentConsent ? (["participation"] as const) : []),
    ...(isArticle ? (["mentoring", "agreement"] as const) : []),
  ];
}
