/** Words by which a cell with people is told from a cell with deeds. */

/** Nominative only: «куратор» does something, «куратора» is spoken about. */
const ROLE_WORDS =
  /^(?:со)?(?:администраци[яи]|администратор[ы]?|директор[аы]?|заместител[ьи]|зам|заведующ(?:ий|ая|ие)|руководител[ьи]|куратор[ы]?|координатор[ы]?|наставник[и]?|наставляемы[ейя]|педагог[и]?|психолог[и]?|логопед[ы]?|дефектолог[и]?|учител[ья]|воспитател[ьи]|методист[ы]?|преподавател[ьи]|мастера?|тьютор[ы]?|вожатый|вожатые|классны[ей]|специалист[ы]?|работники|сотрудники|коллектив|совет|комиссия|групп[аы]|центр|управление|отдел|комитет|родители|обучающиеся|ученики|студенты|выпускники|партнер[ы]?|работодатели|библиотекарь|секретарь|старший|старшая|социальный|председатель|председатели|ответственны[ей]|участники|организатор[ы]?|члены|представители|оператор|инструктор|медсестра|делопроизводитель|юрист|кадровик|бухгалтер|ректор|декан|деканат|кафедра)$/u;

/** Words that only specify a role: «школы», «по», «УВР», «И.И.». */
const ROLE_DETAIL =
  /^(?:по|и|школы|сада|детского|доу|оо|оу|директора|заведующего|заведующей|руководителя|проектная|проектные|рабочая|рабочие|методический|педагогический|учебно|воспитательной|учебной|методической|научно|работе|программы|наставничества|организации|учреждения|объединений|объединения|методического|методических|классные|образования|муниципальный|региональный|далее)$/u;

const ABBREVIATION = /^[А-ЯЁ]{2,7}$/u;

/** How a word speaks for a cell with people: 1, 0.5, 0 or −1 for a deed. */
export function roleWeight(word: string): number {
  const bare = word.replace(/[^\p{L}-]/gu, "");
  const small = bare.toLowerCase().replace(/ё/g, "е");
  const parts = small.split("-");
  if (parts.some((part) => ROLE_WORDS.test(part))) {
    return 1;
  }
  if (ABBREVIATION.test(bare) || /^(?:\p{Lu}\.){1,2}$/u.test(word)) {
    return 0.5;
  }
  if (ROLE_DETAIL.test(small)) {
    return 0.5;
  }
  return bare === "" ? 0 : -1;
}

/** Share of words, in [0, 1], that speak for a cell with people. */
export function roleShare(text: string): number {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const roles = words.filter((word) => roleWeight(word) > 0);
  return words.length === 0 ? 0 : roles.length / words.length;
}
