/** Words with fixed spelling that tables, forms and rules share. */

export const CONSENT = ["получено", "нет", "отозвано"] as const;

/** State of one row of the register of consents. */
export const CONSENT_ROW_STATE = [
  "выдано на подпись",
  "действует",
  "ещё не действует",
  "истекло",
  "отозвано",
] as const;

export const MENTEE_STATUS = [
  "в очереди",
  "ищем наставника",
  "в паре",
  "завершил",
  "выбыл",
] as const;

export const MENTOR_STATUS = [
  "готов",
  "в паре",
  "приостановлен",
  "выбыл",
] as const;

export const PAIR_STATUS = [
  "черновик",
  "утверждена",
  "активна",
  "приостановлена",
  "завершена",
  "прекращена досрочно",
] as const;

/** Statuses in which a pair occupies both people. */
export const CURRENT_PAIR: readonly string[] = [
  "утверждена",
  "активна",
  "приостановлена",
];

/** Statuses in which a pair counts as participation. */
export const LIVE_PAIR: readonly string[] = [...CURRENT_PAIR, "завершена"];

export const STAGE_STATUS = [
  "не начато",
  "в работе",
  "выполнено",
  "отменено",
] as const;

/** Kinds of organisation, the usual first. */
export const ORGANIZATION_KIND = [
  "школа",
  "детский сад",
  "колледж",
  "дополнительное образование",
  "орган управления",
] as const;

export const DOCUMENT_STATUS = [
  "черновик",
  "на подписи",
  "подписан",
  "отменён",
] as const;

export const ANSWER_STATE = ["учтён", "заменён", "неразобран"] as const;

export const PARTICIPANT_KIND = ["персона", "группа", "класс"] as const;

export const WEIGHTS = [
  "обязательно",
  "важно",
  "желательно",
  "неважно",
  "не учитывать",
] as const;

export const MEETING_FORMAT = ["очно", "онлайн", "смешанный"] as const;

export const CLEARANCE = ["есть", "нет", "не требуется"] as const;

/** What a row of «Правила пар» asks for. */
export const PAIR_RULE = [
  "обязательно",
  "никогда",
  "закрепить",
  "резерв",
  "желательно",
] as const;

/** How a pair came into «Пары». */
export const PAIR_SOURCE = [
  "подбор",
  "вручную",
  "пересчитать",
  "закреплена",
] as const;

export const YOUNG_SPECIALIST = "молодой специалист";

export const FORMS_OF_MENTORING = [
  "педагог – педагог",
  "руководитель – педагог",
  "ученик – ученик",
  "студент – ученик",
  "работодатель – ученик",
  "работодатель – студент",
  "педагог – обучающийся",
] as const;

export const KINDS = [
  "традиционное",
  "краткосрочное",
  "ситуационное",
  "реверсивное",
  "виртуальное",
  "в группе",
  "скоростное",
] as const;

export const CATEGORIES = [
  YOUNG_SPECIALIST,
  "вновь прибывший",
  "после перерыва в работе",
  "сменивший место работы",
  "испытывающий затруднения",
  "педагог",
  "обучающийся",
] as const;

/** Where mentors come from. */
export const SOURCES = [
  "обучающийся",
  "педагог",
  "родитель",
  "сотрудник предприятия",
  "предприниматель",
  "общественный деятель",
  "выпускник",
] as const;

export const QUALIFICATION = [
  "нет категории",
  "соответствие должности",
  "первая",
  "высшая",
  "педагог-методист",
  "педагог-наставник",
] as const;

/** What the talk with a candidate ended in. */
export const INTERVIEW_DECISION = [
  "рекомендован",
  "повторное собеседование",
  "отказано",
] as const;

export const REFUSED_CANDIDATE = INTERVIEW_DECISION[2];

/** Help for those who have stayed without a pair. */
export const SUPPORT = ["нужна", "оказывается", "не нужна"] as const;

export const TOPICS = [
  "Планирование урока",
  "Ведение документации",
  "Дисциплина и управление классом",
  "Работа с родителями",
  "ФГОС и оценивание",
  "Цифровые инструменты",
  "Инклюзивная практика",
  "Подготовка к аттестации",
  "Профессиональные конкурсы",
  "Успеваемость по предмету",
  "Проект или олимпиада",
  "Профориентация",
  "Адаптация в коллективе",
  "Социальные навыки",
  "Спорт и творчество",
] as const;
