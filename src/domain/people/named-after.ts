/** Whether a name stands for a school, a street, a book or a law, by the words before it. */
import type { Line } from "./placed-words";

/** Up to this many words before a name say whose it is. */
const CONTEXT_WORDS = 3;

/** What follows is named after somebody, or is a work, a law, a place. */
const NAMED_AFTER =
  /^(?:имени|памяти|улиц|просп|площад|переул|бульвар|набережн|город|станци|метро|театр|музе[йяюе]|творчеств|произведени|роман(?:а|е|у|ом|ы)?$|повест|рассказ(?:а|ы|е|ов|у|ом|ах)?$|стих|поэм|пьес|сказк|басн|лирик|балет|симфони|картин|портрет|биографи|наследи|эпох|реформ|войн|теорем|закон(?:а|ы|у|ом|е|ов)?$|таблиц|формул|учебник|задачник|пособи|сборник|методик|систем|редакци|кубок|кубка|чтени|поэт|писател|композитор|художник|учен(?:ый|ого|ому|ым|ые|ых)$|академик|император|цар(?:ь|я|ю|е|ица|ицы|евна)$|княз|княгин|полковод|маршал|космонавт|геро[йяюе]|свят|юбиле|рождени|теори|дня|день|праздник|былин|опер[аыеу]|фильм|песн|проз[аыеу]|метод(?:а|у|ом|е|ы)?$|спектакл|книг)/;

/** The same shortened: a stop must follow. */
const NAMED_AFTER_SHORT = /^(?:им|ул|пр|пл|пер|г|с|пос|ред|св)$/;

/** Whether the words before the name say that nobody here is meant. */
export function isNamedAfter({ text, words }: Line, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - CONTEXT_WORDS); at--) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined) {
      return false;
    }
    const isShort =
      NAMED_AFTER_SHORT.test(word.key) && text.charAt(word.to) === ".";
    if (isShort || NAMED_AFTER.test(word.key)) {
      return true;
    }
    // The stop of an initial ends no sentence.
    if (next.opens && word.text.length > 1) {
      return false;
    }
  }
  return false;
}
