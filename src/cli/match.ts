/** The command `match`: a pairing instance in, an optimal pairing out, both as JSON. */
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type {
  PairingInstance,
  PairingResult,
} from "../domain/matching/pairing";
import { solve } from "../domain/matching/solve";

const USAGE =
  "Укажите один файл с задачей: npm run --silent match -- задача.json (вместо имени «-», чтобы читать со стандартного ввода).";

/** What the user can mend; the message is Russian. */
class InputError extends Error {}

const result = await answer(process.argv.slice(2));
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exitCode = result.status === "error" ? 1 : 0;

async function answer(args: readonly string[]): Promise<PairingResult> {
  try {
    const [path] = args;
    if (path === undefined || args.length > 1) {
      throw new InputError(USAGE);
    }
    // Solve checks everything it is given before it relies on it.
    return solve(parse(await read(path)) as PairingInstance);
  } catch (error) {
    const message =
      error instanceof InputError
        ? error.message
        : `Ошибка программы, ответа нет: ${String(error)}`;
    return { status: "error", message };
  }
}

async function read(path: string): Promise<Buffer> {
  if (path === "-") {
    return buffer(process.stdin);
  }
  try {
    return await readFile(path);
  } catch (error) {
    const isMissing =
      error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new InputError(
      isMissing
        ? `Нет файла «${path}».`
        : `Файл «${path}» не прочитать: ${String(error)}`,
      { cause: error },
    );
  }
}

/** UTF-8, with or without a byte order mark. */
function parse(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError("Задача не в кодировке UTF-8: сохраните файл в ней.", {
      cause: error,
    });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `Задача не читается как JSON: проверьте скобки, кавычки и запятые (${String(error)}).`,
      { cause: error },
    );
  }
}
