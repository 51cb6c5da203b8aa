/** Text into HTML, safely. */

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for element content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Text as one paragraph, line breaks kept by style; nothing when blank. */
export function paragraphs(text: string): string {
  return text.trim() === "" ? "" : `<p>${escapeHtml(text)}</p>`;
}
