/** Настройки: one row per setting, its key as the row id. */
import { WEEKDAYS } from "../../domain/language/weekdays";
import { ORGANIZATION_KIND } from "../../domain/vocabulary";
import type { CellValue, Table } from "../table";

export const settings: Table = {
  id: "settings",
  title: "Настройки",
  prefix: "",
  digits: 0,
  columns: [
    {
      key: "name",
      header: "Настройка",
      kind: "text",
      width: 340,
      note: "Что настраивается.",
    },
    {
      key: "value",
      header: "Значение",
      kind: "any",
      width: 340,
      name: "settings_value",
      note: "Изменяйте здесь: формулы и документы берут значение отсюда.",
    },
    {
      key: "about",
      header: "Пояснение",
      kind: "longtext",
      width: 340,
      note: "Как настройка действует.",
    },
    {
      key: "id",
      header: "Код",
      kind: "text",
      width: 240,
      hidden: true,
      name: "settings_id",
      note: "Ключ настройки. Не меняйте.",
    },
  ],
};

export type Setting = {
  readonly key: string;
  readonly name: string;
  readonly kind: "text" | "integer" | "date" | "choice";
  readonly choices?: readonly string[];
  readonly about: string;
  readonly initial: CellValue;
  /** False: kept by the add-on, set-up does not ask for it. */
  readonly asked?: false;
};

export const MODE_NAMES = "С именами";
export const MODE_CODES = "По кодам";

/** Setting that keeps the choice of the mode with its date and person. */
export const MODE_CHOSEN = "modeChosen";

/** Aims of «Подобрать пары…», the usual one first. */
export const PAIR_MODES = [
  "больше пар",
  "выше баллы",
  "поднять слабые",
] as const;

/** What becomes of a pair that once broke up, the usual first. */
export const BROKEN_PAIRS = [
  "предлагать реже",
  "не предлагать",
  "предлагать как всех",
] as const;

