/** Workspaces of older and newer versions, and the backups made before anything is replaced. */
import { existsSync, readdirSync } from "node:fs";
import type { Files } from "./files";
import { FORMAT, STATE } from "./journal";

/** Documents of format 1 lay in a file each. */
const FORMAT_1 = /^(book|drive|forms|mail|properties|triggers)\.json$/;
/** How every state begins since format 2. */
const HEAD = /^\{"format":(\d+),/;
const HEAD_BYTES = 64;
/** Everything the host ever writes; what else lies in the folder is the person's. */
const OWN = /^(workspace\.json|journal-\d+\.jsonl|executions\.jsonl|files)$/;

/** Whether a host has ever worked in this folder. */
export function hasWorkspace(folder: string): boolean {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.some((name) => name === STATE || FORMAT_1.test(name));
}

/**
 * Brings an older workspace up to this version, after a backup.
 *
 * @throws Error with a Russian message for a workspace of a newer version.
 */
export function upgrade(files: Files, stamp: string): void {
  const names = files.names();
  if (names.includes(STATE)) {
    const format = formatOf(files);
    if (format > FORMAT) refuse(format);
    if (format < FORMAT) takeOver(files, stamp, format);
    // Left by a kill between the two steps below.
    for (const name of names) if (FORMAT_1.test(name)) files.remove(name);
    return;
  }
  const old = names.filter((name) => FORMAT_1.test(name));
  if (old.length === 0) return;
  const documents = Object.fromEntries(
    old.map((name) => [name.replace(".json", ""), readJson(files, name)]),
  );
  backUp(files, `backup-${stamp}-format-1`, "copy");
  const state = { format: FORMAT, generation: 1, documents };
  files.put(STATE, Buffer.from(JSON.stringify(state)));
  for (const name of old) files.remove(name);
}

/** Puts the whole workspace aside. */
export function putAside(files: Files, stamp: string): void {
  backUp(files, `backup-${stamp}`, "move");
}

function backUp(files: Files, folder: string, how: "copy" | "move"): void {
  const names = files
    .names()
    .filter((name) => OWN.test(name) || FORMAT_1.test(name));
  for (const name of names) {
    if (how === "move") files.rename(name, `${folder}/${name}`);
    else files.copy(name, `${folder}/${name}`);
  }
}

function refuse(format: number): never {
  throw new Error(
    `Рабочая папка записана более новой версией (формат ${format}, здесь ${FORMAT}). Обновите Наставник или укажите другую папку: --workspace.`,
  );
}

/** What an older format holds is read as it is; only the number says that an older version cannot read on. */
function takeOver(files: Files, stamp: string, format: number): void {
  backUp(files, `backup-${stamp}-format-${format}`, "copy");
  const [before = ""] = HEAD.exec(files.start(STATE, HEAD_BYTES)) ?? [];
  const rest = (files.get(STATE) ?? new Uint8Array()).subarray(before.length);
  const head = Buffer.from(`{"format":${FORMAT},`);
  if (before !== "") files.put(STATE, Buffer.concat([head, rest]));
}

/** The whole state, many megabytes, is read only when its beginning does not say. */
function formatOf(files: Files): number {
  const digits = HEAD.exec(files.start(STATE, HEAD_BYTES))?.[1];
  if (digits !== undefined) return Number(digits);
  const { format } = readJson(files, STATE) as { readonly format?: unknown };
  return typeof format === "number" ? format : FORMAT;
}

function readJson(files: Files, name: string): unknown {
  try {
    return JSON.parse(Buffer.from(files.get(name) ?? []).toString("utf8"));
  } catch (cause) {
    throw new Error(
      `Файл ${name} рабочей папки повреждён. Возьмите его из резервной копии или начните с другой папки (--workspace).`,
      { cause },
    );
  }
}
