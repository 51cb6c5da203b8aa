/** Workspaces of older and newer versions, and the backups made before anything is replaced. */
import { existsSync, readdirSync } from "node:fs";
import type { Files } from "./files";
import { FORMAT, STATE } from "./journal";

/** Documents of format 1 lay in a file each. */
const FORMAT_1 = /^(book|drive|forms|mail|properties|triggers)\.json$/;
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
    refuseNewer(files);
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

function refuseNewer(files: Files): void {
  const { format } = readJson(files, STATE) as { readonly format?: number };
  if (typeof format === "number" && format > FORMAT) {
    throw new Error(
      `Рабочая папка записана более новой версией (формат ${format}, здесь ${FORMAT}). Обновите Наставник или укажите другую папку: --workspace.`,
    );
  }
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
