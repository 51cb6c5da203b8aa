/** Who of a pairing order works for the organisation and signs for having read. */
import { initialsWithSurname } from "../language/inflect-name";
import { tidyName } from "../language/person-name";
import {
  isBetweenWorkers,
  isOutsider,
  sidesOfForm,
} from "../people/form-sides";
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
 * Names for «С приказом ознакомлены», initials first, each person once:
 * controller, curator, mentors, mentees. The head who signs is not among them.
 */
export function employeesOf(order: Signers): readonly string[] {
  const { head, curator, controller, pairs } = order;
  const people = [
    ...[controller, curator].filter((person) => person !== null),
    ...pairs
      .filter((pair) => !isOutsider(sidesOfForm(pair.form).mentor))
      .map((pair) => pair.mentor),
    ...pairs
      .filter((pair) => !isOutsider(sidesOfForm(pair.form).mentee))
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

/** Whether article 351.8 of the Labour Code applies to any of the pairs. */
export function hasEmployeePairs(pairs: readonly PairOfForm[]): boolean {
  return pairs.some(({ form }) => isBetweenWorkers(form));
}
