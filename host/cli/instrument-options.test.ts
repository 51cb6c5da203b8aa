/** Instruments on the command line. */
import { expect, test } from "vitest";
import { readArguments } from "./arguments";

const instrumentsOf = (...argv: string[]) => readArguments(argv).instruments;

test("every instrument is read", () => {
  expect(
    instrumentsOf(
      ...["run", "import", "--latency", "published", "--fail-at", "3"],
      ...["--fail-method", "Drive.Files.create:2"],
      ...["--kill-after", "500", "--quota", "mail=0"],
    ),
  ).toStrictEqual({
    latency: "published",
    failAt: 3,
    failMethod: { method: "Drive.Files.create", at: 2 },
    killAfterMs: 500,
    mailQuota: 0,
  });
  expect(instrumentsOf("serve", "--fail-method", "Range.setValues")).toEqual({
    failMethod: { method: "Range.setValues" },
  });
  expect(instrumentsOf("run", "setup")).toStrictEqual({});
});

test.each([
  [["run", "x", "--fail-at", "0"], /failAt: ожидается целое число от 1/],
  [["run", "x", "--fail-at", "три"], /failAt/],
  [["run", "x", "--fail-method", "setValues"], /failMethod/],
  [["run", "x", "--fail-method", "Range.setValues:x"], /failMethod/],
  [["run", "x", "--kill-after", "-5"], /kill-after/],
  [["run", "x", "--quota", "5"], /--quota: «5» непонятно/],
  [["run", "x", "--latency", "10"], /latency: ожидается published/],
  [["meter", "--fail-at", "1"], /meter/],
  [["form", "list", "--quota", "mail=1"], /form/],
])("%j is written wrongly", (argv, message) => {
  expect(() => readArguments(argv)).toThrow(message);
});
