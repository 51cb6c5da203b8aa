/** What a form of mentoring says of its two sides: who works here, who is grown up. */

const OUTSIDER =
  /учени|учащ|обучающ|школьник|воспитанник|студент|работодател|партн[её]р|вуза|колледжа|специалист/i;
const EMPLOYEE = /педагог|учител|воспитател|руководител|тьютор|методист/i;
const GROWN_UP = /работодател|партн[её]р/i;

/** «педагог – обучающийся» → both sides; an unknown form has empty ones. */
export function sidesOfForm(form: string): { mentor: string; mentee: string } {
  const [mentor = "", mentee = ""] = form.split(/\s*[-–—]\s*/);
  return { mentor, mentee };
}

/**
 * Pupils, students and people from outside do not work for the organisation.
 * Parents are notified, they do not sign orders.
 */
export function isOutsider(side: string): boolean {
  return OUTSIDER.test(side);
}

/** A worker mentors a worker, so that article 351.8 of the Labour Code applies. */
export function isBetweenWorkers(form: string): boolean {
  const { mentor, mentee } = sidesOfForm(form);
  return isWorker(mentor) && isWorker(mentee);
}

/** Whoever is on this side is of age, whatever the bank knows of the birth. */
export function isGrownUp(side: string): boolean {
  return isWorker(side) || GROWN_UP.test(side);
}

function isWorker(side: string): boolean {
  return EMPLOYEE.test(side) && !OUTSIDER.test(side);
}

/** Who somebody is by a word for it; `learner` when pupil or student is left open. */
export type Side = "pupil" | "student" | "learner" | "worker" | "partner";

const SIDES: readonly (readonly [RegExp, Side])[] = [
  [/студент/i, "student"],
  [/учени|учащ|школьник|воспитанник/i, "pupil"],
  [/обучающ/i, "learner"],
  [/работодател|партн[её]р|предприят/i, "partner"],
];

/** The side a word stands for, null when it says nothing of it. */
export function sideOf(word: string): Side | null {
  const known = SIDES.find(([pattern]) => pattern.test(word))?.[1];
  return known ?? (EMPLOYEE.test(word) ? "worker" : null);
}
