/** Acts that mentoring documents refer to, as data: numbers, dates, how long they hold. */
import { MONTHS_GENITIVE, russianDate } from "../language/dates";

export type LegalAct = {
  /** Short name, nominative. */
  readonly name: string;
  /** YYYY-MM-DD; absent for articles, standards and projects. */
  readonly date?: string;
  /** How its number is met in texts. */
  readonly number: RegExp;
  /** Last day on which it may be referred to, YYYY-MM-DD. */
  readonly until?: string;
  /** What to write in place of it. */
  readonly instead?: string;
};

export const LEGAL_ACTS: readonly LegalAct[] = [
  {
    name: "распоряжение Минпросвещения России № Р-145",
    date: "2019-12-25",
    number: /Р\s?-\s?145(?!\d)/iu,
  },
  {
    name: "письмо Минпросвещения России № МР-42/02",
    date: "2020-01-23",
    number: /МР\s?-\s?42\/02/iu,
  },
  {
    name: "письмо Минпросвещения России и Профсоюза № АЗ-1128/08/657",
    date: "2021-12-21",
    number: /АЗ\s?-\s?1128/iu,
  },
  {
    name: "распоряжение Правительства РФ № 1264-р",
    date: "2025-05-21",
    number: /(?<!\d)1264\s?-\s?р(?!\p{L})/iu,
  },
  {
    name: "распоряжение Правительства РФ № 3273-р",
    date: "2019-12-31",
    number: /(?<!\d)3273\s?-\s?р(?!\p{L})/iu,
  },
  {
    name: "распоряжение Минпросвещения России № Р-174",
    date: "2020-12-16",
    number: /Р\s?-\s?174(?!\d)/iu,
  },
  {
    name: "Указ Президента РФ № 94",
    date: "2018-03-02",
    number: /(?<=Указ[^;]{0,160}№\s?)94(?!\d)/iu,
  },
  {
    name: "Указ Президента РФ № 204",
    date: "2018-05-07",
    number: /(?<=Указ[^;]{0,160}№\s?)204(?!\d)/iu,
    until: "2024-12-31",
    instead: "Указ Президента РФ от 21.07.2020 № 474",
  },
  {
    name: "Указ Президента РФ № 474",
    date: "2020-07-21",
    number: /(?<=Указ[^;]{0,160}№\s?)474(?!\d)/iu,
  },
  {
    name: "Федеральный закон № 273-ФЗ",
    date: "2012-12-29",
    number: /(?<!\d)273\s?-\s?ФЗ/iu,
  },
  {
    name: "Федеральный закон № 152-ФЗ",
    date: "2006-07-27",
    number: /(?<!\d)152\s?-\s?ФЗ/iu,
  },
  {
    name: "Федеральный закон № 381-ФЗ",
    date: "2024-11-09",
    number: /(?<!\d)381\s?-\s?ФЗ/iu,
  },
  {
    name: "ГОСТ Р 7.0.97-2016",
    number: /7\.0\.97\s?[-–]\s?2016/u,
    until: "2025-08-17",
    instead: "ГОСТ Р 7.0.97-2025",
  },
  {
    name: "приказ Минпросвещения России № 582",
    date: "2022-07-21",
    number: /(?<=21\.07\.2022\s*(?:г\.?)?\s*№\s?)582(?!\d)/u,
    until: "2025-02-28",
    instead:
      "действующий перечень документов педагога (сверьте: приказ от 06.11.2024 № 779)",
  },
  {
    name: "национальный проект «Образование»",
    number: /национальн\p{L}*\s+проект\p{L}*\s+[«"]Образование[»"]/iu,
    until: "2024-12-31",
  },
];

export type ActRemark = {
  readonly severity: "error" | "warning" | "hint";
  readonly message: string;
};

/** The article of the Labour Code on mentoring, and how it is misspelt. */
const WRONG_ARTICLE = /(?:ст\.|стать\p{L}*)\s*358\.1(?!\d)/iu;

/**
 * What is wrong with the acts that a text names.
 *
 * @param today - YYYY-MM-DD.
 */
export function actRemarks(text: string, today: string): readonly ActRemark[] {
  const remarks = LEGAL_ACTS.flatMap((act) => remarksOn(act, text, today));
  return WRONG_ARTICLE.test(text)
    ? [
        {
          severity: "error",
          message:
            "Статьи 358.1 о наставничестве в Трудовом кодексе нет. Нужна статья 351.8 ТК РФ: исправьте номер.",
        },
        ...remarks,
      ]
    : remarks;
}

function remarksOn(
  { name, date, number, until, instead }: LegalAct,
  text: string,
  today: string,
): readonly ActRemark[] {
  const match = number.exec(text);
  if (match === null) {
    return [];
  }
  const written = dateBefore(text.slice(0, match.index));
  return [
    ...(until !== undefined && until < today
      ? [
          {
            severity: "warning" as const,
            message: `Устарело: ${name} (срок истёк ${russianDate(until)}). ${instead === undefined ? "Уберите ссылку из новых документов." : `Вместо этого: ${instead}.`}`,
          },
        ]
      : []),
    ...(date !== undefined && written !== null && written !== date
      ? [
          {
            severity: "warning" as const,
            message: `Дата не та: ${name} – от ${russianDate(date)}, а написано ${russianDate(written)}. Исправьте дату.`,
          },
        ]
      : []),
  ];
}

/** The date in «от 25.12.2019 г. №», when the text ends so. */
function dateBefore(text: string): string | null {
  const digits =
    /(\d{1,2})\.(\d{1,2})\.(\d{4})\s*(?:г\.?|года)?\s*(?:№|N)?\s*$/u.exec(text);
  if (digits !== null) {
    return iso(digits[3], Number(digits[2]), digits[1]);
  }
  const words =
    /(\d{1,2})\s+([а-я]+)\s+(\d{4})\s*(?:г\.?|года)?\s*(?:№|N)?\s*$/iu.exec(
      text,
    );
  const month = MONTHS_GENITIVE.indexOf(words?.[2]?.toLowerCase() ?? "") + 1;
  return words === null || month === 0 ? null : iso(words[3], month, words[1]);
}

function iso(year = "", month: number, day = ""): string {
  return `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
