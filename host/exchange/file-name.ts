/** Names of files made from titles that people wrote. */

const MAX_NAME = 100;
/** Not allowed by Windows, or with a meaning of their own in a path. */
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name without path, reserved words or signs a file system refuses. */
export function safeFileName(title: string): string {
  const clean = title
    .replace(FORBIDDEN, "_")
    .replace(RESERVED, "_$&")
    .slice(0, MAX_NAME)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return clean === "" ? "Без названия" : clean;
}

/** Gives every file of an archive a path of its own. */
export function fileNamer(): (
  folder: string,
  title: string,
  extension: string,
) => string {
  const taken = new Set<string>();
  return (folder, title, extension) => {
    const ending = new RegExp(`\\.${extension}$`, "i");
    const stem = safeFileName(title.replace(ending, ""));
    const prefix = folder === "" ? "" : `${folder}/`;
    let path = `${prefix}${stem}.${extension}`;
    for (let number = 2; taken.has(path.toLowerCase()); number += 1) {
      path = `${prefix}${stem} (${number}).${extension}`;
    }
    taken.add(path.toLowerCase());
    return path;
  };
}
