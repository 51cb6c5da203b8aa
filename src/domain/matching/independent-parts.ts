/** Splits an instance into parts that share nobody, so that each is solved by itself. */
import type { PairingInstance, PairingMentor } from "./pairing";

/**
 * People with one label stay together, and labels that an option or a lock
 * connects do too. Solving the parts gives the optimum of the whole in the modes
 * «most» and «best»; in «weakest» each part gets the highest floor of its own.
 *
 * @param menteeLabels, mentorLabels - One per person, in the order of the
 *   instance: the form of mentoring, or anything that divides people.
 * @returns Parts in the order of their first mentee; mentors without any mentee
 *   of their label are in none.
 */
export function independentParts(
  instance: PairingInstance,
  menteeLabels: readonly string[],
  mentorLabels: readonly string[],
): readonly PairingInstance[] {
  const groups = joinedLabels(instance, menteeLabels, mentorLabels);
  const parts = new Map<string, Part>();
  const partOf = (label: string): Part => {
    const root = groups.find(label);
    const part = parts.get(root) ?? newPart();
    parts.set(root, part);
    return part;
  };
  const places = {
    mentee: instance.mentees.map((_, index) =>
      partOf(menteeLabels[index] ?? "").mentees.push(index),
    ),
    mentor: instance.mentors.map((_, index) =>
      partOf(mentorLabels[index] ?? "").mentors.push(index),
    ),
  };
  // `push` gives the new length: one more than the place within the part.
  const menteeAt = (index: number) => (places.mentee[index] ?? 0) - 1;
  const mentorAt = (index: number) => (places.mentor[index] ?? 0) - 1;
  return [...parts.values()]
    .filter(({ mentees }) => mentees.length > 0)
    .map((part) => partInstance(instance, part, menteeAt, mentorAt));
}

type Part = { readonly mentees: number[]; readonly mentors: number[] };

function newPart(): Part {
  return { mentees: [], mentors: [] };
}

function partInstance(
  instance: PairingInstance,
  part: Part,
  menteeAt: (index: number) => number,
  mentorAt: (index: number) => number,
): PairingInstance {
  const members = new Set(part.mentees);
  const own = (
    pairs: readonly (readonly [number, number])[],
  ): [number, number][] =>
    pairs
      .filter(([mentee]) => members.has(mentee))
      .map(([mentee, mentor]) => [menteeAt(mentee), mentorAt(mentor)]);
  const { demand, must, keep } = instance;
  return {
    ...instance,
    mentees: part.mentees.map((index) => instance.mentees[index] ?? ""),
    mentors: part.mentors.map(
      (index): PairingMentor => instance.mentors[index] ?? NOBODY,
    ),
    options: part.mentees.map((index) =>
      (instance.options[index] ?? []).map((value, at) =>
        at % 2 === 0 ? mentorAt(value) : value,
      ),
    ),
    locked: own(instance.locked),
    blocked: own(instance.blocked),
    ...(demand === undefined
      ? {}
      : { demand: part.mentees.map((index) => demand[index] ?? 1) }),
    ...(must === undefined
      ? {}
      : { must: must.filter((index) => members.has(index)).map(menteeAt) }),
    ...(keep === undefined ? {} : { keep: own(keep) }),
  };
}

const NOBODY: PairingMentor = { id: "", capacity: 0 };

/** Labels that options, locks and the other pairs of indices connect. */
function joinedLabels(
  instance: PairingInstance,
  menteeLabels: readonly string[],
  mentorLabels: readonly string[],
): { readonly find: (label: string) => string } {
  const parent = new Map<string, string>();
  const find = (label: string): string => {
    let root = label;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) {
      root = up;
    }
    return root;
  };
  const join = (mentee: number, mentor: number) => {
    const one = menteeLabels[mentee] ?? "";
    const other = mentorLabels[mentor] ?? "";
    if (one !== other) {
      const [from, to] = [find(one), find(other)];
      if (from !== to) {
        parent.set(from, to);
      }
    }
  };
  instance.options.forEach((row, mentee) => {
    for (let at = 0; at < row.length; at += 2) {
      join(mentee, row[at] ?? 0);
    }
  });
  const pairs = [
    ...instance.locked,
    ...instance.blocked,
    ...(instance.keep ?? []),
  ];
  for (const [mentee, mentor] of pairs) {
    join(mentee, mentor);
  }
  return { find };
}
