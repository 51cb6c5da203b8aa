/** The lock file of a workspace: which process has it open, and where it serves. */
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** Contents of host.lock.json. */
export type LockFile = {
  readonly pid: number;
  /** When the process was started, where the system tells: a pid is used again. */
  readonly started?: string;
  /** Absent while the process only runs one command. */
  readonly port?: number;
  readonly token?: string;
};

export type Lock = {
  /** Tells other processes where this one serves. */
  readonly announce: (port: number, token: string) => void;
  readonly release: () => void;
};

const NAME = "host.lock.json";

/**
 * Takes the workspace for this process.
 *
 * @returns The lock, or who holds it now. A lock left by a process that is
 *   gone is taken over.
 */
export function takeLock(
  workspace: string,
): { readonly lock: Lock } | { readonly holder: LockFile } {
  mkdirSync(workspace, { recursive: true });
  const path = join(workspace, NAME);
  for (;;) {
    if (tryCreate(path)) return { lock: lockAt(path) };
    const holder = readLock(path);
    if (holder !== null && isAlive(holder)) return { holder };
    removeStale(path);
  }
}

/** False when the file is there already. */
function tryCreate(path: string): boolean {
  const mine: LockFile = self();
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function lockAt(path: string): Lock {
  return {
    announce(port, token) {
      const mine: LockFile = { ...self(), port, token };
      writeFileSync(`${path}.new`, JSON.stringify(mine), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    release() {
      if (readLock(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

/** Null when there is no file or it was cut off. */
function readLock(path: string): LockFile | null {
  try {
    const lock = JSON.parse(readFileSync(path, "utf8")) as LockFile | null;
    return typeof lock?.pid === "number" ? lock : null;
  } catch {
    return null;
  }
}

/** Of two processes that find the same stale file only one gets to rename it. */
function removeStale(path: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function self(): LockFile {
  const started = processFacts(process.pid)?.started;
  return { pid: process.pid, ...(started === undefined ? {} : { started }) };
}

function isAlive({ pid, started }: LockFile): boolean {
  const facts = processFacts(pid);
  if (facts !== null) {
    const isSame = started === undefined || started === facts.started;
    return isSame && !facts.isOver;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * What Linux tells of a process; null elsewhere, and when there is none.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function processFacts(
  pid: number,
): { readonly started: string; readonly isOver: boolean } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields 3 and on; the name before them may hold spaces and brackets.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state = ""] = fields;
    // Killed, but nobody asked yet how it ended.
    return { started: fields[19] ?? "", isOver: /[ZX]/i.test(state) };
  } catch {
    return null;
  }
}
