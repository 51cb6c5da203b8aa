/** LibreOffice recomputes the exported practice book to the same values the host shows. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenHost, openHost } from "../../host/host";
import { makePractice } from "../../host/practice";
import {
  compareFormulas,
  needsLibreOffice,
  readXlsx,
} from "../support/libreoffice";

let host: OpenHost;
let exported: Uint8Array;

beforeAll(async () => {
  host = await openHost({
    workspace: "",
    persist: false,
    // LibreOffice computes TODAY() by the machine's clock.
    now: new Date().toISOString(),
  });
  await makePractice(host);
  exported = await host.book.exportXlsx();
});

afterAll(() => host.close());

test("every formula cell has the same value in LibreOffice", async (context) => {
  needsLibreOffice(context);
  const { formulas, differences } = await compareFormulas(exported);

  expect(differences).toStrictEqual([]);
  // Indicators, counters, two in each row of the roadmap, «Начало».
  expect(formulas).toBe(12 + 16 + 2 * 17 + 82);
});

test("the exported file holds what the host shows", async () => {
  const shown = (await host.book.grids())["Показатели"] ?? [];
  const file = (await readXlsx(exported))["Показатели"];

  expect(shown.slice(1).map((row) => typeof row[1])).toStrictEqual([
    "number",
    "number",
    "number",
  ]);
  expect(file?.slice(1, 4).map((row) => row.slice(1, 6))).toStrictEqual(
    shown.slice(1, 4).map((row) => row.slice(1, 6)),
  );
});
