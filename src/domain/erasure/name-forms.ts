/** The forms in which texts call one person: surname, given name and patronymic in every case. */
import { OBLIQUE_CASES } from "../language/grammatical-case";
import { inflectName } from "../language/inflect-name";
import { isNameMark, parseName, tidyName } from "../language/person-name";
import { nameWords } from "../people/normalize-name";

/** Forms of one word of a name, normalised. */
export type WordForms = ReadonlySet<string>;

export type NameForms = {
  /** Words of the surname in order: two for «Петрова-Ким». */
  readonly surname: readonly WordForms[];
  readonly first: WordForms;
  readonly middle: WordForms;
  /** First letters of given name and patronymic, "" when unknown. */
  readonly initials: readonly [string, string];
  /** A name that is taken as it stands: a class, a nickname, Latin letters. */
  readonly whole: readonly string[];
};

const NO_FORMS: WordForms = new Set();

/** @param name - Nominative, as it stands in the bank. */
export function nameForms(name: string): NameForms {
  const tidy = tidyName(name);
  const parsed = isNameMark(tidy) ? null : parseName(tidy);
  if (parsed === null || parsed.last === "") {
    return {
      surname: [],
      first: NO_FORMS,
      middle: NO_FORMS,
      initials: ["", ""],
      whole: isNameMark(tidy) ? [] : nameWords(tidy),
    };
  }
  const forms = caseForms(tidy);
  const surnameWords = nameWords(parsed.last).length;
  const isLastFirst = parsed.order === "last-first";
  const given = isLastFirst
    ? forms.slice(surnameWords)
    : forms.slice(0, forms.length - surnameWords);
  const surname = isLastFirst
    ? forms.slice(0, surnameWords)
    : forms.slice(forms.length - surnameWords);
  const [first = NO_FORMS, middle = NO_FORMS] = given;
  return {
    surname,
    first: onlyWords(first),
    middle: onlyWords(middle),
    initials: [letterOf(first), letterOf(middle)],
    whole: [],
  };
}

/** Each word of the name in the cases that could be made. */
function caseForms(name: string): WordForms[] {
  const base = nameWords(name);
  const forms = base.map((word) => new Set([word]));
  for (const to of OBLIQUE_CASES) {
    const words = nameWords(inflectName(name, to).text);
    if (words.length === base.length) {
      words.forEach((word, index) => {
        forms[index]?.add(word);
      });
    }
  }
  return forms;
}

/** An initial is no form of a name. */
function onlyWords(forms: WordForms): WordForms {
  return new Set([...forms].filter((form) => form.length > 1));
}

function letterOf(forms: WordForms): string {
  const [form = ""] = forms;
  return form.charAt(0);
}
