/** The plan of files with consents: documents, their rows, what is said of them. */
import type { Book, Row } from "../../book/book";
import type { Edit } from "../../book/edits";
import { nextId } from "../../book/next-id";
import {
  CONSENT_KIND,
  type ConsentKind,
  SIGNER,
  type Signer,
} from "../../domain/consents/kinds";
import {
  type ConsentSheet,
  consentData,
  consentTemplate,
} from "../../domain/documents/consent-documents";
import { hash } from "../../domain/hash";
import { counted } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";
import type { Effect, Plan } from "../plan";
import { consentFacts } from "./sheet-of";

const DOCUMENTS = ["документ", "документа", "документов"] as const;
export const SHEETS = ["лист", "листа", "листов"] as const;

/** One document of one kind, and the rows of the register it makes. */
export type ConsentFile = {
  readonly kind: ConsentKind;
  readonly title: string;
  readonly sheets: readonly ConsentSheet[];
  /** Register rows of the sheets. */
  readonly handed: readonly { readonly row: Row; readonly signer: Signer }[];
};

/** The plan that makes these files; `rest` is what else the preview says. */
export function filesPlan(
  book: Book,
  files: readonly ConsentFile[],
  rest: {
    readonly nothing: string;
    readonly problems: readonly Problem[];
    readonly details: readonly (readonly string[])[];
  },
): Plan {
  const edits: Edit[] = [];
  const effects: Effect[] = [];
  const doubts = new Set<string>();
  let rows = 0;
  files.forEach((file, index) => {
    const id = nextId(book, "documents", index);
    const { data, problems } = consentData(
      file.kind,
      consentFacts(book, file.kind),
      file.sheets,
    );
    for (const problem of problems) {
      doubts.add(problem);
    }
    edits.push({
      kind: "insert",
      table: "documents",
      row: id,
      values: { kind: "согласие", title: file.title, status: "на подписи" },
    });
    for (const { row, signer } of file.handed) {
      edits.push({
        kind: "insert",
        table: "consents",
        row: nextId(book, "consents", rows),
        values: {
          person: row.id,
          kind: CONSENT_KIND[file.kind],
          signer: SIGNER[signer],
          document: id,
        },
      });
      rows += 1;
    }
    effects.push({
      kind: "document",
      key: `document:${id}:${hash(JSON.stringify(data))}`,
      name: file.title,
      template: consentTemplate(file.kind),
      data,
      table: "documents",
      row: id,
    });
  });
  const sheets = files.reduce((sum, file) => sum + file.sheets.length, 0);
  return {
    summary:
      files.length === 0
        ? [rest.nothing]
        : [
            `Новые документы: ${files.length}, в них ${counted(sheets, SHEETS)}.`,
            ...(rows > 0
              ? [`Строки вкладки «Согласия», выдано на подпись: ${rows}.`]
              : []),
          ],
    edits,
    effects,
    problems: [
      ...rest.problems,
      ...[...doubts].map(
        (message): Problem => ({ severity: "warning", message }),
      ),
    ],
    ...(rest.details.length === 0
      ? {}
      : {
          details: [
            {
              headers: ["Код", "Кто", "Согласие", "Почему"],
              rows: rest.details,
            },
          ],
        }),
    verb: `Создать ${counted(files.length, DOCUMENTS)}`,
    links: [{ label: "Согласия", tab: "Согласия" }],
  };
}
