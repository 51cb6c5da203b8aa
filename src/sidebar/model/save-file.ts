/** Hands a file made in the browser to its user; nothing goes over the network. */

/** Time for the browser to begin saving before the address is let go. */
const KEPT_MS = 60_000;

/** @param content text or bytes of the whole file */
export function saveFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type: string,
): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
