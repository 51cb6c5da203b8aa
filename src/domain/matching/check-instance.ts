/** Refuses an instance that is malformed or contradicts itself. */
import type { PairingInstance } from "./pairing";
import { largestScore, mostPairs, worthOf } from "./worth";

/** Prices stay exact integers in doubles below this. */
const EXACT_LIMIT = Number.MAX_SAFE_INTEGER / 4;

const MODES: readonly unknown[] = ["most", "best", "weakest"];

/**
 * @param value - Anything, usually parsed JSON.
 * @returns The first fault found, one Russian sentence, or null if `value` is a
 *   valid `PairingInstance`.
 */
export function instanceFault(value: unknown): string | null {
  if (!isObject(value)) {
    return "Задача должна быть объектом JSON.";
  }
  if (value["format"] !== "pairing-instance/1") {
    return "Поле format должно быть «pairing-instance/1».";
  }
  if (typeof value["name"] !== "string") {
    return "Поле name должно быть строкой.";
  }
  return (
    menteesFault(value["mentees"]) ??
    mentorsFault(value["mentors"]) ??
    // The casts below rest on the two checks above.
    optionsFault(
      value["options"],
      (value["mentees"] as unknown[]).length,
      (value["mentors"] as unknown[]).length,
    ) ??
    pairsFault("locked", value) ??
    pairsFault("blocked", value) ??
    wishesFault(value, (value["mentees"] as unknown[]).length) ??
    // Every field has been checked by now.
    sizeFault(value as PairingInstance) ??
    lockFault(value as PairingInstance)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function idsFault(ids: readonly unknown[], field: string): string | null {
  const seen = new Set<string>();
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index];
    if (typeof id !== "string" || id === "") {
      return `${field}: код № ${index} должен быть непустой строкой.`;
    }
    if (seen.has(id)) {
      return `${field}: код «${id}» встречается дважды.`;
    }
    seen.add(id);
  }
  return null;
}

function menteesFault(value: unknown): string | null {
  if (!Array.isArray(value)) {
    return "Поле mentees должно быть списком кодов.";
  }
  return idsFault(value, "mentees");
}

function mentorsFault(value: unknown): string | null {
  if (!Array.isArray(value)) {
    return "Поле mentors должно быть списком {id, capacity}.";
  }
  for (let index = 0; index < value.length; index += 1) {
    const mentor: unknown = value[index];
    if (!isObject(mentor) || !isCount(mentor["capacity"])) {
      return `mentors: у наставника № ${index} число мест (capacity) должно быть целым от 0.`;
    }
  }
  return idsFault(
    value.map((mentor: { readonly id?: unknown }) => mentor.id),
    "mentors",
  );
}

function optionsFault(
  value: unknown,
  mentees: number,
  mentors: number,
): string | null {
  if (!Array.isArray(value) || value.length !== mentees) {
    return "Поле options должно быть списком: по одной строке на каждого наставляемого.";
  }
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const fault = optionRowFault(value[mentee], mentors);
    if (fault !== null) {
      return `options, наставляемый № ${mentee}: ${fault}`;
    }
  }
  return null;
}

function optionRowFault(row: unknown, mentors: number): string | null {
  if (!Array.isArray(row) || row.length % 2 !== 0) {
    return "нужен список чисел «наставник, балл, наставник, балл, …».";
  }
  let previous = -1;
  for (let at = 0; at < row.length; at += 2) {
    const mentor: unknown = row[at];
    if (!isCount(mentor) || mentor >= mentors) {
      return `нет наставника № ${String(mentor)}.`;
    }
    if (mentor <= previous) {
      return "номера наставников должны идти по возрастанию и без повторов.";
    }
    if (!isCount(row[at + 1])) {
      return "балл должен быть целым числом от 0.";
    }
    previous = mentor;
  }
  return null;
}

function pairsFault(
  field: "locked" | "blocked" | "keep",
  instance: Readonly<Record<string, unknown>>,
): string | null {
  const value = instance[field];
  const mentees = instance["mentees"];
  const mentors = instance["mentors"];
  if (
    !Array.isArray(value) ||
    !Array.isArray(mentees) ||
    !Array.isArray(mentors)
  ) {
    return `Поле ${field} должно быть списком пар [наставляемый, наставник].`;
  }
  for (let index = 0; index < value.length; index += 1) {
    const pair: unknown = value[index];
    const good =
      Array.isArray(pair) &&
      pair.length === 2 &&
      isCount(pair[0]) &&
      pair[0] < mentees.length &&
      isCount(pair[1]) &&
      pair[1] < mentors.length;
    if (!good) {
      return `${field}: пара № ${index} должна быть [номер наставляемого, номер наставника] из списков.`;
    }
  }
  return null;
}

