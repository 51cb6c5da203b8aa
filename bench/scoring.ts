/** `npm run bench:scoring`: every candidate pair of a municipality scored by the criteria to start with. */
import { CRITERIA } from "../src/domain/matching/criteria";
import { NO_RULES } from "../src/domain/matching/pairing-rules";
import type { Answer, Participant } from "../src/domain/matching/participant";
import { buildScene } from "../src/domain/matching/scene";
import {
  CATEGORIES,
  FORMS_OF_MENTORING,
  TOPICS,
} from "../src/domain/vocabulary";

const MENTEES = 3000;
const MENTORS = 1000;
const RUNS = 5;

/** Chosen once; every run sees the same people. */
const SEED = 20260901;

const DAYS = ["пн", "вт", "ср", "чт", "пт"] as const;
const INTERESTS = [
  "шахматы",
  "лыжи",
  "театр",
  "чтение",
  "хор",
  "робототехника",
];
const DISTRICTS = ["Центр", "Заречный", "Северный", "Новый"] as const;

/** Park–Miller: the same numbers on every machine. */
export function dice(): () => number {
  let state = SEED;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function peopleOf(
  role: Participant["role"],
  count: number,
  roll: () => number,
): readonly Participant[] {
  const one = <T>(list: readonly T[]): T =>
    // Index below the length of a list that is not empty.
    list[Math.floor(roll() * list.length)] as T;
  const some = <T>(list: readonly T[], most: number): readonly T[] => [
    ...new Set(
      Array.from({ length: 1 + Math.floor(roll() * most) }, () => one(list)),
    ),
  ];
  const prefix = role === "mentor" ? "НМ" : "НСТ";
  const other = role === "mentor" ? "НСТ" : "НМ";
  return Array.from({ length: count }, (_, index) => {
    const isClocked = roll() < 0.5;
    const time = some(DAYS, 3).map((day) =>
      isClocked
        ? `${day} ${13 + Math.floor(roll() * 4)}:00–${17 + Math.floor(roll() * 3)}:30`
        : `${day} после уроков`,
    );
    const answers: Record<string, Answer> = {
      topics: some(TOPICS, 4),
      time,
      experience: Math.floor(roll() * 30),
      birthYear: 1960 + Math.floor(roll() * 50),
      age: 10 + Math.floor(roll() * 40),
      grade: `${1 + Math.floor(roll() * 11)} «А»`,
      work: `Школа № ${1 + Math.floor(roll() * 40)}`,
      category: one(CATEGORIES),
      interests: some(INTERESTS, 3),
      format: one(["очно", "онлайн", "смешанный"]),
      ageWish: `${8 + Math.floor(roll() * 5)}–${13 + Math.floor(roll() * 20)} лет`,
      district: one(DISTRICTS),
      language: one(["русский", "татарский"]),
      wishes: [
        `${other}-${String(Math.floor(roll() * 1000)).padStart(4, "0")}`,
      ],
    };
    return {
      id: `${prefix}-${String(index).padStart(4, "0")}`,
      role,
      form: one(FORMS_OF_MENTORING),
      capacity: role === "mentor" ? 3 : 1,
      headcount: 1,
      consent: roll() < 0.95 ? "yes" : "no",
      active: roll() < 0.97,
      personKey: `${role}${index}`,
      answers,
    };
  });
}

export type ScoringRow = {
  readonly name: string;
  /** Median of the whole of `buildScene`, milliseconds. */
  readonly ms: number;
  /** The same in processor time, which other programs do not lengthen. */
  readonly cpuMs: number;
  readonly pairs: number;
  readonly offered: number;
};

/** One row with the weights to start with, one with every criterion in use. */
export function benchScoring(): readonly ScoringRow[] {
  const roll = dice();
  const mentors = peopleOf("mentor", MENTORS, roll);
  const mentees = peopleOf("mentee", MENTEES, roll);
  const all = CRITERIA.map((one) => ({
    ...one,
    weight: one.weight === "off" ? ("minor" as const) : one.weight,
  }));
  return [
    { name: "weights to start with", criteria: CRITERIA },
    { name: "all criteria", criteria: all },
  ].map(({ name, criteria }) => {
    const times: number[] = [];
    const cpu: number[] = [];
    let offered = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      const used = process.cpuUsage();
      const scene = buildScene(mentors, mentees, criteria, NO_RULES);
      times.push(performance.now() - start);
      const { user, system } = process.cpuUsage(used);
      cpu.push((user + system) / 1000);
      offered = scene.instance.options.reduce(
        (sum, row) => sum + row.length / 2,
        0,
      );
    }
    return {
      name,
      ms: median(times),
      cpuMs: median(cpu),
      pairs: MENTEES * MENTORS,
      offered,
    };
  });
}

function median(times: number[]): number {
  times.sort((a, b) => a - b);
  return Math.round(times[Math.floor(times.length / 2)] ?? 0);
}

if (process.argv[1]?.endsWith("scoring.js")) {
  for (const { name, ms, cpuMs, pairs, offered } of benchScoring()) {
    console.log(
      `${name}: ${pairs} pairs scored, ${offered} offered, ${ms} ms (processor ${cpuMs} ms)`,
    );
  }
}
