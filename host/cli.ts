/** The command line of the local host: `npm run host -- <command>`. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AddOnError } from "./add-on";
import { type Arguments, readArguments, USAGE } from "./cli/arguments";
import { type ClientOptions, openClient } from "./cli/client";
import { COMMANDS, type Command, checkWords } from "./cli/commands";
import { CommandError, UsageError } from "./cli/failure";
import { makeOutput, type Output } from "./cli/output";

const FAILED = 1;
const WRONG_USAGE = 2;

process.exitCode = await main(process.argv.slice(2));

/** @returns The exit code: 0 done, 1 refused or failed, 2 written wrongly. */
async function main(argv: readonly string[]): Promise<number> {
  const output = makeOutput(argv.includes("--json"));
  try {
    await dispatch(readArguments(argv), output);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      output.complain(`${error.message}\n\n${USAGE}`);
      return WRONG_USAGE;
    }
    output.complain(sentenceOf(error));
    return FAILED;
  }
}

async function dispatch(args: Arguments, output: Output): Promise<void> {
  const [name] = args.words;
  if (args.help) {
    output.say(USAGE);
    return;
  }
  if (name === "serve") {
    // The engine takes a second to load; other commands may not need it.
    const { serve } = await import("./cli/serve");
    await serve(args, output, projectRoot());
    return;
  }
  const command = COMMANDS.get(name ?? "");
  if (command === undefined) {
    throw new UsageError(
      name === undefined ? "Не указана команда." : `Нет команды «${name}».`,
    );
  }
  checkWords(command, args);
  await runCommand(command, args, output);
}

async function runCommand(
  command: Command,
  args: Arguments,
  output: Output,
): Promise<void> {
  const options: ClientOptions = {
    workspace: args.workspace,
    distDir: join(projectRoot(), "dist"),
    ...(args.now === null ? {} : { now: args.now }),
  };
  const client = await openClient(options);
  try {
    await command.run({ args, client, output });
  } finally {
    await client.close();
  }
}

/** Expected failures are one sentence; a defect shows where it happened. */
function sentenceOf(error: unknown): string {
  if (error instanceof CommandError || error instanceof AddOnError) {
    return error.message;
  }
  if (error instanceof Error && error.name === "AnswersRefused") {
    return error.message;
  }
  return error instanceof Error
    ? (error.stack ?? error.message)
    : String(error);
}

/** The nearest folder above this program that holds package.json. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new CommandError("Не найдена папка проекта с package.json.");
    }
    folder = parent;
  }
  return folder;
}
