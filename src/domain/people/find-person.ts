/** Finds a person among thousands without comparing everyone with everyone. */
import {
  type ComparablePerson,
  comparable,
  comparePeople,
  type PersonFacts,
} from "./same-person";

/** Bounds the work when thousands bear one name. */
const MAX_COMPARISONS = 300;

/** So many people with common parts of a name prove nothing. */
const MAX_LOOSE_SHELF = 60;

export type Match<T> = {
  readonly verdict: "same" | "maybe";
  /** Everybody with that verdict, in the order added; never empty. */
  readonly owners: readonly [T, ...T[]];
};

export type PersonIndex<T> = {
  /** Makes a person findable under `owner`. */
  readonly add: (person: PersonFacts, owner: T) => void;
  /** Everybody who is the `same`, else everybody who `maybe` is, else null. */
  readonly find: (person: PersonFacts) => Match<T> | null;
};

type Entry<T> = {
  readonly person: ComparablePerson;
  readonly owner: T;
  readonly order: number;
};

/**
 * An empty index of people.
 *
 * @param sharedEmails - Lower-case addresses that belong to nobody in
 * particular (a school's, a parent's of several children): they prove nothing.
 */
export function personIndex<T>(
  sharedEmails: ReadonlySet<string> = new Set(),
): PersonIndex<T> {
  const shelves = new Map<string, Entry<T>[]>();
  let count = 0;

  const prepare = (person: PersonFacts): ComparablePerson => {
    const full = comparable(person);
    return {
      ...full,
      emails: full.emails.filter((address) => !sharedEmails.has(address)),
    };
  };

  return {
    add: (facts, owner) => {
      const entry = { person: prepare(facts), owner, order: count };
      count += 1;
      const { sure, loose } = keysOf(entry.person);
      for (const key of new Set([...sure, ...loose])) {
        const shelf = shelves.get(key);
        if (shelf === undefined) {
          shelves.set(key, [entry]);
        } else {
          shelf.push(entry);
        }
      }
    },
    find: (facts) => {
      const person = prepare(facts);
      const found = { same: [] as Entry<T>[], maybe: [] as Entry<T>[] };
      const seen = new Set<number>();
      for (const entry of candidates(shelves, keysOf(person))) {
        if (seen.size >= MAX_COMPARISONS) {
          break;
        }
        if (!seen.has(entry.order)) {
          seen.add(entry.order);
          const verdict = comparePeople(person, entry.person);
          if (verdict !== "different") {
            found[verdict].push(entry);
          }
        }
      }
      return match("same", found.same) ?? match("maybe", found.maybe);
    },
  };
}

function* candidates<T>(
  shelves: ReadonlyMap<string, readonly Entry<T>[]>,
  keys: Keys,
): Generator<Entry<T>> {
  for (const key of keys.sure) {
    yield* shelves.get(key) ?? [];
  }
  for (const key of keys.loose) {
    const shelf = shelves.get(key) ?? [];
    if (shelf.length <= MAX_LOOSE_SHELF) {
      yield* shelf;
    }
  }
}

function match<T>(
  verdict: "same" | "maybe",
  entries: readonly Entry<T>[],
): Match<T> | null {
  const [first, ...others] = [...entries]
    .sort((a, b) => a.order - b.order)
    .map(({ owner }) => owner);
  return first === undefined ? null : { verdict, owners: [first, ...others] };
}

type Keys = {
  readonly sure: readonly string[];
  readonly loose: readonly string[];
};

/**
 * Shelves a person stands on. Two people that can be `same` or `maybe` share
 * at least one, but for shelves too full to say anything.
 */
function keysOf(person: ComparablePerson): Keys {
  const { key: name, sorted } = person;
  const sure = [...person.emails, ...person.phones].map(
    (contact) => `contact ${contact}`,
  );
  if (name === "") {
    return { sure, loose: [] };
  }
  const loose: string[] = [];
  for (const [at, word] of sorted.entries()) {
    for (const [other, second] of sorted.entries()) {
      if (at !== other && word.length > 1) {
        // A shortened name keeps a whole word and the beginning of another.
        loose.push(`initial ${word} ${second.slice(0, 1)}`);
        if (at < other) {
          loose.push(`pair ${word} ${second}`);
        }
      }
    }
  }
  return {
    sure: [`year ${person.birthYear ?? ""} ${name}`, ...sure, `name ${name}`],
    loose,
  };
}
