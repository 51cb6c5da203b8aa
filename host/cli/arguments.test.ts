/** The command line as people write it. */
import { expect, test } from "vitest";
import { readArguments } from "./arguments";
import { UsageError } from "./failure";

test("defaults stand for what is not said", () => {
  expect(readArguments(["tables"])).toMatchObject({
    words: ["tables"],
    workspace: "workspace",
    json: false,
    user: null,
    now: null,
    port: null,
    empty: false,
    open: true,
    input: {},
    into: "auto",
    last: 10,
  });
});

test("options may stand anywhere", () => {
  const args = readArguments([
    "--json",
    "run",
    "--input",
    '{"deadline":"2026-09-21","n":[1]}',
    "order",
    "--preview",
    "--workspace=школа",
  ]);
  expect(args).toMatchObject({
    words: ["run", "order"],
    json: true,
    preview: true,
    workspace: "школа",
    input: { deadline: "2026-09-21", n: [1] },
  });
});

test.each([
  [["run", "x", "--input", "[1]"], /--input/],
  [["run", "x", "--input", "{"], /--input/],
  [["run", "x", "--input", "null"], /--input/],
  [["form", "answer", "f", "--answers", '"да"'], /--answers/],
  [["import", "a.csv", "--into", "pupils"], /--into/],
  [["serve", "--port", "5x"], /--port/],
  [["serve", "--port", "70000"], /--port/],
  [["meter", "--last", "-1"], /--last/],
  [["serve", "--now", "вчера"], /--now/],
  [["serve", "--fast"], /--fast/],
  [["run", "x", "--user"], /--user/],
])("%j is refused", (argv, message) => {
  expect(() => readArguments(argv)).toThrow(UsageError);
  expect(() => readArguments(argv)).toThrow(message);
});
