/** The key of an import by codes: who of the list got which code. */
import type { Edit } from "../../book/edits";
import type { FilePlan } from "../../domain/import/file-plan";
import { russianDate } from "../../domain/language/dates";
import { type KeyEntry, writeKeyFile } from "../../domain/people/key-file";
import type { Download } from "../../shared/rpc";

/** Names of everybody on the list, whatever becomes of the row. */
export function namesIn({ results }: FilePlan): string[] {
  return results
    .map(({ values }) => String(values["fio"] ?? ""))
    .filter((name) => name !== "");
}

/**
 * The key as a file of the preview; nothing where the list names nobody.
 *
 * @param edits - Of the same plan: its inserts carry the codes, in order.
 */
export function keyDownload(
  plan: FilePlan,
  edits: readonly Edit[],
  today: string,
): { readonly download?: Download } {
  const codes = edits.flatMap((edit) =>
    edit.kind === "insert" ? [edit.row] : [],
  );
  let added = 0;
  const entries = plan.results.flatMap((result): KeyEntry[] => {
    if (result.action !== "add" && result.action !== "update") {
      return [];
    }
    const code =
      result.action === "add" ? codes[added++] : (result.targetId ?? "");
    const text = (key: string) => String(result.values[key] ?? "");
    const [name, contacts, born] = ["fio", "contacts", "birthDate"].map(text);
    return code === undefined || !(name || contacts || born)
      ? []
      : [
          {
            code,
            name: name ?? "",
            contacts: contacts ?? "",
            birthDate: born ? russianDate(born) : "",
          },
        ];
  });
  return entries.length === 0 ? {} : { download: keyFileOf(entries, today) };
}

/** @param texts see writeKeyFile */
export function keyFileOf(
  entries: readonly KeyEntry[],
  today: string,
  texts: Parameters<typeof writeKeyFile>[1] = [],
): Download {
  const people = new Set(entries.map(({ code }) => code)).size;
  return {
    name: `Ключ ${russianDate(today)}, ${people} чел.csv`,
    text: writeKeyFile(entries, texts),
    note: "Файл ключа: код – имя. Надстройка его не хранит и второй раз не выдаст, поэтому сначала скачайте. Держите его на своём компьютере, не в Google: по нему имена вписываются в приказы.",
  };
}
