/** Finds where the rows of a wrapped table start, telling them from lists. */

import type { WrappedLine } from "./wrapped-lines";

/** A line that starts a row or is a heading over rows. */
export type RowStart = {
  /** Index of the line. */
  readonly at: number;
  /** As written, «2» or «2.1». */
  readonly number: string;
  readonly kind: "row" | "section";
};

type Candidate = { readonly at: number; readonly number: number };

/** Which columns give away that a row has ended. */
export type Evidence = {
  /** Whether a date or a list of people starts at the line with this index. */
  readonly at: (line: number) => boolean;
  /** Whether every row is expected to have some. */
  readonly expected: boolean;
};

/** «2.1.», the number of a row within a section. */
const TWO_LEVELS = /^(\d{1,2})\.(\d{1,2})(?:\.|\s)\s*(?=[«"„(]?\p{Lu}|$)/u;
const NUMBERED = /^(\d{1,2})(?:\s?\.\s*|\s+)(?=[«"„(]?\p{Lu})/u;
const NUMBER_ALONE = /^(\d{1,2})\.?$/;

/** A row may skip this many numbers before it is taken for a list item. */
const MAX_SKIPPED = 1;
/** Lists longer than this are not looked through: keeps the search linear. */
const MAX_LIST = 80;

const COST = {
  noEvidence: 2,
  moreEvidence: 0.7,
  misfit: 2,
  loneItem: 0.6,
  section: 0.3,
  skippedNumber: 2.5,
  skippedLine: 0.2,
  lateStart: 1.5,
} as const;

/** Length of the number that a line starts with; 0 = none. */
export function leadLength(text: string): number {
  const pair = TWO_LEVELS.exec(text);
  return pair === null ? (leadingNumber(text)?.length ?? 0) : pair[0].length;
}

/** The number a line starts with and the length of that start, or null. */
function leadingNumber(
  text: string,
): { readonly number: number; readonly length: number } | null {
  const match = NUMBERED.exec(text) ?? NUMBER_ALONE.exec(text);
  return match === null
    ? null
    : { number: Number(match[1]), length: match[0].length };
}

type Node = {
  cost: number;
  before: Node | null;
  readonly start: RowStart;
};

/**
 * Row starts in order: the numbering 1, 2, 3 … that leaves the fewest numbered
 * lines unexplained as lists inside the rows.
 *
 * @param from - Index of the first line after the header.
 */
export function findRowStarts(
  lines: readonly WrappedLine[],
  from: number,
  evidence: Evidence,
): readonly RowStart[] {
  return (
    twoLevelStarts(lines, from, evidence) ??
    oneLevelStarts(lines, from, evidence)
  );
}

/** A heading over «2.1» stands at most this many lines above it. */
const MAX_HEADING_LINES = 3;
const LEAST_TWO_LEVEL_ROWS = 3;

/**
 * Rows «1.1», «1.2», «2.1» … under headings «1. …», when most of them have
 * dates or people of their own: points of a list have none.
 */
function twoLevelStarts(
  lines: readonly WrappedLine[],
  from: number,
  evidence: Evidence,
): readonly RowStart[] | null {
  const rows: { at: number; section: number; number: number }[] = [];
  lines.forEach(({ text }, at) => {
    const [, section, number] = at < from ? [] : (TWO_LEVELS.exec(text) ?? []);
    const last = rows[rows.length - 1];
    const next = { at, section: Number(section), number: Number(number) };
    const follows =
      last === undefined ||
      (next.section === last.section
        ? next.number > last.number
        : next.section > last.section && next.number === 1);
    if (section !== undefined && follows) {
      rows.push(next);
    }
  });
  const filled = rows.filter(({ at }, index) =>
    hasEvidence(evidence, at, rows[index + 1]?.at ?? lines.length),
  );
  if (
    rows.length < LEAST_TWO_LEVEL_ROWS ||
    (evidence.expected && filled.length * 3 < rows.length * 2)
  ) {
    return null;
  }
  return rows.flatMap((row, index): RowStart[] => {
    const start: RowStart = {
      at: row.at,
      number: `${row.section}.${row.number}`,
      kind: "row",
    };
    const heading = headingAbove(lines, rows[index - 1]?.at ?? from - 1, row);
    return heading === null
      ? [start]
      : [{ at: heading, number: String(row.section), kind: "section" }, start];
  });
}

function hasEvidence(evidence: Evidence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (evidence.at(at)) {
      return true;
    }
  }
  return false;
}

function headingAbove(
  lines: readonly WrappedLine[],
  after: number,
  row: { readonly at: number; readonly section: number },
): number | null {
  const first = Math.max(after + 1, row.at - MAX_HEADING_LINES);
  for (let at = row.at - 1; at >= first; at -= 1) {
    const text = lines[at]?.text ?? "";
    const isNumbered = leadingNumber(text)?.number === row.section;
    if (
      isNumbered ||
      /^(?:раздел|блок|этап|направление|[IVX]{1,4}[.)])/iu.test(text)
    ) {
      return at;
    }
  }
  return null;
}

function oneLevelStarts(
  lines: readonly WrappedLine[],
  from: number,
  evidence: Evidence,
): readonly RowStart[] {
  const candidates: Candidate[] = [];
  lines.forEach(({ text }, at) => {
    const lead = at < from ? null : leadingNumber(text);
    if (lead !== null) {
      candidates.push({ at, number: lead.number });
    }
  });
  const nodes = search(lines, from, candidates, evidence);
  let best: Node | null = null;
  for (const { node, rest } of nodes) {
    if (best === null || node.cost + rest < best.cost) {
      best = { ...node, cost: node.cost + rest };
    }
  }
  const starts: RowStart[] = [];
  for (let node = best; node !== null; node = node.before) {
    starts.unshift(node.start);
  }
  return starts;
}

function search(
  lines: readonly WrappedLine[],
  from: number,
  candidates: readonly Candidate[],
  evidence: Evidence,
): readonly { readonly node: Node; readonly rest: number }[] {
  const rows: (Node | null)[] = candidates.map(() => null);
  const sections: (Node | null)[] = candidates.map(() => null);
  const ends: { node: Node; rest: number }[] = [];
  const offer = (
    index: number,
    kind: RowStart["kind"],
    cost: number,
    before: Node | null,
  ) => {
    const candidate = candidates[index];
    const table = kind === "row" ? rows : sections;
    const known = table[index];
    if (candidate === undefined || (known != null && known.cost <= cost)) {
      return;
    }
    table[index] = {
      cost,
      before,
      start: { at: candidate.at, number: String(candidate.number), kind },
    };
  };
  const offerSection = (index: number, cost: number, before: Node | null) => {
    if (isSection(candidates, index, evidence)) {
      offer(index, "section", cost + COST.section, before);
    }
  };
  candidates.forEach(({ at, number }, index) => {
    const cost =
      index * COST.misfit +
      (at - from) * COST.skippedLine +
      (number - 1) * COST.lateStart;
    offer(index, "row", cost, null);
    offerSection(index, cost, null);
  });
  candidates.forEach((candidate, index) => {
    const heading = sections[index];
    if (heading != null) {
      offer(index + 1, "row", heading.cost, heading);
    }
    const node = rows[index];
    if (node == null) {
      return;
    }
    const span = spanFrom(candidate.at, evidence);
    const following = candidates.slice(index + 1, index + MAX_LIST);
    following.forEach((next, offset) => {
      const cost = node.cost + span.costUpTo(next.at);
      const skipped = next.number - candidate.number - 1;
      if (skipped >= 0 && skipped <= MAX_SKIPPED) {
        const more = skipped * COST.skippedNumber;
        offer(index + 1 + offset, "row", cost + more, node);
      }
      offerSection(index + 1 + offset, cost, node);
      span.addListItem(next.number);
    });
    const left = candidates.length - index - 1 - following.length;
    const rest = span.costUpTo(lines.length) + left * COST.misfit;
    ends.push({ node, rest });
  });
  return ends;
}

/** A heading is followed at once by row 1, with no people or dates between. */
function isSection(
  candidates: readonly Candidate[],
  index: number,
  evidence: Evidence,
): boolean {
  const [heading, first] = [candidates[index], candidates[index + 1]];
  if (
    heading === undefined ||
    first?.number !== 1 ||
    first.at - heading.at > 3
  ) {
    return false;
  }
  for (let at = heading.at; at < first.at; at += 1) {
    if (evidence.at(at)) {
      return false;
    }
  }
  return true;
}

type Span = {
  readonly costUpTo: (end: number) => number;
  readonly addListItem: (number: number) => void;
};

/** Lines from one row start on: what they cost as one row. */
function spanFrom(from: number, evidence: Evidence): Span {
  let upTo = from;
  let found = 0;
  let misfits = 0;
  // 0 = no list is open; a list starts with 1.
  let expectedItem = 0;
  let loneItems = 0;
  return {
    costUpTo: (end) => {
      for (; upTo < end; upTo += 1) {
        found += evidence.at(upTo) ? 1 : 0;
      }
      const missing = evidence.expected && found === 0 ? COST.noEvidence : 0;
      const spare = Math.max(0, found - 1) * COST.moreEvidence;
      const lone = (loneItems + (expectedItem === 2 ? 1 : 0)) * COST.loneItem;
      return misfits * COST.misfit + lone + missing + spare;
    },
    addListItem: (number) => {
      const fits = number === 1 || number === expectedItem;
      misfits += fits ? 0 : 1;
      loneItems += number === 1 && expectedItem === 2 ? 1 : 0;
      expectedItem = fits ? number + 1 : 0;
    },
  };
}
