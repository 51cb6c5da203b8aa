/** A read file whose tabs get other titles, with everything that names them. */
import { shiftFormula } from "../services/shift-references";
import type { FileBook, FileTab } from "./file-book";

type Renamed = ReadonlyMap<string, string>;

/** A formula whose references follow tabs that got another title. */
export function retitled(
  formula: string,
  ownTitle: string,
  renamed: Renamed,
): string {
  let result = formula;
  for (const [title, to] of renamed) {
    result = shiftFormula(result, ownTitle, { kind: "rename", title, to });
  }
  return result;
}

/** Values of a rule that are formulas follow, others stay. */
export function retitledRule<Rule extends object>(
  rule: Rule,
  ownTitle: string,
  renamed: Renamed,
): Rule {
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => [
      key,
      typeof value === "string" && value.startsWith("=")
        ? retitled(value, ownTitle, renamed)
        : value,
    ]),
  ) as Rule;
}

/** @param renamed - Title → other title; the others stay. */
export function retitledBook(book: FileBook, renamed: Renamed): FileBook {
  const titleOf = (title: string) => renamed.get(title) ?? title;
  return {
    ...book,
    names: book.names.map((name) => ({
      ...name,
      formula: retitled(name.formula, "", renamed),
      tab: name.tab === null ? null : titleOf(name.tab),
    })),
    tabs: book.tabs.map(
      (tab): FileTab => ({
        ...tab,
        title: titleOf(tab.title),
        cells: tab.cells.map((cell) =>
          cell.formula === undefined
            ? cell
            : { ...cell, formula: retitled(cell.formula, "", renamed) },
        ),
        validations: tab.validations.map((rule) => ({
          ...rule,
          body: retitledRule(rule.body, "", renamed),
        })),
        conditionals: tab.conditionals.map((one) => ({
          ...one,
          rule: retitledRule(one.rule, "", renamed),
        })),
      }),
    ),
  };
}
