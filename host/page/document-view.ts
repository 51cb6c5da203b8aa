/** Shows a .docx as pages. */
import { renderAsync } from "docx-preview";

/**
 * @param fileId - Document of the workspace.
 * @throws Error when the server does not give the file or it is no .docx.
 */
export async function showDocument(
  root: HTMLElement,
  fileId: string,
): Promise<void> {
  const response = await fetch(`/files/${encodeURIComponent(fileId)}/download`);
  if (!response.ok) throw new Error("документа нет или он удалён.");
  const bytes = await response.blob();
  root.textContent = "";
  await renderAsync(bytes, root, root, {
    className: "docx",
    ignoreLastRenderedPageBreak: false,
    renderAltChunks: false,
    useBase64URL: true,
  });
}
