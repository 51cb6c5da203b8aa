/**
 * Declension of one part of a surname by the rules of grammar, not by a list of
 * names: lvovich fails on «Ткач», «Швец», «Стрелец», «Весна», «Лев».
 */
import {
  type Endings,
  type Gender,
  type GrammaticalCase,
  type Inflected,
  withEnding,
} from "./grammatical-case";
import { declineMasculineSurname } from "./masculine-surname";
import { declineAdjective, declineInA } from "./paradigms";

/** French and other surnames on a stressed -а or -я. */
const INDECLINABLE_IN_A =
  /^(дюма|тома|дега|петипа|золя|труайя|гавальда|моруа|кюра)$/i;

/** First parts of double surnames that never decline. */
const FROZEN_FIRST_PARTS =
  /^(бонч|тер|мелик|фон|ван|грум|книппер|дюмон|абдул|гасан|сен|мак|шах|нор|кара|бек|хан|султан|мирза|ага|ибн|аль|эль|де|да|ди|дель|ла|ле|сан|сент|санта)$/i;

/** Women's surnames that are nouns although they end like «Петрова». */
const NOUNS_LIKE_ADJECTIVES =
  /^(сова|голова|корова|подкова|дуброва|канева|дева|нева|зева|калина|малина|былина|перлина|смородина|рябина|щербина|долина|лучина|картина|година|верховина|хвостина)$/i;

/** A noun just as well: only the family knows. */
const WOMANS_ADJECTIVE = /[а-яё]{2}(ова|ева|ёва|ина|ына)$/i;

const POSSESSIVE_FEMININE: Endings = ["ой", "ой", "у", "ой", "ой"];

/**
 * One surname, hyphenated ones part by part, in a case.
 *
 * @param surname - Nominative, not empty.
 * @returns `sure: false` where families of the same surname differ, or where
 *   the surname does not fit the gender.
 */
export function declineSurname(
  surname: string,
  gender: Gender,
  grammaticalCase: GrammaticalCase,
): Inflected {
  const parts = surname.split("-");
  // «Стихи Турсун-заде»: the whole surname stays.
  if (/-заде$/i.test(surname)) {
    return { text: surname, sure: true };
  }
  const inflected = parts.map((part, index) =>
    index === 0 && parts.length > 1 && FROZEN_FIRST_PARTS.test(part)
      ? { text: part, sure: true }
      : declinePart(part, gender, grammaticalCase),
  );
  return {
    text: inflected.map((part) => part.text).join("-"),
    sure: inflected.every((part) => part.sure),
  };
}

function declinePart(
  part: string,
  gender: Gender,
  grammaticalCase: GrammaticalCase,
): Inflected {
  if (/[оеэиыуюё]$/i.test(part) || /[аеёиоуыэюя]а$/i.test(part)) {
    return { text: part, sure: true };
  }
  if (INDECLINABLE_IN_A.test(part)) {
    return { text: part, sure: true };
  }
  if (!/[ая]$/i.test(part)) {
    return gender === "male"
      ? declineMasculineSurname(part, grammaticalCase)
      : { text: part, sure: !/[а-яё]{2}(ов|ев|ёв|[сц]кий)$/i.test(part) };
  }
  return gender === "male"
    ? declineMansInA(part, grammaticalCase)
    : declineWomansInA(part, grammaticalCase);
}

function declineMansInA(
  part: string,
  grammaticalCase: GrammaticalCase,
): Inflected {
  const isWomans =
    /([сц]кая|[а-яё]{3}(ова|ева|ёва))$/i.test(part) &&
    !NOUNS_LIKE_ADJECTIVES.test(part);
  return {
    text: declineInA(part, grammaticalCase),
    sure: !isWomans && isStressKnown(part, grammaticalCase),
  };
}

function declineWomansInA(
  part: string,
  grammaticalCase: GrammaticalCase,
): Inflected {
  if (NOUNS_LIKE_ADJECTIVES.test(part)) {
    return { text: declineInA(part, grammaticalCase), sure: false };
  }
  if (WOMANS_ADJECTIVE.test(part)) {
    return {
      text: withEnding(part, 1, POSSESSIVE_FEMININE, grammaticalCase),
      sure: true,
    };
  }
  if (/[ая]я$/i.test(part)) {
    return { text: declineAdjective(part, grammaticalCase), sure: true };
  }
  // Polish «Ковальска»: some families decline it as «Ковальская».
  const isPolish = /[внье]ска$|цка$/i.test(part);
  return {
    text: declineInA(part, grammaticalCase),
    sure: !isPolish && isStressKnown(part, grammaticalCase),
  };
}

/** After hushing consonants the instrumental hangs on the stress. */
function isStressKnown(part: string, grammaticalCase: GrammaticalCase) {
  return (
    grammaticalCase !== "instrumental" ||
    !/[жшчщц]а$/i.test(part) ||
    /ица$/i.test(part)
  );
}
