/** The commands that do one thing and end. */
import { writeFileSync } from "node:fs";
import {
  applyPreview,
  callAddOn,
  type PreviewAnswer,
  type ProblemAnswer,
  previewAction,
} from "../add-on";
import { exportPdf } from "../services/export-pdf";
import type { FileView } from "../types";
import type { Arguments } from "./arguments";
import { clockCommand, triggersCommand } from "./clock-commands";
import {
  exportExchange,
  importBook,
  saveTo,
  targetOf,
} from "./exchange-commands";
import { CommandError, UsageError } from "./failure";
import { answersFor } from "./form-answer";
import type { Job } from "./job";
import { sayPreview, sayProblems, sayResult, sayTable } from "./output";

export type Command = {
  /** What the words after the command's own stand for, those required. */
  readonly names: readonly string[];
  readonly run: (job: Job) => Promise<void>;
};
type Run = Command["run"];

/** Options of every execution: whose it is, and its instruments. */
function executionOptions({ args: { user, instruments } }: Job) {
  return user === null ? { instruments } : { user, instruments };
}

/** @throws UsageError when a required word is missing. */
export function checkWords(command: Command, args: Arguments): void {
  const missing = command.names[args.words.length - 1];
  if (missing !== undefined) throw new UsageError(`Не указано: ${missing}.`);
}

/** The word at a position that checkWords has seen. */
function word(job: Job, position: number): string {
  return job.args.words[position] ?? "";
}

const run: Run = (job) => runAction(job, word(job, 1), job.args.input);

const importFile: Run = async (job) => {
  // Reading a workbook loads the engine; other commands may not need it.
  const { readList } = await import("./read-list");
  await runAction(job, "import", {
    ...job.args.input,
    ...(await readList(job, word(job, 1))),
    into: job.args.into,
  });
};

async function runAction(
  job: Job,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { args, client, output } = job;
  const options = executionOptions(job);
  const preview = await previewAction(client, action, input, options);
  if (args.preview || preview.verb === null) {
    sayPreview(output, preview);
    output.give(preview);
    if (preview.verb !== null || args.preview) return;
    output.say("Менять нечего.");
    if (preview.problems.some(({ severity }) => severity === "error")) {
      throw new CommandError("Ничего не сделано: сначала исправьте ошибки.");
    }
    return;
  }
  saveDownload(job, preview.download);
  const result = await applyPreview(client, action, input, preview, options);
  output.give(result);
  if (result.state !== "done") {
    throw new CommandError(
      "Данные изменились, пока готовился план. Ничего не записано, повторите.",
    );
  }
  sayResult(output, result);
}

/** The key of codes and names, before anything is confirmed: it comes but once. */
function saveDownload(
  { args, output }: Job,
  download: PreviewAnswer["download"],
): void {
  if (download === undefined) return;
  if (args.to !== null) {
    writeFileSync(args.to, download.text);
    output.say(`Файл ключа: ${args.to}`);
  } else if (args.words[0] === "import") {
    output.say("Файл ключа не сохранён: добавьте --to ФАЙЛ.");
  } else {
    throw new CommandError(
      "Действие отдаёт файл ключа, без которого имена не вернуть. Добавьте --to ФАЙЛ. Ничего не сделано.",
    );
  }
}

type TableInfo = {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
};

const tables: Run = async (job) => {
  const options = executionOptions(job);
  const list = await callAddOn(job.client, "tables", {}, options);
  job.output.give(list);
  sayTable(
    job.output,
    ["таблица", "вкладка", "строк"],
    (list as readonly TableInfo[]).map(({ id, title, rows }) => [
      id,
      title,
      rows,
    ]),
  );
};

type TableRows = {
  readonly columns: readonly {
    readonly key: string;
    readonly header: string;
  }[];
  readonly rows: readonly {
    readonly id: string;
    readonly row: number;
    readonly values: Readonly<Record<string, unknown>>;
  }[];
  readonly problems: readonly ProblemAnswer[];
};

