/** Which functions of a formula the engine does not know, for the execution journal. */
import type { Book } from "./book";
import { univerModules } from "./univer";

/** Quoted text or tab title, a name that is called, a name that is not. */
const NAMES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_][\p{L}\p{N}_.]*)(\s*\()?/gu;

/**
 * @param formulas - In the engine's dialect.
 * @returns Names in capitals, each once; names that LET or LAMBDA gives are
 *   no functions.
 */
export function unknownFunctions(
  book: Book,
  formulas: Iterable<string>,
): readonly string[] {
  const functions = book.engine.injector.get(
    univerModules.formula.IFunctionService,
  );
  const unknown = new Set<string>();
  for (const formula of formulas) {
    const called = new Set<string>();
    const given = new Set<string>();
    for (const [, name, bracket] of formula.matchAll(NAMES)) {
      if (name === undefined) continue;
      (bracket === undefined ? given : called).add(name.toUpperCase());
    }
    for (const name of called) {
      if (!given.has(name) && !functions.hasExecutor(name)) unknown.add(name);
    }
  }
  return [...unknown];
}
