import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { verifyCertificate } from "../domain/matching/certificate";
import type {
  PairingInstance,
  PairingSolution,
} from "../domain/matching/pairing";

const FOLDER = mkdtempSync(join(tmpdir(), "match-"));

afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

const INSTANCE: PairingInstance = {
  format: "pairing-instance/1",
  name: "лицей, сентябрь",
  mentees: ["НСТ-001", "НСТ-002"],
  mentors: [
    { id: "НМ-01", capacity: 1 },
    { id: "НМ-02", capacity: 2 },
  ],
  options: [
    [0, 870, 1, 640],
    [0, 910],
  ],
  locked: [],
  blocked: [],
};

type Answer = {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly complaint: string;
};

/** Runs the command as `npm run --silent match -- …` does. */
function match(words: readonly string[], input: string | Buffer = ""): Answer {
  const run = spawnSync(process.execPath, ["build/match.mjs", ...words], {
    input,
    encoding: "utf8",
  });
  return {
    code: run.status,
    lines: run.stdout.split("\n"),
    complaint: run.stderr,
  };
}

function file(name: string, content: string | Buffer): string {
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  return path;
}

test("prints one line of JSON whose certificate holds", () => {
  const answer = match([file("good.json", JSON.stringify(INSTANCE))]);

  expect(answer).toMatchObject({ code: 0, complaint: "" });
  expect(answer.lines).toHaveLength(2);
  const result = JSON.parse(answer.lines[0] ?? "") as PairingSolution;
  expect(Object.keys(result)).toStrictEqual([
    "format",
    "instance",
    "status",
    "cardinality",
    "total",
    "pairs",
    "certificate",
  ]);
  expect(result).toMatchObject({
    format: "pairing-result/1",
    instance: "лицей, сентябрь",
    status: "optimal",
    cardinality: 2,
    total: 1550,
    pairs: [
      ["НСТ-001", "НМ-02"],
      ["НСТ-002", "НМ-01"],
    ],
  });
  expect(verifyCertificate(INSTANCE, result).message).toBe("");
});

test("reads standard input, with a byte order mark too", () => {
  const answer = match(["-"], `\uFEFF${JSON.stringify(INSTANCE)}`);

  expect(answer.code).toBe(0);
  expect(answer.lines[0]).toContain('"cardinality":2');
});

test.each([
  [
    "a missing file",
    [join(FOLDER, "нет.json")],
    "",
    /^Нет файла «.*нет\.json»/,
  ],
  ["a folder", [FOLDER], "", /не прочитать/],
  ["broken JSON", ["-"], '{"format":', /не читается как JSON/],
  ["an empty input", ["-"], "", /не читается как JSON/],
  ["another encoding", ["-"], Buffer.from([0xcf, 0xe0]), /UTF-8/],
  ["JSON that is no instance", ["-"], "[]", /объектом/],
  [
    "a contradiction",
    ["-"],
    JSON.stringify({ ...INSTANCE, locked: [[1, 1]] }),
    /среди допустимых/,
  ],
  ["no file", [], "", /Укажите один файл/],
  ["two files", ["a", "b"], "", /Укажите один файл/],
] as const)(
  "answers %s with an error and code 1",
  (_, words, input, message) => {
    const { code, lines, complaint } = match(words, input);
    const result = JSON.parse(lines[0] ?? "") as Record<string, unknown>;

    expect({ code, complaint, status: result["status"] }).toStrictEqual({
      code: 1,
      complaint: "",
      status: "error",
    });
    expect(result["message"]).toMatch(message);
    expect(lines).toHaveLength(2);
  },
);
