/** The workspace folder. */
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStorage, type Storage } from "./storage";

const newFolder = (): string => mkdtempSync(join(tmpdir(), "storage-"));

/** A document that counts its changes, as the book does. */
function counter(storage: Storage): {
  readonly get: () => number;
  readonly add: (step: number) => void;
} {
  const stored = storage.changing<number, number>("counter", 0);
  let value = stored.changes.reduce((sum, step) => sum + step, stored.base);
  stored.follow(() => value);
  return {
    get: () => value,
    add(step) {
      value += step;
      stored.append(step);
    },
  };
}

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

test.each(["left", "closed"])(
  "changes come back from a folder that was %s",
  (end) => {
    const folder = newFolder();
    const storage = openStorage(folder);
    const before = counter(storage);
    for (let step = 1; step <= 20; step++) {
      before.add(step);
      storage.document("long", "").set("я".repeat(20_000 + step));
      storage.flush();
    }
    if (end === "closed") storage.close();
    const again = openStorage(folder);

    expect(counter(again).get()).toBe(210);
    expect(again.document("long", "").get()).toHaveLength(20_020);
    expect(readdirSync(folder)).toHaveLength(end === "closed" ? 1 : 2);
  },
);

test("a journal cut off at any byte gives one of the saves, whole", () => {
  const folder = newFolder();
  const storage = openStorage(folder);
  const value = counter(storage);
  const note = storage.document("note", 0);
  storage.flush();
  for (let step = 1; step <= 3; step++) {
    value.add(1);
    note.set(step);
    storage.flush();
  }
  const path = join(folder, "journal-1.jsonl");
  const whole = readFileSync(path);
  const seen = new Set<number>();
  for (let length = whole.length; length >= 0; length--) {
    writeFileSync(path, whole);
    truncateSync(path, length);
    const opened = openStorage(folder);
    const read = counter(opened).get();
    expect(opened.document("note", 0).get()).toBe(read);
    seen.add(read);
  }

  expect([...seen]).toStrictEqual([3, 2, 1, 0]);
});

test("goes on after a line that was cut off", () => {
  const folder = newFolder();
  const first = openStorage(folder);
  counter(first).add(1);
  first.flush();
  const second = openStorage(folder);
  counter(second).add(1);
  second.flush();
  const path = join(folder, "journal-1.jsonl");
  writeFileSync(path, `${readFileSync(path, "utf8")}{"documents":{"no`);
  const third = openStorage(folder);
  counter(third).add(1);
  third.flush();

  expect(counter(openStorage(folder)).get()).toBe(3);
});

test("a journal damaged in the middle is named, not shortened", () => {
  const folder = newFolder();
  const storage = openStorage(folder);
  const value = counter(storage);
  for (let step = 1; step <= 3; step++) {
    storage.flush();
    value.add(1);
  }
  storage.flush();
  const path = join(folder, "journal-1.jsonl");
  const before = readFileSync(path, "utf8");
  writeFileSync(path, before.replace('"changes"', '"chan'));

  expect(() => openStorage(folder)).toThrow(/journal-1\.jsonl.*строке 1/);
});

test("documents of the first format are taken over after a backup", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "book.json"), '{"id":"1"}');
  writeFileSync(join(folder, "mail.json"), '{"letters":[]}');
  const storage = openStorage(folder);
  const names = readdirSync(folder);
  const backup = names.find((name) => name.startsWith("backup-")) ?? "";

  expect(storage.document("book", null).get()).toStrictEqual({ id: "1" });
  expect(names.sort()).toStrictEqual([backup, "workspace.json"].sort());
  expect(readdirSync(join(folder, backup))).toStrictEqual([
    "book.json",
    "mail.json",
  ]);
});

test("the second format is taken over after a backup, its journal too", () => {
  const folder = newFolder();
  const state = '{"format":2,"generation":4,"documents":{"a":{"x":1}}}';
  const line = '{"documents":{"b":{"y":2}},"changes":{}}\n';
  writeFileSync(join(folder, "workspace.json"), state);
  writeFileSync(join(folder, "journal-4.jsonl"), line);
  const storage = openStorage(folder);
  const backup =
    readdirSync(folder).find((name) => name.startsWith("backup-")) ?? "";

  expect(storage.document("a", null).get()).toStrictEqual({ x: 1 });
  expect(storage.document("b", null).get()).toStrictEqual({ y: 2 });
  expect(readFileSync(join(folder, "workspace.json"), "utf8")).toBe(
    state.replace('"format":2', '"format":3'),
  );
  expect(readFileSync(join(folder, backup, "workspace.json"), "utf8")).toBe(
    state,
  );
});

test("a workspace of a newer version is refused and left alone", () => {
  const folder = newFolder();
  const text = '{"format":99,"generation":5,"documents":{}}';
  writeFileSync(join(folder, "workspace.json"), text);

  expect(() => openStorage(folder)).toThrow(/более новой версией/);
  expect(readFileSync(join(folder, "workspace.json"), "utf8")).toBe(text);
});

test.each(["book.json", "workspace.json"])(
  "a damaged %s is named, not swallowed",
  (name) => {
    const folder = newFolder();
    writeFileSync(join(folder, name), "{");

    expect(() => openStorage(folder)).toThrow(name);
  },
);

test("an empty start puts the old workspace aside and leaves all else", () => {
  const folder = newFolder();
  const storage = openStorage(folder);
  storage.document("book", {}).set({ a: 1 });
  storage.putFile("files/a.docx", Uint8Array.of(1));
  storage.flush();
  writeFileSync(join(folder, "заметки.txt"), "моё");
  const empty = openStorage(folder, true);
  const names = readdirSync(folder).sort();

  expect(empty.document("book", null).get()).toBe(null);
  expect(names).toStrictEqual([
    expect.stringMatching(/^backup-/),
    "заметки.txt",
  ]);
  expect(readdirSync(join(folder, names[0] ?? "")).sort()).toStrictEqual([
    "files",
    "workspace.json",
  ]);
});

test("a path out of the folder is refused", () => {
  expect(() =>
    openStorage(newFolder()).putFile("../x", Uint8Array.of(1)),
  ).toThrow("outside");
});

test.each(["disk", "memory"])("files and lines come back from %s", (kind) => {
  const storage = openStorage(kind === "disk" ? newFolder() : null);
  storage.putFile("files/a.bin", Uint8Array.of(1, 2));
  storage.putFile("files/b.bin", Uint8Array.of(3));
  storage.deleteFile("files/b.bin");
  storage.appendLine("log.jsonl", "a");
  storage.appendLine("log.jsonl", "б");
  storage.flush();

  expect([...(storage.getFile("files/a.bin") ?? [])]).toStrictEqual([1, 2]);
  expect(storage.lines("log.jsonl")).toStrictEqual(["a", "б"]);
  expect(storage.getFile("files/b.bin")).toBe(null);
});
