/** Splits a problem into the parts that have nothing to do with each other. */
import { type Problem, withUnits } from "./problem";
import { intAt } from "./typed-read";

/**
 * Forms of mentoring, say, share neither mentees nor mentors. Smaller parts are
 * quicker together than the whole, and what a pair is worth stays common, so the
 * prices of the parts together prove the whole.
 *
 * @returns Connected parts with options, in the order of their first mentee.
 */
export function partsOf(problem: Problem): readonly Problem[] {
  const mentees = problem.menteeIndex.length;
  const parent = joined(problem);
  const partOf = new Map<number, { mentees: number[]; mentors: number[] }>();
  for (let node = 0; node < parent.length; node += 1) {
    const root = rootOf(parent, node);
    const part = partOf.get(root) ?? { mentees: [], mentors: [] };
    partOf.set(root, part);
    if (node < mentees) {
      part.mentees.push(node);
    } else {
      part.mentors.push(node - mentees);
    }
  }
  const parts = [...partOf.values()].filter(
    (part) => part.mentees.length > 0 && part.mentors.length > 0,
  );
  return parts.length === 1
    ? [problem]
    : parts.map((part) => partOfProblem(problem, part.mentees, part.mentors));
}

/**
 * Union of mentees and mentors by options; mentors come after the mentees. Once
 * all mentors hang together, one option of each further mentee is enough.
 */
function joined(problem: Problem): Int32Array {
  const { start, optionMentor } = problem;
  const mentees = problem.menteeIndex.length;
  const nodes = mentees + problem.mentorIndex.length;
  const parent = Int32Array.from({ length: nodes }, (_, node) => node);
  let groups = mentorsWithOptions(problem);
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const first = intAt(start, mentee);
    const end = intAt(start, mentee + 1);
    let root = mentee;
    for (let option = first; option < end; option += 1) {
      const other = rootOf(parent, mentees + intAt(optionMentor, option));
      if (other !== root) {
        parent[Math.max(root, other)] = Math.min(root, other);
        groups -= option === first ? 0 : 1;
        root = Math.min(root, other);
      }
      if (groups === 1) {
        break;
      }
    }
  }
  return parent;
}

function mentorsWithOptions({ optionMentor, mentorIndex }: Problem): number {
  const has = new Uint8Array(mentorIndex.length);
  let count = 0;
  for (let option = 0; option < optionMentor.length; option += 1) {
    const mentor = intAt(optionMentor, option);
    if (has[mentor] === 0) {
      has[mentor] = 1;
      count += 1;
    }
  }
  return count;
}

/** Shortens the way to the root as it goes. */
function rootOf(parent: Int32Array, node: number): number {
  let at = node;
  while (intAt(parent, at) !== at) {
    parent[at] = intAt(parent, intAt(parent, at));
    at = intAt(parent, at);
  }
  return at;
}

function partOfProblem(
  problem: Problem,
  mentees: readonly number[],
  mentors: readonly number[],
): Problem {
  const place = new Int32Array(problem.mentorIndex.length);
  mentors.forEach((mentor, index) => {
    place[mentor] = index;
  });
  const start = new Int32Array(mentees.length + 1);
  mentees.forEach((mentee, index) => {
    const count =
      intAt(problem.start, mentee + 1) - intAt(problem.start, mentee);
    start[index + 1] = intAt(start, index) + count;
  });
  const count = intAt(start, mentees.length);
  const optionMentee = new Int32Array(count);
  const optionMentor = new Int32Array(count);
  const optionScore = new Float64Array(count);
  const optionKept = new Uint8Array(count);
  mentees.forEach((mentee, index) => {
    const first = intAt(problem.start, mentee);
    const end = intAt(problem.start, mentee + 1);
    const to = intAt(start, index);
    optionMentee.fill(index, to, to + end - first);
    optionScore.set(problem.optionScore.subarray(first, end), to);
    optionKept.set(problem.optionKept.subarray(first, end), to);
    for (let option = first; option < end; option += 1) {
      const mentor = intAt(problem.optionMentor, option);
      optionMentor[to + option - first] = intAt(place, mentor);
    }
  });
  return withUnits({
    menteeIndex: pick(problem.menteeIndex, mentees),
    mentorIndex: pick(problem.mentorIndex, mentors),
    demand: pick(problem.demand, mentees),
    must: Uint8Array.from(mentees, (mentee) => problem.must[mentee] ?? 0),
    start,
    optionMentee,
    optionMentor,
    optionScore,
    optionKept,
    places: pick(problem.places, mentors),
    lockedLoad: pick(problem.lockedLoad, mentors),
    worth: problem.worth,
  });
}

function pick(values: Int32Array, places: readonly number[]): Int32Array {
  return Int32Array.from(places, (place) => intAt(values, place));
}
