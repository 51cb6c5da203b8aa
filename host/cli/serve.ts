/** The `serve` command: opens the workspace and serves its page until it is stopped. */
import { join } from "node:path";
import { openHost } from "../host";
import { makePractice } from "../practice";
import { startServer } from "../server";
import { openBrowser } from "../server/listen";
import { pdfMaker } from "../services/export-pdf";
import { hasWorkspace } from "../storage/formats";
import type { Host } from "../types";
import type { Arguments } from "./arguments";
import { reachServer } from "./client";
import { CommandError } from "./failure";
import { type Lock, type LockFile, takeLock } from "./lock";
import type { Output } from "./output";

/** The page starts with the add-on's panel open: a newcomer sees where to begin. */
const WITH_PANEL = "open=openPanel";

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
  const taken = takeLock(args.workspace);
  if ("holder" in taken) {
    await showRunning(taken.holder, args, output);
    return;
  }
  try {
    await serveLocked(args, output, root, taken.lock);
  } finally {
    taken.lock.release();
  }
}

async function serveLocked(
  args: Arguments,
  output: Output,
  root: string,
  lock: Lock,
): Promise<void> {
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

async function showRunning(
  holder: LockFile,
  args: Arguments,
  output: Output,
): Promise<void> {
  const client = await reachServer(holder);
  if (client === null) {
    throw new CommandError(
      `Рабочую папку занял другой процесс (${holder.pid}). Дождитесь его или завершите.`,
    );
  }
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
