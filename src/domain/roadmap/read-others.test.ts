/** Invented roadmaps of other shapes, labelled before they were read: every row, every field. */

// biome-ignore lint/style/noRestrictedImports: the documents lie in test/fixtures
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readRoadmap } from "./read-roadmap";
import { NO_TEXTS } from "./stage-rows";

const FOLDER = new URL(
  "../../../test/fixtures/roadmap/others/",
  import.meta.url,
);

const textOf = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");

test.each([
  "01-region",
  "02-kindergarten",
  "03-college",
  "04-pupils",
  "05-months",
  "06-start-end",
  "07-cut",
  "08-pdf",
  "09-list",
  "10-lines",
  "11-school",
  "12-stage-column",
  "13-month-column",
  "14-student-pupil",
  "15-two-headers",
  "16-csv",
  "17-cut-both",
  "18-district-pdf",
  "19-kindergarten-stages",
  "20-html-merged",
  "21-outline",
  "22-blocks",
  "23-month-bullets",
  "24-pdf-pages",
  "25-no-header",
  "26-word",
  "27-annex-stages",
  "28-groups",
  "29-results-first",
  "30-place-and-form",
  "31-site-html",
  "32-bullets-labels",
  "33-quoted-cells",
  "34-district-dates",
])("reads %s as a person does", (name) => {
  const label = JSON.parse(textOf(`${name}.json`)) as {
    readonly title?: string;
    readonly rows: readonly Record<string, string>[];
  };

  const { stages, title } = readRoadmap(textOf(`${name}.txt`));

  expect(
    stages.map(({ sourceLine: _, ...texts }, index) =>
      plain({
        ...texts,
        number: label.rows[index]?.["number"] ? texts.number : "",
      }),
    ),
  ).toStrictEqual(
    label.rows.map((row) =>
      plain({ ...NO_TEXTS, section: "", number: "", ...row }),
    ),
  );
  expect(title).toBe(label.title ?? "");
});

/** Breaks of lines are layout. */
function plain(row: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(row).map(([key, text]) => [key, text.replace(/\s+/g, " ")]),
  );
}
