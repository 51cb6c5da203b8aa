/** Positions of people in Russian cases: «учитель математики» → «учителю …». */
import type { GrammaticalCase, Inflected } from "./grammatical-case";
import { inflectPhrase } from "./inflect-phrase";
import { declineFleeting, declineInA, declineMasculine } from "./paradigms";

/** Adjectives and participles that are positions without a noun after them. */
const ADJECTIVE_AS_POSITION =
  /^(заведующ|управляющ|исполняющ|вожат|рабоч|служащ|обучающ|учащ)(ий|ый|ая)(ся)?$/i;

/** Shortened heads: they read the same in every case, and so does the rest. */
const SHORTENED_HEAD =
  /^((и\. ?о|зам|зав|нач|рук|пом)\.|(врио|врид)(?![а-яё]))/i;
/** «Замдиректора», «завкафедрой»: a genitive or instrumental grown together. */
const GROWN_TOGETHER =
  /^(зам(директора|главы|начальника|заведующ(его|ей)|декана)|зав(кафедрой|отделением|отделом|библиотекой|лабораторией|сектором)|пом(воспитателя|директора))(?![а-яё])/i;
const ABBREVIATION = /^[А-ЯЁ]{2,5}(?![А-ЯЁа-яё-])/;

/** First halves of compounds that do not decline: «вице-президент». */
const FROZEN_PART =
  /^(вице|экс|пресс|шеф|бизнес|веб|медиа|арт|аудио|видео|фото|кино|контент|интернет|мини|топ|обер|унтер|лего|ит|[a-z]+)$/i;

/** Nouns on -а and -я that stand at the beginning of positions. */
const NOUN_IN_A =
  /^(няня|сестра|медсестра|глава|староста|старшина|судья|коллега|кастелянша|[а-яё]*хозяйка|мама|папа|бабушка|дедушка|[а-яё]+([вчщнти]ица|истка|[ае]нтка|[иое]рка|менка|онка|[иое]рша|иня|есса|триса))$/i;
const STRESSED_IN_A = /^(сестра|медсестра|глава|старшина|судья)$/i;

/** Endings only people's trades have; enough to recognise a second position. */
const AGENT = /(тель|арь|лог|гог|ист|ник|щик|чик|[оеё]р)$/i;

/** Masculine nouns that are no people: their accusative is another one. */
const NO_PERSON =
  /^(класс|отряд|центр|отдел|совет|институт|университет|кабинет|кружок|клуб|штаб|состав|уровень)$/i;

const STRESSED_IN_EC =
  /^(продавец|певец|пловец|чтец|кузнец|отец|боец|борец|гонец|творец|стрелец)$/i;
const KEEPS_VOWEL_IN_EC = /^(чтец|кузнец|мудрец|льстец)$/i;

/** Two positions in one cell; the second one inflects as well. */
const BETWEEN_POSITIONS = /(\s*[,(/;)]\s*|\s+[-–—]\s+|\s+и\s+)/;

/**
 * A position in a case: the head noun and the adjectives before it inflect,
 * the rest stays («заместителю директора по УВР»).
 *
 * @param position - Nominative singular, masculine or feminine; compounds
 *   («педагог-психолог») and two positions in a row are understood.
 * @returns The tidied nominative with `sure: false` when the head is unknown;
 *   abbreviations («и.о. директора», «ЗДУВР») unchanged and sure.
 */
export function inflectPosition(
  position: string,
  grammaticalCase: GrammaticalCase,
): Inflected {
  const text = position.replace(/\s+/g, " ").trim();
  if (text === "" || grammaticalCase === "nominative") {
    return { text, sure: text !== "" };
  }
  const [first = "", ...others] = text.split(BETWEEN_POSITIONS);
  const head = inflectOne(first, grammaticalCase, declineHead);
  if (head === null) {
    return { text, sure: false };
  }
  const rest = others.map((part, index) =>
    index % 2 === 0
      ? { text: part, sure: true }
      : (inflectOne(part, grammaticalCase, declineSecondHead) ?? {
          text: part,
          sure: true,
        }),
  );
  return {
    text: head.text + rest.map((part) => part.text).join(""),
    sure: head.sure && rest.every((part) => part.sure),
  };
}

function inflectOne(
  part: string,
  grammaticalCase: GrammaticalCase,
  decline: typeof declineHead,
): Inflected | null {
  return [SHORTENED_HEAD, GROWN_TOGETHER, ABBREVIATION].some((frozen) =>
    frozen.test(part),
  )
    ? { text: part, sure: true }
    : inflectPhrase(part, grammaticalCase, decline, (word) =>
        ADJECTIVE_AS_POSITION.test(word),
      );
}

/** After a comma a genitive may stand («истории, права»): agents only. */
function declineSecondHead(
  word: string,
  grammaticalCase: GrammaticalCase,
): Inflected | null {
  const isPerson = AGENT.test(word) || NOUN_IN_A.test(word);
  return isPerson ? declineHead(word, grammaticalCase) : null;
}

function declineHead(
  word: string,
  grammaticalCase: GrammaticalCase,
): Inflected | null {
  const parts = word.split("-");
  const inflected: (Inflected | null)[] = parts.map((part, index) =>
    index < parts.length - 1 && FROZEN_PART.test(part)
      ? { text: part, sure: true }
      : declineNoun(part, grammaticalCase),
  );
  const known = inflected.filter((part) => part !== null);
  return known.length < parts.length
    ? null
    : {
        text: known.map((part) => part.text).join("-"),
        sure: known.every((part) => part.sure),
      };
}

function declineNoun(
  noun: string,
  grammaticalCase: GrammaticalCase,
): Inflected | null {
  if (NOUN_IN_A.test(noun)) {
    const isStressed = STRESSED_IN_A.test(noun);
    return {
      text: declineInA(noun, grammaticalCase, isStressed),
      sure: true,
    };
  }
  const isMasculine = /[бвгджзклмнпрстфхцчшщ]$|(тель|арь)$/i.test(noun);
  const isWord = /^[а-яё]{3,}$/i.test(noun);
  if (!isMasculine || !isWord || NO_PERSON.test(noun)) {
    return null;
  }
  if (/ец$/i.test(noun) && !KEEPS_VOWEL_IN_EC.test(noun)) {
    const instrumental = STRESSED_IN_EC.test(noun) ? "ом" : "ем";
    return {
      text: declineFleeting(noun, grammaticalCase, instrumental),
      sure: STRESSED_IN_EC.test(noun) || grammaticalCase !== "instrumental",
    };
  }
  const instrumental = /[жшщ]$|[^а]ч$/i.test(noun) ? "ем" : "ом";
  return {
    text: declineMasculine(noun, grammaticalCase, instrumental),
    // «Стрелок» loses its vowel, «игрок» does not.
    sure: !/[^аеёиоуыэюя]ок$/i.test(noun),
  };
}
