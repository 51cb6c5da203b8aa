/** Reads the command line. */
import { parseArgs } from "node:util";
import type { Instruments } from "../types";
import { UsageError } from "./failure";
import {
  INSTRUMENT_OPTIONS,
  INSTRUMENT_USAGE,
  readInstruments,
} from "./instrument-options";

export const USAGE = `Наставник: местный запуск надстройки

  serve [--port N] [--empty] [--now МОМЕНТ] [--no-open]   открыть страницу
        [--add-on]                                        правила триггеров опубликованной надстройки
  run ДЕЙСТВИЕ [--input JSON] [--preview] [--to ФАЙЛ]     выполнить действие; --to – файл ключа «код – имя»
  import ФАЙЛ [--into mentees|mentors|auto] [--sheet ЛИСТ] [--preview] [--to ФАЙЛ]
                                                          загрузить людей из .xlsx, .ods или .csv
  tables                                                  список таблиц
  table ТАБЛИЦА                                           строки таблицы
  form list                                               список форм
  form answer ФОРМА [--answers JSON] [--url ССЫЛКА]       ответить на форму
  export book|ДОКУМЕНТ --to ФАЙЛ                          сохранить .xlsx, .docx или .pdf
  export tab ВКЛАДКА --to ФАЙЛ                            сохранить вкладку как .csv
  export all --to ФАЙЛ                                    книга, документы, ответы и почта одним .zip
  import-book ФАЙЛ [--as book|tabs] [--formulas keep|values] [--yes]
                                                          книга из .xlsx, .ods или .csv
  meter [--last N]                                        последние выполнения и вызовы служб
  triggers list | triggers run ТРИГГЕР                    список триггеров, выполнить сейчас
  clock show | advance 1d | set МОМЕНТ | real             часы рабочей папки: 30m, 2h, 1d, 1w

Для каждой команды: --workspace ПАПКА (по умолчанию workspace), --json, --user ПОЧТА,
--now МОМЕНТ (например 2026-09-01T09:00:00+03:00)

${INSTRUMENT_USAGE}`;

export type Arguments = {
  /** The command and what it is about. */
  readonly words: readonly string[];
  readonly workspace: string;
  readonly json: boolean;
  readonly user: string | null;
  readonly now: string | null;
  readonly port: number | null;
  readonly empty: boolean;
  readonly open: boolean;
  readonly preview: boolean;
  readonly input: Readonly<Record<string, unknown>>;
  readonly into: string;
  /** Sheet of a workbook file; null for the first filled one. */
  readonly sheet: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly url: string | null;
  readonly to: string | null;
  /** How a read file comes in: instead of the book, or as tabs beside it. */
  readonly as: "book" | "tabs";
  /** What becomes of a file's formulas; null when not said. */
  readonly formulas: "keep" | "values" | null;
  /** The person agrees to what was shown. */
  readonly yes: boolean;
  readonly last: number;
  readonly instruments: Instruments;
  readonly addOn: boolean;
  readonly help: boolean;
};

const OPTIONS = {
  ...INSTRUMENT_OPTIONS,
  workspace: { type: "string", default: "workspace" },
  json: { type: "boolean", default: false },
  user: { type: "string" },
  now: { type: "string" },
  port: { type: "string" },
  empty: { type: "boolean", default: false },
  "no-open": { type: "boolean", default: false },
  preview: { type: "boolean", default: false },
  input: { type: "string", default: "{}" },
  into: { type: "string", default: "auto" },
  sheet: { type: "string" },
  answers: { type: "string", default: "{}" },
  url: { type: "string" },
  to: { type: "string" },
  as: { type: "string", default: "book" },
  formulas: { type: "string" },
  yes: { type: "boolean", default: false },
  last: { type: "string", default: "10" },
  "add-on": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const BANKS = ["mentees", "mentors", "auto"];
/** Commands whose executions the instruments can reach. */
const INSTRUMENTED = ["run", "import", "tables", "table", "serve"];
const MAX_PORT = 65_535;

/**
 * @param argv - Without node and the program.
 * @throws UsageError with a Russian sentence.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  if (!BANKS.includes(values.into)) {
    throw new UsageError(`--into: ожидается ${BANKS.join(", ")}.`);
  }
  if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
    throw new UsageError(`--now: «${values.now}» не момент времени.`);
  }
  const instruments = readInstruments(values);
  const [command = ""] = positionals;
  if (Object.keys(instruments).length > 0 && !INSTRUMENTED.includes(command)) {
    throw new UsageError(`Инструменты не для команды «${command}».`);
  }
  return {
    words: positionals,
    workspace: values.workspace,
    json: values.json,
    user: values.user ?? null,
    now: values.now ?? null,
    port:
      values.port === undefined
        ? null
        : integer("--port", values.port, MAX_PORT),
    empty: values.empty,
    open: !values["no-open"],
    preview: values.preview,
    input: record("--input", values.input),
    into: values.into,
    sheet: values.sheet ?? null,
    answers: record("--answers", values.answers),
    url: values.url ?? null,
    to: values.to ?? null,
    as: oneOf("--as", values.as, ["book", "tabs"]),
    formulas:
      values.formulas === undefined
        ? null
        : oneOf("--formulas", values.formulas, ["keep", "values"]),
    yes: values.yes,
    last: integer("--last", values.last, Number.MAX_SAFE_INTEGER),
    instruments,
    addOn: values["add-on"],
    help: values.help,
  };
}

function oneOf<const Word extends string>(
  name: string,
  text: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  throw new UsageError(`${name}: ожидается ${words.join(" или ")}.`);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const given = /'(-[^']*)'/.exec(String(error))?.[1] ?? "";
    throw new UsageError(`Непонятный ключ ${given}.`.replace(" .", "."), {
      cause: error,
    });
  }
}

function integer(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new UsageError(`${name}: «${text}» не целое число от 0 до ${max}.`);
  }
  return value;
}

function record(name: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
  } catch {
    // Said below, as for JSON of another kind.
  }
  throw new UsageError(
    `${name}: нужен объект JSON, например '{"ключ":"значение"}'.`,
  );
}
