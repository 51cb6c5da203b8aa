/** Lists whose outcome was labelled row by row before they were loaded. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fileBank } from "../../src/app/actions/import-banks";
import { sourceOf } from "../../src/app/actions/import-source";
import { readBook, readMemory } from "../../src/app/run/read-book";
import type { FilePlan, FileResult } from "../../src/domain/import/file-plan";
import { planFile } from "../../src/domain/import/import-file";
import { decodeTextFile } from "../../src/sidebar/model/read-text-file";
import { UNSEEN, type UnseenList } from "../fixtures/import/unseen";
import { memoryPorts } from "../support/memory-ports";
import { SETUP_STEP, worldAfter } from "../support/memory-runs";

const world = worldAfter(SETUP_STEP);
const ports = memoryPorts(world, "");
const { book } = readBook(ports, readMemory(ports), {
  tables: ["settings", "lists", "mentees", "mentors"],
  responses: false,
});
const banks = {
  mentor: fileBank(book, "mentors"),
  mentee: fileBank(book, "mentees"),
};

function planOf({ file, into }: UnseenList): FilePlan {
  const bytes = readFileSync(`test/fixtures/import/${file}`);
  const read = decodeTextFile(new Uint8Array(bytes));
  if (!read.ok) {
    throw new RangeError(`planOf: ${file}: ${read.message}`);
  }
  const { rows, title } = sourceOf(book, {
    file: read.text,
    text: "",
    tab: "",
  });
  return planFile({
    rows,
    title,
    banks,
    into:
      into === undefined ? "auto" : into === "mentees" ? "mentee" : "mentor",
  });
}

const SIGN = { add: "", update: "", doubtful: "?", refused: "!", skip: "-" };

/** The row in the words of its label: only what the label names. */
function labelOf(result: FileResult, plan: FilePlan, label: string): string {
  if (result.action !== "add" && result.action !== "update") {
    return SIGN[result.action];
  }
  const parts =
    label.startsWith("E ") || label.startsWith("R ")
      ? label
          .slice(2)
          .split("; ")
          .map((part) => part.split("=")[0] ?? "")
      : ["fio"];
  const said = parts.map((key) =>
    key.startsWith("!")
      ? plan.problems.some(({ sourceRow }) => sourceRow === result.sourceRow) &&
        result.values[key.slice(1)] == null
        ? key
        : `${key.slice(1)}=${result.values[key.slice(1)]}`
      : `${key}=${result.values[key]}`,
  );
  return `${result.bank === "mentor" ? "R" : "E"} ${said.join("; ")}`;
}

describe.each(UNSEEN)("$file $into", (list) => {
  const plan = planOf(list);

  test("accounts for every row once, as labelled", () => {
    expect(plan.results.map(({ sourceRow }) => sourceRow)).toStrictEqual(
      list.rows.map((_, index) => index + 1),
    );
    expect(
      plan.results.map(
        (result, at) =>
          `${at + 1} ${labelOf(result, plan, list.rows[at] ?? "")}`,
      ),
    ).toStrictEqual(list.rows.map((label, at) => `${at + 1} ${label}`));
  });
});
