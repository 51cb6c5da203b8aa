/** LibreOffice is found, given a time limit, and its absence explained. */
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { exportPdf, pdfMaker } from "../services/export-pdf";
import { convert, findLibreOffice } from "./libreoffice";

/** A program of this name that runs a shell script. */
function program(script: string): { folder: string; path: string } {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  const path = join(folder, "soffice");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return { folder, path };
}

test("the PATH is searched first, SOFFICE overrules it", () => {
  const { folder, path } = program("exit 0");

  expect(findLibreOffice({ PATH: ["/nowhere", folder].join(delimiter) })).toBe(
    path,
  );
  expect(findLibreOffice({ PATH: "", SOFFICE: path })).toBe(path);
  expect(findLibreOffice({ PATH: folder, SOFFICE: "" })).toBeNull();
  expect(findLibreOffice({ PATH: folder, SOFFICE: "/nowhere" })).toBeNull();
});

test("a machine without it gets a Russian sentence and no PDF", async () => {
  vi.stubEnv("SOFFICE", "");

  expect(pdfMaker()).toBeUndefined();
  expect(await exportPdf(new Uint8Array(), "docx")).toStrictEqual({
    bytes: null,
    message:
      "На этом компьютере нет LibreOffice: установите его или скачайте файл .docx.",
  });
  vi.unstubAllEnvs();
});

test("a program that hangs is stopped with everything it started", async () => {
  const { folder, path } = program(
    `(sleep 3; touch "$(dirname "$0")/late") & sleep 3`,
  );

  const slow = convert(
    new Uint8Array(),
    { from: "docx", to: "pdf", timeLimitMs: 200 },
    path,
  );

  await expect(slow).rejects.toThrow("LibreOffice не ответил");
  await pause(3_500);
  expect(existsSync(join(folder, "late"))).toBe(false);
}, 10_000);

test("no output is an error, and the next conversion still runs", async () => {
  const failing = program("exit 1");
  // The last argument is the input file; --outdir stands before it.
  const working = program(
    `while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp "$3" "$2/input.pdf"`,
  );
  const bytes = Uint8Array.from([1, 2, 3]);
  const wanted = { from: "docx", to: "pdf" };

  const first = convert(bytes, wanted, failing.path);
  const second = convert(bytes, wanted, working.path);

  await expect(first).rejects.toThrow("не смог сделать файл .pdf");
  expect(Uint8Array.from(await second)).toStrictEqual(bytes);
});
