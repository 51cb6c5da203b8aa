/** `npm run bench:explaining`: what explanations cost in a school and a municipality. */
import { CRITERIA } from "../src/domain/matching/criteria";
import { blockingPairs } from "../src/domain/matching/explain/blocking";
import { explainPair } from "../src/domain/matching/explain/explain-pair";
import { explainUnmatched } from "../src/domain/matching/explain/explain-unmatched";
import { explainFreeMentor } from "../src/domain/matching/explain/free-mentor";
import { unmatchedNotes } from "../src/domain/matching/explain/unmatched";
import { NO_RULES } from "../src/domain/matching/pairing-rules";
import type { IdPair } from "../src/domain/matching/participant";
import { buildScene, type Scene } from "../src/domain/matching/scene";
import { solve } from "../src/domain/matching/solve";
import { dice, peopleOf } from "./scoring";

/** Everybody of one form and with consent, so that every pair may be made. */
function denseScene(mentees: number, mentors: number, isStrict: boolean) {
  const roll = dice();
  const side = (role: "mentor" | "mentee", count: number) =>
    peopleOf(role, count, roll).map((one) => ({
      ...one,
      form: "педагог – педагог",
      capacity: role === "mentor" ? 2 : 1,
      consent: "yes" as const,
      active: true,
    }));
  return buildScene(
    side("mentor", mentors),
    side("mentee", mentees),
    CRITERIA.map((one) =>
      isStrict && (one.key === "topics" || one.key === "time")
        ? { ...one, weight: "must" }
        : one,
    ),
    { ...NO_RULES, minScore: isStrict ? 400 : 0 },
  );
}

function report(name: string, scene: Scene): void {
  const result = solve(scene.instance);
  if (result.status === "error") {
    throw new RangeError(`report: ${result.message}`);
  }
  const { pairs } = result;
  const notes = unmatchedNotes(scene, pairs);
  const lost = notes[Math.floor(notes.length / 2)]?.menteeId ?? "";
  const [mentee, mentor]: IdPair = pairs[Math.floor(pairs.length / 2)] ?? [
    "",
    "",
  ];
  const offered = scene.instance.options.reduce(
    (sum, row) => sum + row.length / 2,
    0,
  );
  console.log(
    `${name}: ${scene.mentees.length} × ${scene.mentors.length}, ${offered} pairs offered, ${notes.length} without a mentor`,
  );
  const rows: readonly (readonly [string, () => unknown])[] = [
    ["all unmatched in short", () => unmatchedNotes(scene, pairs)],
    ["blocking pairs", () => blockingPairs(scene, pairs, String)],
    ["one pair", () => explainPair(scene, pairs, mentee, mentor, String)],
    ["one unmatched", () => explainUnmatched(scene, pairs, lost, String)],
    ["one mentor", () => explainFreeMentor(scene, pairs, mentor, String)],
  ];
  for (const [what, run] of rows) {
    const start = performance.now();
    const used = process.cpuUsage();
    run();
    const ms = Math.round(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    const cpuMs = Math.round((user + system) / 1000);
    console.log(`  ${what}: ${ms} ms (processor ${cpuMs} ms)`);
  }
}

// The first one warms the machine up, as a host that has run a while is.
report("school, cold", denseScene(30, 12, true));
report("school", denseScene(30, 12, true));
report("municipality, everybody allowed", denseScene(3000, 1000, false));
report("municipality, two musts and a threshold", denseScene(3000, 1000, true));
