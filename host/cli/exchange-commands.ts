/** Commands that carry whole books: one tab, everything, and a book of another program. */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { ImportPreview } from "../exchange/exchange";
import { UploadError } from "../exchange/limits";
import { CommandError, UsageError } from "./failure";
import type { Job } from "./job";
import { sayTable } from "./output";
import { readBytes } from "./read-bytes";

/** @throws UsageError when `--to` is missing. */
export function targetOf({ args }: Job): string {
  if (args.to === null) throw new UsageError("Не указано: --to ФАЙЛ.");
  return args.to;
}

/** @throws CommandError when the file cannot be written. */
export function saveTo({ output }: Job, to: string, bytes: Uint8Array): void {
  try {
    writeFileSync(to, bytes);
  } catch (cause) {
    throw new CommandError(`Файл не записан: ${to}.`, { cause });
  }
  output.give({ file: to, bytes: bytes.length });
  output.say(`Сохранено: ${to}`);
}

/** One tab as .csv, or the whole workspace as .zip. */
export async function exportExchange(
  job: Job,
  what: "all" | "tab",
  to: string,
): Promise<void> {
  const { exchange } = job.client;
  if (what === "all") {
    saveTo(job, to, await exchange.everything());
    return;
  }
  const tab = job.args.words[2];
  if (tab === undefined) throw new UsageError("Не указано: вкладка.");
  const found = await exchange.tabCsv(tab);
  if (found === null) throw new CommandError(`Вкладки «${tab}» нет.`);
  saveTo(job, to, Buffer.from(found.text, "utf8"));
}

/** A file of another program as the book, or as tabs of it. */
export async function importBook(job: Job): Promise<void> {
  const { args, client, output } = job;
  const path = args.words[1] ?? "";
  const bytes = readBytes(path);
  const preview = await taken(() =>
    client.exchange.preview(bytes, basename(path)),
  );
  sayFile(job, preview);
  const missing = missingConsent(job, preview);
  if (missing !== null) {
    output.give(preview);
    throw new CommandError(missing);
  }
  const written = await taken(() =>
    client.exchange.apply(preview.id, {
      mode: args.as,
      formulas: args.formulas ?? "values",
    }),
  );
  output.give(written);
  for (const problem of written.problems) output.say(`! ${problem}`);
  if (written.backup !== null) {
    output.say(`Прежняя рабочая папка сохранена: ${written.backup}`);
  }
  output.say(`Загружено вкладок: ${written.titles.length}.`);
}

function sayFile({ output }: Job, preview: ImportPreview): void {
  sayTable(
    output,
    ["лист", "строк", "столбцов", "формул"],
    preview.tabs.map(({ title, rows, columns, formulas }) => [
      title,
      rows,
      columns,
      formulas,
    ]),
  );
  for (const problem of preview.problems) output.say(`! ${problem}`);
  if (preview.unknownFunctions.length > 0) {
    output.say(
      `! Станут текстом формулы с функциями: ${preview.unknownFunctions.join(", ")}.`,
    );
  }
}

/** The sentence that asks for what the person has not said yet. */
function missingConsent(
  { args }: Job,
  { formulas, isBookEmpty }: ImportPreview,
): string | null {
  if (formulas > 0 && args.formulas === null) {
    return `В файле формул: ${formulas}. Повторите с --formulas keep (оставить формулами) или --formulas values (взять значения). Пока ничего не записано.`;
  }
  if (args.as === "tabs" || args.yes || isBookEmpty) return null;
  return "Таблица не пуста: книга из файла заменит все её вкладки. Если это нужно, повторите с --yes; прежняя рабочая папка останется рядом. Пока ничего не записано.";
}

/** A refused file is the person's to mend, not a defect. */
async function taken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    throw new CommandError(error.message, { cause: error });
  }
}
