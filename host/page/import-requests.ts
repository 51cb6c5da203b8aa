/** The two requests of an import: look into the file, then write it. */
import type { ImportPreview, ImportResult } from "../exchange/exchange";
import type { ImportChoice } from "../exchange/write-book";

/** @throws Error with the server's Russian sentence. */
export async function previewImport(file: File): Promise<ImportPreview> {
  const query = new URLSearchParams({ name: file.name });
  return post(`/api/import?${query}`, file);
}

/** @throws Error with the server's Russian sentence. */
export async function applyImport(
  id: string,
  choice: ImportChoice,
): Promise<ImportResult> {
  return post(`/api/import/${encodeURIComponent(id)}`, JSON.stringify(choice));
}

async function post<T>(address: string, body: BodyInit): Promise<T> {
  const response = await fetch(address, { method: "POST", body });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const { message } = (answer ?? {}) as { readonly message?: string };
  throw new Error(message ?? `Сервер ответил ${response.status}.`);
}
