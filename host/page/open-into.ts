/** Fills the place a page leaves for its script, or says there why not. */
export function openInto(open: (root: HTMLElement) => Promise<void>): void {
  const root = document.getElementById("root");
  if (root === null) return;
  open(root).catch((error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    root.textContent = `Страница не открылась: ${text}`;
  });
}
