/** A run goes on slice by slice until it ends, fails, stands still or is stopped. */
import { expect, test } from "vitest";
import type { RunResult } from "../../shared/rpc";
import type { CallServer, Outcome } from "../server/call-server";
import type { Failure } from "../server/failure";
import { driveRun, type Progress } from "./drive-run";

const DONE: RunResult = {
  state: "done",
  summary: ["Готово."],
  problems: [],
  links: [],
};
const LOST: Failure = {
  kind: "unreachable",
  title: "Нет связи",
  text: "",
  advice: [],
};

const more = (done: number): RunResult => ({ state: "more", done, total: 41 });

/** Answers `apply` and `resume` with the given results, the last one forever. */
function aServer(results: readonly (RunResult | Failure)[]) {
  const methods: string[] = [];
  const next = (method: string): Promise<Outcome<RunResult>> => {
    const result = results[Math.min(methods.length, results.length - 1)];
    methods.push(method);
    if (result === undefined) {
      throw new RangeError("aServer: no results");
    }
    return Promise.resolve(
      "state" in result
        ? { ok: true, value: result }
        : { ok: false, failure: result },
    );
  };
  return {
    methods,
    first: () => next("apply"),
    // The test's server answers every method with a run's result.
    call: ((method: string) => next(method)) as unknown as CallServer,
  };
}

async function drive(results: readonly (RunResult | Failure)[], stopAt = 99) {
  const server = aServer(results);
  const seen: Progress[] = [];
  const end = await driveRun(
    server.call,
    server.first,
    (progress) => seen.push(progress),
    () => seen.length >= stopAt,
  );
  return { end, seen, methods: server.methods };
}

test("asks for the next slice until the run is done", async () => {
  const { end, seen, methods } = await drive([more(12), more(30), DONE]);

  expect(end).toStrictEqual({ kind: "done", result: DONE });
  expect(seen).toStrictEqual([
    { done: 12, total: 41 },
    { done: 30, total: 41 },
  ]);
  expect(methods).toStrictEqual(["apply", "resume", "resume"]);
});

test("asks for nothing more once it is stopped", async () => {
  const { end, methods } = await drive([more(12), more(30), DONE], 1);

  expect(end).toStrictEqual({ kind: "stopped" });
  expect(methods).toStrictEqual(["apply"]);
});

test("ends with the failure of any of its calls", async () => {
  expect((await drive([LOST])).end).toStrictEqual({
    kind: "failed",
    failure: LOST,
  });
  expect((await drive([more(12), LOST])).end).toStrictEqual({
    kind: "failed",
    failure: LOST,
  });
});

test("gives the new preview of a book that changed", async () => {
  const preview = {
    summary: [],
    problems: [],
    details: [],
    verb: null,
    fingerprint: "f",
    today: "2025-09-12",
    seed: "s",
  };

  const { end } = await drive([{ state: "changed", preview }]);

  expect(end).toStrictEqual({ kind: "changed", preview });
});

test("does not ask forever when nothing moves", async () => {
  const { end, methods } = await drive([more(12)]);

  expect(end).toMatchObject({ kind: "failed", failure: { kind: "refused" } });
  expect(methods).toHaveLength(6);
});

test("waits through a slice without progress when the next one has it", async () => {
  const { end } = await drive([
    more(1),
    more(1),
    more(1),
    more(2),
    more(2),
    more(2),
    more(2),
    DONE,
  ]);

  expect(end.kind).toBe("done");
});
