/** The workspace folder. */
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStorage } from "./storage";

const newFolder = (): string => mkdtempSync(join(tmpdir(), "storage-"));

test("a changed document is there when the folder is opened again", () => {
  const folder = newFolder();
  const storage = openStorage(folder);
  storage.document("outbox", { letters: [] as string[] }).set({
    letters: ["письмо"],
  });
  storage.flush();

  expect(openStorage(folder).document("outbox", null).get()).toStrictEqual({
    letters: ["письмо"],
  });
});

test("an unchanged document makes no file", () => {
  const folder = newFolder();
  const storage = openStorage(folder);
  storage.document("outbox", {});
  storage.flush();

  expect(readdirSync(folder)).toStrictEqual([]);
});

test("a damaged document is named, not swallowed", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "book.json"), "{");

  expect(() => openStorage(folder).document("book", {})).toThrow("book.json");
});

test("an empty start removes the old workspace and nothing else", () => {
  const folder = newFolder();
  const storage = openStorage(folder);
  storage.document("book", {}).set({ a: 1 });
  storage.putFile("files/a.docx", Uint8Array.of(1));
  storage.flush();
  writeFileSync(join(folder, "заметки.txt"), "моё");
  openStorage(folder, true);

  expect(readdirSync(folder)).toStrictEqual(["заметки.txt"]);
});

test("a path out of the folder is refused", () => {
  expect(() =>
    openStorage(newFolder()).putFile("../x", Uint8Array.of(1)),
  ).toThrow("outside");
});

test.each(["disk", "memory"])("files and lines come back from %s", (kind) => {
  const storage = openStorage(kind === "disk" ? newFolder() : null);
  storage.putFile("files/a.bin", Uint8Array.of(1, 2));
  storage.appendLine("log.jsonl", "a");
  storage.appendLine("log.jsonl", "б");

  expect([...(storage.getFile("files/a.bin") ?? [])]).toStrictEqual([1, 2]);
  expect(storage.lines("log.jsonl")).toStrictEqual(["a", "б"]);
  expect(storage.getFile("files/b.bin")).toBe(null);
});
