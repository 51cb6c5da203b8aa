/** The HTML pages the server itself writes: the workplace, a document, and plain messages. */
import { escapeHtml } from "../services/form-page-text";

/** The curator's page; everything on it is made by page.js. */
export function workplacePage(bookName: string, version: string): string {
  // The book travels while the script is still being read.
  return scriptPage({
    title: bookName,
    version,
    script: "page.js",
    body: `<body data-view="workplace">
<div id="root"></div>
<script>window.firstSnapshot=fetch("/api/snapshot",{credentials:"same-origin"});</script>`,
  });
}

/** A page that shows one .docx by document.js. */
export function documentPage(
  id: string,
  name: string,
  version: string,
  hasPdf: boolean,
): string {
  return scriptPage({
    title: name,
    version,
    script: "document.js",
    body: `<body data-file="${escapeHtml(id)}">
<header class="document-bar">
<h1>${escapeHtml(name)}</h1>
<a href="/files/${encodeURIComponent(id)}/download">Скачать .docx</a>
${hasPdf ? `<a href="/files/${encodeURIComponent(id)}/pdf">Открыть PDF</a>` : ""}
</header>
<main id="root" aria-label="Документ"><p role="status">Открываем документ…</p></main>`,
  });
}

/** One sentence for the person, on a page of its own. */
export function messagePage(title: string, text: string): string {
  return `<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>body{font:16px/1.5 system-ui,"Noto Sans","DejaVu Sans",sans-serif;max-width:38rem;margin:4rem auto;padding:0 1rem;color:#1f1f1f}h1{font-size:1.4rem;font-weight:500}</style>
</head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main></body></html>
`;
}

function scriptPage(page: {
  readonly title: string;
  readonly version: string;
  readonly script: string;
  readonly body: string;
}): string {
  return `<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css?v=${page.version}">
</head>
${page.body}
<script type="module" src="/${page.script}?v=${page.version}"></script>
</body></html>
`;
}