/** The fields that may be absent. */
function wishesFault(
  instance: Readonly<Record<string, unknown>>,
  mentees: number,
): string | null {
  const { demand, must, keep, mode, threshold } = instance;
  if (demand !== undefined) {
    const good =
      Array.isArray(demand) &&
      demand.length === mentees &&
      demand.every((wanted) => isCount(wanted) && wanted > 0);
    if (!good) {
      return "Поле demand должно быть списком целых чисел от 1: сколько наставников нужно каждому наставляемому.";
    }
  }
  if (must !== undefined) {
    const good =
      Array.isArray(must) &&
      must.every((mentee) => isCount(mentee) && mentee < mentees);
    if (!good) {
      return "Поле must должно быть списком номеров наставляемых.";
    }
  }
  if (mode !== undefined && !MODES.includes(mode)) {
    return "Поле mode должно быть «most», «best» или «weakest».";
  }
  if (threshold !== undefined && !Number.isFinite(threshold)) {
    return "Поле threshold должно быть числом.";
  }
  return keep === undefined ? null : pairsFault("keep", instance);
}

function sizeFault(instance: PairingInstance): string | null {
  const { scale, base, must } = worthOf(instance);
  const largest = scale * largestScore(instance) + base + must;
  return largest * (mostPairs(instance) + 2) < EXACT_LIMIT
    ? null
    : "Баллы слишком велики: для стольких людей сумма не уместится в точное целое.";
}

/** Contradictions of the locks with options, blocks, demand, capacity and each other. */
function lockFault(instance: PairingInstance): string | null {
  const blocked = new Set(instance.blocked.map(([i, j]) => `${i} ${j}`));
  const taken = new Set<string>();
  const held = new Map<number, number>();
  const loads = new Map<number, number>();
  for (const [mentee, mentor] of instance.locked) {
    const fault =
      demandFault(instance, mentee, addOne(held, mentee)) ??
      lockedPairFault(instance, mentee, mentor, { taken, blocked }) ??
      capacityFault(instance, mentor, addOne(loads, mentor));
    if (fault !== null) {
      return fault;
    }
    taken.add(`${mentee} ${mentor}`);
  }
  return null;
}

function demandFault(
  { mentees, demand }: PairingInstance,
  mentee: number,
  locked: number,
): string | null {
  const wanted = demand?.[mentee] ?? 1;
  if (locked <= wanted) {
    return null;
  }
  return wanted === 1
    ? `Наставляемый «${mentees[mentee]}» закреплён дважды.`
    : `У наставляемого «${mentees[mentee]}» закреплено наставников: ${locked}, а нужно: ${wanted}.`;
}

function capacityFault(
  { mentors }: PairingInstance,
  mentor: number,
  locked: number,
): string | null {
  const { id, capacity } = mentors[mentor] ?? { id: "", capacity: 0 };
  return locked > capacity
    ? `У наставника «${id}» закреплено пар: ${locked}, а мест: ${capacity}.`
    : null;
}

function lockedPairFault(
  { mentees, mentors, options }: PairingInstance,
  mentee: number,
  mentor: number,
  known: {
    readonly taken: ReadonlySet<string>;
    readonly blocked: ReadonlySet<string>;
  },
): string | null {
  const pair = `пара «${mentees[mentee]}» – «${mentors[mentor]?.id}» закреплена`;
  if (known.taken.has(`${mentee} ${mentor}`)) {
    return `Правила спорят: ${pair} дважды.`;
  }
  if (!isOption(options[mentee] ?? [], mentor)) {
    return `Правила спорят: ${pair}, но её нет среди допустимых.`;
  }
  return known.blocked.has(`${mentee} ${mentor}`)
    ? `Правила спорят: ${pair}, но она же запрещена.`
    : null;
}

function addOne(counts: Map<number, number>, key: number): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

function isOption(row: readonly number[], mentor: number): boolean {
  for (let at = 0; at < row.length; at += 2) {
    if (row[at] === mentor) {
      return true;
    }
  }
  return false;
}
