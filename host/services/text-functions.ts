/** Google's functions about text, and the engine's own as a locale reads and writes numbers. */
import type { BaseValueObject } from "@univerjs/engine-formula";
import {
  type FormulaSurroundings,
  type FunctionEntry,
  type Item,
  itemOf,
  numberOf,
  objectsOf,
  type Tools,
} from "./function-tools";

const ANY_NUMBER = 255;
const LETTERS = /\p{L}+/gu;

/** Entries for the `function` option of the formula plugin. */
export function textFunctions(
  tools: Tools,
  surroundings: FormulaSurroundings,
): FunctionEntry[] {
  const { error, blockOf, objectOf, define, eachCell, around } = tools;
  const { read, show, isDate } = surroundings;
  const decimal = () => show(0.5, "0.0").charAt(1);

  const textOf = (item: Item): string => {
    if (typeof item === "number") return String(item).replace(".", decimal());
    if (typeof item === "boolean") return item ? "TRUE" : "FALSE";
    return typeof item === "string" ? item : "";
  };
  /** A day is joined as it is shown, another number as it is. */
  const shown = (value: BaseValueObject): string => {
    const pattern = value.getPattern();
    return value.isNumber() && pattern !== "" && isDate(pattern)
      ? show(Number(value.getValue()), pattern)
      : textOf(itemOf(value));
  };
  const asText = (value: BaseValueObject): BaseValueObject =>
    value.isNumber() ? objectOf(shown(value)) : value;
  const numbersAsText = (value: BaseValueObject): BaseValueObject =>
    value.isArray()
      ? blockOf(objectsOf(value).map((row) => row.map(asText)))
      : asText(value);

  function join(
    separator: BaseValueObject,
    parts: readonly BaseValueObject[],
  ): BaseValueObject {
    const cells = parts.flatMap(objectsOf).flat();
    const failed = [separator, ...cells].find((cell) => cell.isError());
    return failed ?? objectOf(cells.map(shown).join(shown(separator)));
  }

  /** Pieces of a text; those that look like numbers are numbers. */
  function pieces(text: string, separator: string, ...flags: boolean[]) {
    const [byEach = true, withoutEmpty = true] = flags;
    const marks = byEach ? [...separator] : [separator];
    const found = marks
      .reduce<string[]>(
        (parts, mark) => parts.flatMap((part) => part.split(mark)),
        [text],
      )
      .filter((part) => !withoutEmpty || part !== "");
    return found.map((part): Item => read(part)?.value ?? part);
  }

  function split(
    text: BaseValueObject,
    separator: BaseValueObject,
    ...flags: readonly BaseValueObject[]
  ): BaseValueObject {
    const mark = textOf(itemOf(separator));
    const choices = flags.map((flag) => Boolean(flag.getValue()));
    if (mark === "") return error("VALUE");
    const rows = objectsOf(text).map((row): readonly Item[] => {
      const [cell = error("VALUE")] = row;
      return cell.isError() ? [cell] : pieces(shown(cell), mark, ...choices);
    });
    const width = Math.max(1, ...rows.map((row) => row.length));
    return blockOf(
      rows.map((row) =>
        Array.from({ length: width }, (_, at) => row[at] ?? null),
      ),
    );
  }

  /** CONCATENATE joins every cell; the sign & calls it too, with two, cell by cell. */
  class Concatenate extends tools.classOf("CONCATENATE") {
    override calculate(...args: BaseValueObject[]) {
      if (args.length !== 2) return join(objectOf(""), args);
      return super.calculate(...args.map(numbersAsText));
    }
  }

  return [
    define("JOIN", [2, ANY_NUMBER], (separator, ...parts) =>
      separator === undefined ? error("NA") : join(separator, parts),
    ),
    define("SPLIT", [2, 4], (text, separator, ...flags) =>
      text === undefined || separator === undefined
        ? error("NA")
        : split(text, separator, ...flags),
    ),
    define("TO_TEXT", [1, 1], (value = error("NA")) =>
      blockOf(
        objectsOf(value).map((row) =>
          row.map((cell) => {
            if (cell.isError()) return cell;
            const pattern = cell.getPattern();
            return cell.isNumber() && pattern !== ""
              ? show(Number(cell.getValue()), pattern)
              : shown(cell);
          }),
        ),
      ),
    ),
    eachCell("PROPER", [1, 1], (item = null) =>
      textOf(item)
        .toLowerCase()
        .replace(
          LETTERS,
          (word) => word.charAt(0).toUpperCase() + word.slice(1),
        ),
    ),
    eachCell("TEXT", [2, 2], (item = null, pattern = null) => {
      const value =
        typeof item === "boolean" ? null : numberOf(item, surroundings);
      return value === null
        ? textOf(item)
        : show(value, withPoint(textOf(pattern), decimal()));
    }),
    around("VALUE", { args: (args) => args.map(readText) }),
    eachCell("DATEVALUE", [1, 1], (item = null) => {
      if (typeof item === "number") return Math.floor(item);
      const found = read(textOf(item));
      return found?.pattern && isDate(found.pattern)
        ? Math.floor(found.value)
        : error("VALUE");
    }),
    around("TEXTJOIN", {
      args: ([separator, skip, ...parts]) =>
        [separator, skip, ...parts.map(numbersAsText)].filter(
          (value) => value !== undefined,
        ),
    }),
    [Concatenate, "CONCATENATE"],
  ];

  /** A number written as the locale does, as the engine reads it. */
  function readText(value: BaseValueObject): BaseValueObject {
    const found = value.isString() ? read(String(value.getValue())) : null;
    return found === null ? value : objectOf(String(found.value));
  }
}

/** A number format with the locale's decimal comma and blanks, as the engine writes it. */
function withPoint(pattern: string, decimal: string): string {
  if (decimal !== "," || pattern.includes(".") || /#,##0/.test(pattern)) {
    return pattern;
  }
  // A blank between digits parts thousands, as the comma does in English.
  return pattern
    .replace(/([0#]),(?=[0#])/g, "$1.")
    .replace(/#[ \u00a0\u202f](?=#[#0]{2})/g, "#,");
}