/** Every setting of the book; set-up asks for them in this order. */
export const SETTINGS: readonly Setting[] = [
  {
    key: "organization",
    name: "Полное наименование организации",
    kind: "text",
    about: "Как в уставе: стоит в заголовке приказов.",
    initial: "",
  },
  {
    key: "organizationShort",
    name: "Сокращённое наименование",
    kind: "text",
    about: "Например: МБОУ СОШ № 7.",
    initial: "",
  },
  {
    key: "city",
    name: "Населённый пункт",
    kind: "text",
    about: "Место составления приказа, например: г. Заречный.",
    initial: "",
  },
  {
    key: "address",
    name: "Адрес организации",
    kind: "text",
    about: "С индексом; стоит в согласиях: закон требует адрес оператора.",
    initial: "",
  },
  {
    key: "site",
    name: "Адрес сайта",
    kind: "text",
    about: "Стоит в согласии на распространение.",
    initial: "",
  },
  {
    key: "headPosition",
    name: "Должность руководителя",
    kind: "text",
    about: "Например: директор, заведующий.",
    initial: "директор",
  },
  {
    key: "headName",
    name: "ФИО руководителя",
    kind: "text",
    about: "Полностью; подписывает приказы.",
    initial: "",
  },
  {
    key: "curatorPosition",
    name: "Должность куратора",
    kind: "text",
    about: "Например: заместитель директора по УВР.",
    initial: "",
  },
  {
    key: "curatorName",
    name: "ФИО куратора",
    kind: "text",
    about: "Полностью.",
    initial: "",
  },
  {
    key: "schoolYear",
    name: "Учебный год (первый год)",
    kind: "integer",
    about: "2026 означает 2026/2027 учебный год.",
    initial: null,
  },
  {
    key: "organizationKind",
    name: "Вид организации",
    kind: "choice",
    choices: ORGANIZATION_KIND,
    about: "От него зависят обычные даты учебного года.",
    initial: ORGANIZATION_KIND[0],
  },
  {
    key: "yearBounds",
    name: "Учебный год: с – по",
    kind: "text",
    about:
      "День и месяц: 01.09–31.05. Пусто – как обычно для вида организации.",
    initial: "",
  },
  {
    key: "terms",
    name: "Четверти, триместры или полугодия",
    kind: "text",
    about:
      "Отрезки через точку с запятой: 01.09–23.10; 02.11–29.12; 11.01–26.03; 05.04–31.05. Четыре – четверти, три – триместры, два – полугодия или семестры. Пусто – обычные даты этого года.",
    initial: "",
  },
  {
    key: "holidays",
    name: "Каникулы",
    kind: "text",
    about:
      "Через точку с запятой: осенние 24.10–01.11; зимние 30.12–10.01; весенние 27.03–04.04. Пусто – между четвертями или обычные даты этого года.",
    initial: "",
  },
  {
    key: "workWeek",
    name: "Рабочая неделя, дней",
    kind: "integer",
    about: "5 или 6: остальные дни недели – выходные.",
    initial: 5,
  },
  {
    key: "daysOff",
    name: "Ещё нерабочие и рабочие дни",
    kind: "text",
    about:
      "Праздники по закону учтены. Перенесённые впишите через точку с запятой: 31.12.2026; 26.12.2026 рабочий; 03.05.2027–07.05.2027.",
    initial: "",
  },
  {
    key: "periodFrom",
    name: "Программа: начало",
    kind: "date",
    about: "С этой даты действуют пары, если у пары не указано другое.",
    initial: null,
  },
  {
    key: "periodTo",
    name: "Программа: окончание",
    kind: "date",
    about: "По эту дату действуют пары, если у пары не указано другое.",
    initial: null,
  },
  {
    key: "mode",
    name: "Режим персональных данных",
    kind: "choice",
    choices: [MODE_CODES, MODE_NAMES],
    about:
      "«По кодам»: имена и контакты участников не записываются в таблицу, в приказах стоят пометки вида {{НСТ-014}}. «С именами»: записываются; риск – на организации. Меняется через меню «Персональные данные».",
    initial: MODE_CODES,
  },
  {
    key: MODE_CHOSEN,
    name: "Режим персональных данных: кем и когда выбран",
    kind: "text",
    about: "Записывает надстройка. Не меняйте.",
    initial: null,
    asked: false,
  },
  {
    key: "youngTotal",
    name: "Молодых специалистов в организации",
    kind: "integer",
    about:
      "Сколько их на отчётную дату (стаж от 0 до 3 лет); знаменатель первого показателя.",
    initial: null,
  },
  {
    key: "satisfiedFrom",
    name: "Удовлетворён: средний балл не ниже",
    kind: "integer",
    about: "По шкале от 1 до 10; порог выбирает организация.",
    initial: 7,
  },
  {
    key: "minScore",
    name: "Подбор: наименьший балл пары",
    kind: "integer",
    about: "От 0 до 1000; пары с меньшим баллом не предлагаются.",
    initial: 0,
  },
  {
    key: "pairMode",
    name: "Подбор: цель",
    kind: "choice",
    choices: PAIR_MODES,
    about:
      "«больше пар» – как можно больше наставляемых с наставником, затем сумма баллов; «выше баллы» – наибольшая сумма баллов пар не ниже порога; «поднять слабые» – при наибольшем числе пар как можно выше самый низкий балл.",
    initial: PAIR_MODES[0],
  },
  {
    key: "brokenPairs",
    name: "Подбор: пары, прекращённые досрочно",
    kind: "choice",
    choices: BROKEN_PAIRS,
    about: "Можно ли снова предлагать пару, которая была прекращена досрочно.",
    initial: BROKEN_PAIRS[0],
  },
  {
    key: "consentSelfFrom",
    name: "Согласие: участник подписывает с, лет",
    kind: "integer",
    about: "Младше – подписывает один родитель; с этого возраста – оба.",
    initial: 14,
  },
  {
    key: "consentAdultFrom",
    name: "Согласие: участник подписывает один с, лет",
    kind: "integer",
    about: "Совершеннолетие: с этого возраста подпись родителя не нужна.",
    initial: 18,
  },
  {
    key: "consentYears",
    name: "Согласие: лет после окончания программы",
    kind: "integer",
    about: "Сколько лет данные хранятся после программы; стоит в согласиях.",
    initial: 3,
  },
  {
    key: "publicationYears",
    name: "Распространение: лет после окончания программы",
    kind: "integer",
    about:
      "Сколько лет действует согласие на распространение; пусто – столько же, сколько хранятся данные.",
    initial: null,
  },
  {
    key: "photoYears",
    name: "Фото и видео: лет после окончания программы",
    kind: "integer",
    about:
      "Сколько лет действует согласие на съёмку; пусто – столько же, сколько хранятся данные.",
    initial: null,
  },
  {
    key: "labourYears",
    name: "Согласие наставника и соглашение: лет хранения",
    kind: "integer",
    about:
      "Кадровые документы хранятся на бумаге дольше данных в таблице; срок считается со дня подписи.",
    initial: 50,
  },
  {
    key: "parentConsent",
    name: "Согласие родителя на участие ребёнка",
    kind: "choice",
    choices: ["требуется", "не требуется"],
    about: "Для несовершеннолетних, кроме согласия на обработку данных.",
    initial: "требуется",
  },
  {
    key: "menteesUpdated",
    name: "Банк наставляемых обновлён",
    kind: "date",
    about:
      "Когда банк проверен целиком, не реже раза в год. Отмечает «Банки обновлены».",
    initial: null,
    asked: false,
  },
  {
    key: "mentorsUpdated",
    name: "Банк наставников обновлён",
    kind: "date",
    about:
      "Когда банк проверен целиком, не реже раза в год. Отмечает «Банки обновлены».",
    initial: null,
    asked: false,
  },
  {
    key: "banksUpdatedBy",
    name: "Кто отметил обновление банков",
    kind: "text",
    about: "Учётная запись. Отмечает «Банки обновлены».",
    initial: null,
    asked: false,
  },
  {
    key: "basis",
    name: "Основания приказов",
    kind: "text",
    about:
      "Через точку с запятой, в том виде, в каком пишутся в преамбуле после слов «в соответствии с».",
    initial:
      "распоряжением Минпросвещения России от 25.12.2019 № Р-145; письмом Минпросвещения России и Общероссийского Профсоюза образования от 21.12.2021 № АЗ-1128/08/657",
  },
  {
    key: "digest",
    name: "Еженедельное письмо",
    kind: "choice",
    choices: ["включено", "выключено"],
    about:
      "Включается через «Еженедельное письмо…»; «выключено» здесь тоже его прекращает.",
    initial: "выключено",
    asked: false,
  },
  {
    key: "digestDay",
    name: "Еженедельное письмо: день недели",
    kind: "choice",
    choices: WEEKDAYS,
    about: "В этот день недели приходит письмо.",
    initial: WEEKDAYS[0],
    asked: false,
  },
  {
    key: "digestHour",
    name: "Еженедельное письмо: час",
    kind: "integer",
    about: "От 0 до 23; письмо приходит в течение этого часа.",
    initial: 9,
    asked: false,
  },
];
