/** A person inside a sentence: position, then surname with initials. */
import type { GrammaticalCase } from "../language/grammatical-case";
import { surnameWithInitials } from "../language/inflect-name";
import { inflectPosition } from "../language/inflect-position";
import { orBlank } from "./blanks";

/** Somebody in an order; empty texts where the book has none. */
export type Person = { readonly position: string; readonly name: string };

const CASE_NAMES: Readonly<Record<GrammaticalCase, string>> = {
  nominative: "именительный",
  genitive: "родительный",
  dative: "дательный",
  accusative: "винительный",
  instrumental: "творительный",
  prepositional: "предложный",
};

/**
 * «заместителю директора по УВР Ивановой М.П.»
 *
 * @param role - Whom the curator should look for, genitive, for the problem.
 * @param problems - Gets a sentence for a missing name and for each part whose
 *   case is not sure.
 */
export function inSentence(
  person: Person,
  to: GrammaticalCase,
  role: string,
  problems: string[],
): string {
  const name = surnameWithInitials(person.name, to);
  const position = inflectPosition(person.position, to);
  if (name.text === "") {
    problems.push(`Не указаны Ф.И.О. ${role}.`);
  }
  const doubtful = [
    ...(name.sure || name.text === "" ? [] : [`Ф.И.О. ${role} «${name.text}»`]),
    ...(position.sure || position.text === ""
      ? []
      : [`должность ${role} «${position.text}»`]),
  ];
  for (const what of doubtful) {
    problems.push(
      `Проверьте в документе ${what}: здесь нужен ${CASE_NAMES[to]} падеж.`,
    );
  }
  return [withSmall(position.text), orBlank(name.text)]
    .filter((part) => part !== "")
    .join(" ");
}

/** The text with its first letter capital. */
export function withCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** «Директор» → «директор»; abbreviations («ИТ-специалист») stay. */
function withSmall(text: string): string {
  return /^[А-ЯЁ][а-яё.]/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
