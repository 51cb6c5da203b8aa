/** Functions of other programs that the engine does not have. */
import type { Book } from "../services/book";
import { univerModules } from "../services/univer";

/** Text in quotes, or a name before a bracket. */
const CALL = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_][\p{L}\p{N}_.]*)\(/gu;
/** Words of the engine's grammar that look like functions. */
const GRAMMAR: ReadonlySet<string> = new Set(["LAMBDA", "LET"]);

/** Names of the functions in a formula that the engine lacks, in capitals. */
export function unknownIn(book: Book, formula: string): string[] {
  const service = book.engine.injector.get(
    univerModules.formula.IFunctionService,
  );
  return [...formula.matchAll(CALL)].flatMap(([, name]) => {
    const upper = name?.toUpperCase();
    return upper === undefined ||
      GRAMMAR.has(upper) ||
      service.hasExecutor(upper)
      ? []
      : [upper];
  });
}
