/** Kinds of consent and who signs them, with the words the register uses. */

export const CONSENT_KIND = {
  processing: "обработка персональных данных",
  publication: "распространение персональных данных",
  photo: "фото и видео",
  participation: "участие ребёнка в программе",
  mentoring: "работа наставника (ст. 351.8 ТК РФ)",
  agreement: "дополнительное соглашение (ст. 351.8 ТК РФ)",
} as const;

export type ConsentKind = keyof typeof CONSENT_KIND;

export const CONSENT_KINDS = Object.keys(
  CONSENT_KIND,
) as readonly ConsentKind[];

export const SIGNER = {
  parent: "родитель (законный представитель)",
  self: "сам участник",
} as const;

export type Signer = keyof typeof SIGNER;

/** The key of a word of the register, or null for any other text. */
export function kindOf(word: string): ConsentKind | null {
  return CONSENT_KINDS.find((kind) => CONSENT_KIND[kind] === word) ?? null;
}

export function signerOf(word: string): Signer | null {
  return word === SIGNER.parent
    ? "parent"
    : word === SIGNER.self
      ? "self"
      : null;
}