const table: Run = async (job) => {
  const id = word(job, 1);
  const options = executionOptions(job);
  const found = await callAddOn(job.client, "table", { id }, options);
  job.output.give(found);
  const { columns, rows, problems } = found as TableRows;
  sayTable(
    job.output,
    ["строка", ...columns.map(({ header }) => header)],
    rows.map(({ row, values }) => [
      row,
      ...columns.map(({ key }) => values[key]),
    ]),
  );
  sayProblems(job.output, problems);
};

const form: Run = async (job) => {
  const forms = await job.client.forms();
  const verb = word(job, 1);
  if (verb === "list") {
    job.output.give(forms);
    sayTable(
      job.output,
      ["форма", "название", "ответы"],
      forms.map(({ id, title, open }) => [
        id,
        title,
        open ? "принимаются" : "не принимаются",
      ]),
    );
    return;
  }
  if (verb !== "answer") throw new UsageError(`Нет команды form ${verb}.`);
  const id = word(job, 2);
  if (id === "") throw new UsageError("Не указано: форма.");
  const view = forms.find((one) => one.id === id);
  if (view === undefined) throw new CommandError(`Формы ${id} нет.`);
  const answers = answersFor(view, job.args.answers, job.args.url);
  const response = await job.client.submit(id, answers);
  job.output.give(response);
  job.output.say(`Ответ записан: ${response.responseId}.`);
};

const exportFile: Run = async (job) => {
  const what = word(job, 1);
  const to = targetOf(job);
  if (what === "all" || what === "tab") {
    await exportExchange(job, what, to);
    return;
  }
  const isBook = what === "book";
  if (!isBook) await checkDocument(job, what);
  const source = isBook
    ? await job.client.bookXlsx()
    : await job.client.bytes(what);
  const bytes = to.toLowerCase().endsWith(".pdf")
    ? await pdfOf(source, isBook ? "xlsx" : "docx")
    : source;
  saveTo(job, to, bytes);
};

async function checkDocument(job: Job, id: string): Promise<void> {
  const files: readonly FileView[] = await job.client.files();
  const documents = files.filter((file) => /document$/.test(file.mimeType));
  if (documents.some((file) => file.id === id)) return;
  const known = documents
    .map((file) => `\n  ${file.id}  ${file.name}`)
    .join("");
  throw new CommandError(
    `Документа ${id} нет.${known === "" ? "" : ` Есть:${known}`}`,
  );
}

async function pdfOf(
  source: Uint8Array,
  kind: "docx" | "xlsx",
): Promise<Uint8Array> {
  const { bytes, message } = await exportPdf(source, kind);
  if (bytes === null) throw new CommandError(message);
  return bytes;
}

const meter: Run = async (job) => {
  const all = await job.client.executions();
  const last = all.slice(Math.max(0, all.length - job.args.last));
  job.output.give(last);
  for (const one of last) {
    const { counted, calls } = one.meter;
    const what = one.caption ?? one.method ?? one.functionName;
    const modelled =
      one.modelledMs === undefined
        ? ""
        : `  на Google примерно ${one.modelledMs} мс`;
    job.output.say(
      `${one.startedAt}  ${what}  ${one.outcome}  ${Math.round(one.durationMs)} мс${modelled}  вызовов: ${counted}`,
    );
    for (const [method, times] of Object.entries(calls)) {
      job.output.say(`  ${method} × ${times}`);
    }
    if (one.error !== undefined) job.output.say(`  ✗ ${one.error.message}`);
  }
};

/** Commands by their first word; `serve` is apart. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["run", { names: ["действие"], run }],
  ["import", { names: ["файл"], run: importFile }],
  ["tables", { names: [], run: tables }],
  ["table", { names: ["таблица"], run: table }],
  ["form", { names: ["list или answer"], run: form }],
  ["import-book", { names: ["файл"], run: importBook }],
  ["export", { names: ["book, tab, all или документ"], run: exportFile }],
  ["meter", { names: [], run: meter }],
  ["triggers", { names: ["list или run"], run: triggersCommand }],
  ["clock", { names: ["show, advance, set или real"], run: clockCommand }],
]);
