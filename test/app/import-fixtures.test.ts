/** Lists as curators keep them, on the real tables: nobody lost, nobody doubled. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { spreadMerges } from "../../src/domain/import/merges";
import { readDelimited } from "../../src/domain/import/read-delimited";
import type { JsonObject, Preview } from "../../src/shared/rpc";
import type { MemoryWorld } from "../support/memory-ports";
import {
  cells,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { addTab } from "../support/own-tab";

type Case = {
  readonly file: string;
  readonly encoding?: string;
  readonly into?: "mentees" | "mentors";
  /** Rows with a person in them, counted by hand. */
  readonly people: number;
  /** Of those: taken, left to be looked at, refused. */
  readonly taken: number;
  readonly doubtful: number;
  readonly refused: number;
};

const CASES: readonly Case[] = [
  {
    file: "01-titles-sections-totals.csv",
    people: 6,
    taken: 5,
    doubtful: 0,
    refused: 1,
  },
  {
    file: "02-cp1251.csv",
    encoding: "windows-1251",
    people: 4,
    taken: 3,
    doubtful: 1,
    refused: 0,
  },
  { file: "03-pasted-range.tsv", people: 5, taken: 3, doubtful: 2, refused: 0 },
  {
    file: "04-quoted-newlines.csv",
    people: 3,
    taken: 3,
    doubtful: 0,
    refused: 0,
  },
  { file: "05-split-names.csv", people: 7, taken: 6, doubtful: 1, refused: 0 },
  {
    file: "06-mixed-dates.csv",
    into: "mentees",
    people: 10,
    taken: 10,
    doubtful: 0,
    refused: 0,
  },
  {
    file: "07-hostile.csv",
    into: "mentors",
    people: 7,
    taken: 4,
    doubtful: 3,
    refused: 0,
  },
  { file: "08-pipes-ragged.txt", people: 5, taken: 4, doubtful: 1, refused: 0 },
  { file: "09-stray-quotes.csv", people: 4, taken: 4, doubtful: 0, refused: 0 },
  {
    file: "10-two-row-header.csv",
    people: 6,
    taken: 5,
    doubtful: 1,
    refused: 0,
  },
  {
    file: "11-utf16-excel.txt",
    encoding: "utf-16le",
    people: 3,
    taken: 3,
    doubtful: 0,
    refused: 0,
  },
  { file: "12-sep-line-bom.csv", people: 5, taken: 3, doubtful: 2, refused: 0 },
  {
    file: "13-kindergarten-groups.csv",
    people: 4,
    taken: 4,
    doubtful: 0,
    refused: 0,
  },
  {
    file: "14-merged-two-row-header.json",
    people: 5,
    taken: 5,
    doubtful: 0,
    refused: 0,
  },
  {
    file: "15-pages-and-signatures.csv",
    people: 5,
    taken: 4,
    doubtful: 1,
    refused: 0,
  },
  {
    file: "16-phones-and-mail.csv",
    people: 6,
    taken: 4,
    doubtful: 2,
    refused: 0,
  },
  {
    file: "17-empty-columns-both-roles.tsv",
    people: 5,
    taken: 2,
    doubtful: 1,
    refused: 2,
  },
  {
    file: "../people-school.csv",
    people: 43,
    taken: 42,
    doubtful: 1,
    refused: 0,
  },
];

const LOOK = "Проверить, не записываются";

function textOf({ file, encoding = "utf-8" }: Case): string {
  const bytes = readFileSync(`test/fixtures/import/${file}`);
  return new TextDecoder(encoding).decode(bytes);
}

function inputOf(one: Case): JsonObject {
  return { file: textOf(one), into: one.into ?? "auto" };
}

/** The list as rows, merged cells spread. */
function gridOf(one: Case): readonly (readonly string[])[] {
  const text = textOf(one);
  if (!one.file.endsWith(".json")) {
    return readDelimited(text).rows;
  }
  const { rows, merges } = JSON.parse(text);
  return spreadMerges(rows, merges);
}

/** Rows of the preview by what becomes of them: title → sorted source rows. */
function fates(seen: Preview): Record<string, number[]> {
  return Object.fromEntries(
    seen.details.map(({ title = "", rows = [] }) => [
      title,
      rows.map(([row]) => Number(row)),
    ]),
  );
}

function bank(world: MemoryWorld): unknown[][] {
  return [...cells(world, "Наставляемые"), ...cells(world, "Наставники")];
}

function rewritten(rows: readonly (readonly string[])[], delimiter: string) {
  return rows
    .map((row) =>
      row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(delimiter),
    )
    .join("\r\n");
}

const start = worldAfter(SETUP_STEP);
const freshWorld = () => structuredClone(start);

describe.each(CASES)("$file", (one) => {
  const seen = preview(freshWorld(), "import", inputOf(one));
  const fate = fates(seen);
  const count = (title: string) => fate[title]?.length ?? 0;

  test("every row is accounted for once, every person among them", () => {
    const rows = Object.values(fate).flat();

    expect([...rows].sort((a, b) => a - b)).toStrictEqual(
      gridOf(one).map((_, index) => index + 1),
    );
    expect({
      taken: count("Добавить"),
      doubtful: count(LOOK),
      refused: count("Не записываются"),
    }).toStrictEqual({
      taken: one.taken,
      doubtful: one.doubtful,
      refused: one.refused,
    });
    expect(one.taken + one.doubtful + one.refused).toBe(one.people);
    expect(count("Обновить")).toBe(0);
  });

  test("written once, again nobody is added, undo leaves nothing", () => {
    const world = freshWorld();
    run(world, "import", inputOf(one));
    expect(bank(world)).toHaveLength(one.taken);

    const again = fates(preview(world, "import", inputOf(one)));
    expect(again["Добавить"] ?? []).toStrictEqual([]);
    // A person under one word is known again, but not surely.
    const found = [...(again["Обновить"] ?? []), ...(again[LOOK] ?? [])];
    expect(found).toStrictEqual(expect.arrayContaining(fate["Добавить"] ?? []));

    run(world, "undo");
    expect(bank(world)).toStrictEqual([]);
  });

  test("comes out the same when what it was taken for is confirmed", () => {
    const answers = (seen.adjust?.fields ?? []).map(({ key, value = "" }) => [
      key,
      value,
    ]);
    const input = { ...inputOf(one), ...Object.fromEntries(answers) };

    expect(fates(preview(freshWorld(), "import", input))).toStrictEqual(fate);
  });

  test.each([";", ",", "\t", "|"])(
    "comes out the same when %s separates it",
    (delimiter) => {
      const text = rewritten(gridOf(one), delimiter);
      const title = one.file.startsWith("14") ? "mentees" : "auto";
      const other = preview(freshWorld(), "import", {
        text: delimiter === "|" ? text : `sep=${delimiter}\n${text}`,
        into: one.into ?? title,
      });

      expect(fates(other)).toStrictEqual(fate);
    },
  );

  test("comes out the same from a tab of the book", () => {
    const world = freshWorld();
    const { sheet = "Лист 1" } = one.file.endsWith(".json")
      ? JSON.parse(textOf(one))
      : {};
    addTab(world, sheet, gridOf(one));
    const other = preview(world, "import", {
      tab: sheet,
      into: one.into ?? "auto",
    });

    expect(fates(other)).toStrictEqual(fate);
  });
});
