/** A response that the browser saves as a file. */
import { safeFileName } from "../exchange/file-name";

/**
 * @param name - As people wrote it: path and control characters are taken out,
 *   other letters go by RFC 5987.
 */
export function download(
  bytes: Uint8Array,
  type: string,
  name: string,
  disposition: "attachment" | "inline" = "attachment",
): Response {
  const ending = /\.[a-z]{2,4}$/.exec(name)?.[0] ?? "";
  const safe = safeFileName(name.slice(0, name.length - ending.length));
  const encoded = encodeURIComponent(safe + ending).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `${disposition}; filename*=UTF-8''${encoded}`,
      "Cache-Control": "no-store",
    },
  });
}
