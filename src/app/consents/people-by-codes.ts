/** People of both banks by codes that the curator types. */
import type { Book, Row } from "../../book/book";
import { activePeople } from "../../book/consent-gaps";
import { codeKey } from "../../domain/matching/choice-key";
import type { Problem } from "../../shared/rpc";

export type CodeChoice = {
  /** Whether the person with this code is meant. */
  readonly has: (id: string) => boolean;
  /** Codes that nobody in the programme has. */
  readonly problems: readonly Problem[];
};

/**
 * «НСТ-001, нм-003»: any separators and letter case; empty means everybody.
 *
 * @param among - Who can be meant; those in the programme when absent.
 */
export function peopleByCodes(
  book: Book,
  text: string,
  among: readonly { readonly row: Row }[] = activePeople(book),
): CodeChoice {
  const codes = text.split(/[\s,;]+/).filter((code) => code !== "");
  const known = new Set(among.map(({ row }) => codeKey(row.id)));
  const wanted = new Set(codes.map(codeKey));
  return {
    has: (id) => wanted.size === 0 || wanted.has(codeKey(id)),
    problems: codes
      .filter((code) => !known.has(codeKey(code)))
      .map((code) => ({
        severity: "error",
        message: `Кода «${code.slice(0, 40)}» нет среди участников программы. Проверьте код на вкладках «Наставляемые» и «Наставники».`,
      })),
  };
}
