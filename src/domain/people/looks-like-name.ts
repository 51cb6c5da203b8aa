/** Whether a cell holds a person, a class or group, or something else. */
import { nameWords } from "./normalize-name";

/**
 * Words of headings, totals and signatures, in the cases headings use. Without
 * «-ов»: Студентов is a surname.
 */
const NOT_NAMES =
  /^(?:(?:школ|групп|кафедр)(?:а|ы|е|у|ой)|(?:класс|детсад|сад|год|этап|банк|раздел)(?:а|е|у|ы)?|(?:баз)(?:а|ы|е)|(?:наставник|педагог|ученик|специалист|студент|куратор|директор|руководител|воспитател|учител|преподавател|работник|сотрудник)(?:а|у|и|ь|я|ю|ы|ам|ям|ей)?|(?:наставляем|обучающ|заведующ|молод|нов)(?:ый|ий|ая|ые|ие|ых|их|ого|его|ым|им)(?:ся)?|итог|итого|всего|список|отделени[ея]|приложени[ея]|фио|фамилия|имя|отчество)$/;

const PATRONYMIC = /(?:вич|вна|ьич|инична|ична|оглы|углы|кызы|гызы)$/;

/**
 * Whether a text reads as a person's name: two to five words of letters,
 * either with capitals, with a patronymic, or with initials.
 *
 * @param text - One cell.
 */
export function looksLikeName(text: string): boolean {
  const words = nameWords(text);
  if (words.length < 2 || words.length > 6 || !canBeName(text)) {
    return false;
  }
  if (hasHeadingWord(text)) {
    return false;
  }
  return (
    words.some((word) => PATRONYMIC.test(word)) ||
    text
      .trim()
      .split(/\s+/)
      .every((word) => /^\(?\p{Lu}/u.test(word.normalize("NFC")))
  );
}

/** Whether a text has a word of headings («Наставники», «5 класс», «Итого»). */
export function hasHeadingWord(text: string): boolean {
  return nameWords(text).some((word) => NOT_NAMES.test(word));
}

/**
 * Whether a text can be a name at all: letters with spaces, hyphens, points,
 * commas, apostrophes and brackets (a former surname), nothing else.
 */
export function canBeName(text: string): boolean {
  return (
    /^[\p{L}\p{M}\s\u00ad\u200b.,'’ʼ`()‐-―-]+$/u.test(text) &&
    /\p{L}{2}/u.test(text)
  );
}

/**
 * Whether a text names a class or a group («5 «А» класс», «10Б», «Группа
 * «Ласточки»»).
 */
export function looksLikeGroup(text: string): boolean {
  const words = nameWords(text);
  if (
    words.some((word) => /^(?:класс|групп|отряд|команд|кружо?к)/.test(word))
  ) {
    return !/[=@<>]/.test(text);
  }
  return (
    words.length === 2 &&
    /^(?:[1-9]|1[01])$/.test(words[0] ?? "") &&
    /^[а-я]$/.test(words[1] ?? "")
  );
}

/**
 * Index of the patronymic among the words of a name, or -1.
 *
 * @param words - As {@link nameWords} gives them.
 */
export function patronymicIndex(words: readonly string[]): number {
  return words.findIndex(
    (word, index) => index > 0 && word.length > 4 && PATRONYMIC.test(word),
  );
}
