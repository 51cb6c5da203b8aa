/** The `serve` command: opens the workspace and serves its page until it is stopped. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { openHost } from "../host";
import { makePractice } from "../practice";
import { startServer } from "../server";
import { openBrowser } from "../server/listen";
import { pdfMaker } from "../services/export-pdf";
import { hasWorkspace } from "../storage/formats";
import type { Host } from "../types";
import type { Arguments } from "./arguments";
import { type Client, reachServer } from "./client";
import { CommandError } from "./failure";
import { type Lock, type LockFile, takeLock } from "./lock";
import type { Output } from "./output";

/** The page starts with the add-on's panel open: a newcomer sees where to begin. */
const WITH_PANEL = "open=openPanel";

/**
 * Garbage may grow to half of what lives before it is looked for. V8's own
 * measure is up to three times as much: computing over a big tab leaves arrays
 * of all its cells, so that a book of 90 MB had a process of 300 to 650.
 */
const GARBAGE = "--heap-growing-percent=50";

/** How long a process that was told to stop may take to do so; chosen. */
const ENDING_MS = 3_000;

/**
 * Resolves when the person stops it (Ctrl+C) or the system does.
 *
 * @param root - The project's folder, with dist/ in it.
 * @throws CommandError when another process has the workspace.
 */
export async function serve(
  args: Arguments,
  output: Output,
  root: string,
): Promise<void> {
  const taken = await takeSoon(args, output);
  if (taken === null) return;
  try {
    await serveLocked(args, output, root, taken);
  } finally {
    taken.release();
  }
}

async function serveLocked(
  args: Arguments,
  output: Output,
  root: string,
  lock: Lock,
): Promise<void> {
  setFlagsFromString(GARBAGE);
  const isFresh = !hasWorkspace(args.workspace);
  const stopped = stopAsked();
  const host = await openHost({
    workspace: args.workspace,
    distDir: join(root, "dist"),
    empty: args.empty,
    ...(args.now === null ? {} : { now: args.now }),
    ...(args.user === null ? {} : { user: args.user }),
    addOn: args.addOn,
  });
  const makePdf = pdfMaker();
  const server = await startServer(host, {
    locale: () => host.workspace.book.facts().locale,
    exchange: host.exchange,
    ...(args.port === null ? {} : { port: args.port }),
    ...(makePdf === undefined ? {} : { makePdf }),
  });
  host.setOrigin(server.origin);
  if (args.empty && !isFresh) {
    output.say(
      `Открыта пустая книга. Прежняя отложена в папку backup-… внутри «${args.workspace}».`,
    );
  }
  try {
    if (isFresh && !args.empty) await practise(host, output, root);
    host.instruments.set(args.instruments);
    lock.announce(server.port, server.token);
    host.clock.tickByItself();
    const url = `${server.url}&${WITH_PANEL}`;
    output.say(`Наставник открыт: ${url}`);
    output.say("Остановить: Ctrl+C");
    output.give({ url, port: server.port });
    server.warmUp();
    if (args.open) openBrowser(url);
    await stopped;
  } finally {
    await server.close();
    await host.close();
  }
}

/** A book without practice data is still a book: it is served all the same. */
async function practise(
  host: Host,
  output: Output,
  root: string,
): Promise<void> {
  output.say("Готовим учебную книгу на вымышленных данных…");
  try {
    await makePractice(host, root);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.complain(`Учебная книга готова не до конца. ${reason}`);
  }
}

/**
 * The lock of the workspace. Null when another process serves it, which is
 * shown; one that is just ending is waited for.
 */
async function takeSoon(args: Arguments, output: Output): Promise<Lock | null> {
  const deadline = Date.now() + ENDING_MS;
  for (;;) {
    const taken = takeLock(args.workspace);
    if ("lock" in taken) return taken.lock;
    const { holder } = taken;
    const client = await reachServer(holder);
    if (client !== null) {
      await showRunning(holder, client, args, output);
      return null;
    }
    if (Date.now() > deadline) {
      throw new CommandError(
        `Рабочую папку занял другой процесс (${holder.pid}). Дождитесь его или завершите.`,
      );
    }
    await pause(100);
  }
}

async function showRunning(
  holder: LockFile,
  client: Client,
  args: Arguments,
  output: Output,
): Promise<void> {
  if (Object.keys(args.instruments).length > 0) {
    await client.instrument(args.instruments);
  }
  const url = `http://127.0.0.1:${holder.port}/?token=${holder.token}&${WITH_PANEL}`;
  output.say(`Наставник уже открыт: ${url}`);
  output.give({ url, port: holder.port });
  if (args.open) openBrowser(url);
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => resolve());
    }
  });
}
