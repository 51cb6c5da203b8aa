/** Everything of a workspace as one .zip: book, documents, answers, letters. */
import PizZip from "pizzip";
import { DOCUMENT, DOCX, driveOf } from "../services/drive-store";
import { type FormRecord, questionsOf } from "../services/form-record";
import { formsOf } from "../services/forms-workspace";
import { mailOf } from "../services/mail";
import type { Workspace } from "../services/registry";
import { csvText, guarded } from "./csv-text";
import { fileNamer } from "./file-name";

/** @param book - The book as .xlsx. */
export function exportAll(workspace: Workspace, book: Uint8Array): Uint8Array {
  const zip = new PizZip();
  const name = fileNamer();
  const put = (path: string, content: Uint8Array | string): void => {
    const bytes =
      typeof content === "string" ? Buffer.from(content, "utf8") : content;
    zip.file(path, bytes, { binary: true, date: workspace.now() });
  };
  put(name("", workspace.book.workbook.getName(), "xlsx"), book);
  const drive = driveOf(workspace);
  for (const file of drive.views()) {
    const isDocument = file.mimeType === DOCUMENT || file.mimeType === DOCX;
    if (!isDocument || file.trashed) continue;
    put(name("Документы", file.name, "docx"), drive.bytes(file.id));
  }
  for (const form of formsOf(workspace).list()) {
    // A form may have a name among the files and no title yet.
    const title = form.title || (drive.get(form.id)?.name ?? "");
    put(name("Ответы", title, "csv"), answersCsv(form));
  }
  const letters = mailOf(workspace).letters();
  if (letters.length > 0) {
    const rows = letters.map((letter) =>
      [
        letter.sentAt,
        letter.from,
        letter.to,
        letter.cc,
        letter.subject,
        letter.body,
        letter.attachments.join("; "),
      ].map(guarded),
    );
    const header = [
      "Когда",
      "От",
      "Кому",
      "Копия",
      "Тема",
      "Текст",
      "Вложения",
    ];
    put("Почта.csv", csvText([header, ...rows]));
  }
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}

function answersCsv(form: FormRecord): string {
  const questions = questionsOf(form.items);
  const header = ["Отметка времени", ...questions.map(({ title }) => title)];
  const rows = form.responses.map(({ answers, timestamp }) => [
    timestamp,
    ...questions.map(({ id }) => [answers[String(id)] ?? ""].flat().join(", ")),
  ]);
  return csvText([header, ...rows].map((row) => row.map(guarded)));
}
