/** Plans what each row of a list of people does to a bank. */
import { decide, personFinder } from "./decide-row";
import type {
  ImportBank,
  ImportPlan,
  ImportProblem,
  ImportResult,
  SourceLine,
} from "./import-plan";
import { readLine, rowContext } from "./read-person";

/**
 * Decides for every row whether it adds a person, updates one of the bank, is
 * doubtful (somebody has to look), refused, or names nobody. The same person
 * is found through ё/е, case, spaces, order of the names and contacts, in the
 * bank and among the earlier rows. A bad cell costs only itself.
 *
 * @param lines - Rows below the header; ragged rows are fine.
 * @returns One result per row, in order. Pure; never throws on any text.
 */
export function planLines(
  lines: readonly SourceLine[],
  bank: ImportBank,
): ImportPlan {
  const context = rowContext(bank);
  const problems: ImportProblem[] = [];
  const people = lines.map((line) => readLine(line, bank, context));
  const finder = personFinder(bank, people);
  const results = people.map((person): ImportResult => {
    if (person.skip !== null) {
      return {
        sourceRow: person.sourceRow,
        action: "skip",
        values: {},
        reason: person.skip,
      };
    }
    const decision = decide(person, bank, finder);
    if (decision.action !== "refused") {
      problems.push(...person.problems);
    }
    return { sourceRow: person.sourceRow, values: person.values, ...decision };
  });
  return { results, problems };
}
