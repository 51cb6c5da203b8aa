/** Who of a pairing order works for the organisation and signs for having read. */
import { initialsWithSurname } from "../language/inflect-name";
import { tidyName } from "../language/person-name";
import type { Person } from "./person-in-sentence";

type Side = { readonly mentor: Person; readonly mentee: Person };
type PairOfForm = Side & { readonly form: string };

type Signers = {
  readonly head: Person;
  readonly curator: Person | null;
  readonly controller: Person | null;
  readonly pairs: readonly PairOfForm[];
};

/**
 * Sides of a form that do not work for the organisation: pupils, students and
 * people from outside. Parents are notified, they do not sign orders.
 */
const OUTSIDER =
  /учени|учащ|обучающ|школьник|воспитанник|студент|работодател|партн[её]р|вуза|колледжа|специалист/i;
const EMPLOYEE = /педагог|учител|воспитател|руководител|тьютор|методист/i;

/**
 * Names for «С приказом ознакомлены», initials first, each person once:
 * controller, curator, mentors, mentees. The head who signs is not among them.
 */
export function employeesOf(order: Signers): readonly string[] {
  const { head, curator, controller, pairs } = order;
  const people = [
    ...[controller, curator].filter((person) => person !== null),
    ...pairs
      .filter((pair) => !OUTSIDER.test(sides(pair.form).mentor))
      .map((pair) => pair.mentor),
    ...pairs
      .filter((pair) => !OUTSIDER.test(sides(pair.form).mentee))
      .map((pair) => pair.mentee),
  ];
  const signed = new Set([tidyName(head.name), ""]);
  const names: string[] = [];
  for (const person of people) {
    const name = tidyName(person.name);
    if (!signed.has(name)) {
      signed.add(name);
      names.push(initialsWithSurname(name).text);
    }
  }
  return names;
}

/**
 * Whether a worker mentors another worker of the same organisation, so that
 * article 351.8 of the Labour Code applies.
 */
export function hasEmployeePairs(pairs: readonly PairOfForm[]): boolean {
  return pairs.some(({ form }) => {
    const { mentor, mentee } = sides(form);
    return [mentor, mentee].every(
      (side) => EMPLOYEE.test(side) && !OUTSIDER.test(side),
    );
  });
}

/** «педагог – обучающийся» → both sides; an unknown form has empty ones. */
function sides(form: string): { mentor: string; mentee: string } {
  const [mentor = "", mentee = ""] = form.split(/\s*[-–—]\s*/);
  return { mentor, mentee };
}
