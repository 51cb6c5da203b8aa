/** Codes of people as the add-on gives them and as people write them. */

/** Latin letters that look like those of the codes. */
const TWINS: Readonly<Record<string, string>> = {
  H: "Н",
  C: "С",
  T: "Т",
  M: "М",
};

const CODE = /^[\p{L}]{1,6}[-‐‑‒–—−]\d{1,6}$/u;

/**
 * A person's code in its one spelling: «hct–14» is «НСТ-014»; null for any
 * other text.
 */
export function personCode(text: string): string | null {
  const plain = text.replace(/[\s\u00ad\u200b]/g, "").toUpperCase();
  if (!CODE.test(plain)) {
    return null;
  }
  const [prefix = "", number = ""] = plain.split(/[-‐‑‒–—−]/);
  const letters = [...prefix].map((letter) => TWINS[letter] ?? letter).join("");
  return `${letters}-${number.replace(/^0+(?=\d{3})/, "").padStart(3, "0")}`;
}
