/** Documents of the workspace: shown, downloaded, as PDF; and the book as .xlsx. */
import { Hono } from "hono";
import type { FileView, Host } from "../types";
import type { Assets } from "./assets";
import { download } from "./download";
import { documentPage, messagePage } from "./pages";

export const DOCX_TYPE =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX_TYPE =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const GOOGLE_DOCUMENT = "application/vnd.google-apps.document";
const GOOGLE_FORM = "application/vnd.google-apps.form";

/**
 * Makes a PDF of a .docx.
 *
 * @throws Error with a Russian sentence when it cannot.
 */
export type MakePdf = (docx: Uint8Array) => Promise<Uint8Array>;

/** @param makePdf - Absent when the machine has no LibreOffice. */
export function fileRoutes(
  host: Host,
  assets: Assets,
  makePdf: MakePdf | undefined,
): Hono {
  const routes = new Hono();
  const find = (id: string): FileView | undefined =>
    host.files.list().find((file) => file.id === id);

  routes.get("/book.xlsx", async () =>
    download(
      await host.book.exportXlsx(),
      XLSX_TYPE,
      `${host.book.name()}.xlsx`,
    ),
  );

  routes.get("/files/:id", (context) => {
    const file = find(context.req.param("id"));
    if (file === undefined) return context.html(missing(), 404);
    if (file.mimeType === GOOGLE_FORM) {
      return context.redirect(
        `/forms/d/e/${encodeURIComponent(file.id)}/viewform`,
      );
    }
    if (!isDocument(file)) {
      return context.html(
        messagePage(file.name, "Этот файл не документ, показать его нельзя."),
      );
    }
    return context.html(
      documentPage(file.id, file.name, assets.version, makePdf !== undefined),
    );
  });

  routes.get("/files/:id/download", (context) => {
    const file = find(context.req.param("id"));
    if (file === undefined || !isDocument(file)) {
      return context.html(missing(), 404);
    }
    return download(
      host.files.bytes(file.id),
      DOCX_TYPE,
      withExtension(file.name, "docx"),
    );
  });

  routes.get("/files/:id/pdf", async (context) => {
    const file = find(context.req.param("id"));
    if (file === undefined || !isDocument(file)) {
      return context.html(missing(), 404);
    }
    const title = "PDF не сделан";
    if (makePdf === undefined) {
      return context.html(
        messagePage(
          title,
          "На этом компьютере нет LibreOffice. Скачайте .docx.",
        ),
        501,
      );
    }
    try {
      const pdf = await makePdf(host.files.bytes(file.id));
      const name = withExtension(file.name, "pdf");
      return download(pdf, "application/pdf", name, "inline");
    } catch (error) {
      return context.html(messagePage(title, textOf(error)), 500);
    }
  });
  return routes;
}

/** Whether the file's bytes are a .docx. */
export function isDocument(file: FileView): boolean {
  return file.mimeType === GOOGLE_DOCUMENT || file.mimeType === DOCX_TYPE;
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function withExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(`.${extension}`)
    ? name
    : `${name}.${extension}`;
}

function missing(): string {
  return messagePage(
    "Такого документа нет",
    "Возможно, его удалили. Список документов есть в панели «Документы».",
  );
}
