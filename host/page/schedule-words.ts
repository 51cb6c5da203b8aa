/** When a trigger runs, in Russian words. */
import type { TriggerView } from "../types";
import { formatMinute } from "./format";

type Schedule = TriggerView["schedule"];
/** Forms for 1, for 2 to 4, for 5 and more. */
type Forms = readonly [one: string, few: string, many: string];

const EVENTS: Readonly<Record<string, string>> = {
  ON_OPEN: "при открытии таблицы",
  ON_EDIT: "при правке",
  ON_CHANGE: "при изменении таблицы",
  ON_FORM_SUBMIT: "при ответе на форму",
};
const WEEK_DAYS: Readonly<Record<string, string>> = {
  MONDAY: "по понедельникам",
  TUESDAY: "по вторникам",
  WEDNESDAY: "по средам",
  THURSDAY: "по четвергам",
  FRIDAY: "по пятницам",
  SATURDAY: "по субботам",
  SUNDAY: "по воскресеньям",
};
const UNITS: readonly {
  readonly key: string;
  /** For a period of one. */
  readonly single: string;
  readonly forms: Forms;
}[] = [
  {
    key: "everyMinutes",
    single: "каждую минуту",
    forms: ["минуту", "минуты", "минут"],
  },
  { key: "everyHours", single: "каждый час", forms: ["час", "часа", "часов"] },
  { key: "everyDays", single: "каждый день", forms: ["день", "дня", "дней"] },
  {
    key: "everyWeeks",
    single: "каждую неделю",
    forms: ["неделю", "недели", "недель"],
  },
];
const MINUTE_MS = 60_000;
const RULES = new Intl.PluralRules("ru-RU");

/** @returns e.g. «каждые 2 недели по пятницам, между 9:00 и 10:00». */
export function scheduleWords({
  event,
  schedule,
}: Pick<TriggerView, "event" | "schedule">): string {
  if (event !== "CLOCK") return EVENTS[event] ?? event;
  const once = onceWords(schedule);
  const words = once ?? [periodWords(schedule), timeWords(schedule)];
  const zone = schedule["inTimezone"];
  const place = zone === undefined ? "" : `(${zone})`;
  const [first, ...rest] = words.filter((word) => word !== "");
  return [[first, ...rest].join(", "), place].join(" ").trim();
}

function onceWords(schedule: Schedule): string[] | null {
  if (schedule["at"] !== undefined) {
    return ["один раз", formatMinute(String(schedule["at"]))];
  }
  if (schedule["atDate"] !== undefined) {
    const day = String(schedule["atDate"]).split("-");
    const [year = "", month = "", date = ""] = day;
    const padded = [date.padStart(2, "0"), month.padStart(2, "0"), year];
    return ["один раз", padded.join("."), timeWords(schedule)];
  }
  if (schedule["after"] === undefined) return null;
  const minutes = Math.round(Number(schedule["after"]) / MINUTE_MS);
  const counted = `${minutes} ${formOf(minutes, ["минуту", "минуты", "минут"])}`;
  return ["один раз", `через ${counted} после установки`];
}

function periodWords(schedule: Schedule): string {
  if (schedule["onMonthDay"] !== undefined) {
    return `каждый месяц ${schedule["onMonthDay"]}-го числа`;
  }
  const weekDay = WEEK_DAYS[String(schedule["onWeekDay"])] ?? "";
  const unit = UNITS.find(({ key }) => key in schedule);
  if (unit === undefined) return weekDay;
  const count = Number(schedule[unit.key]);
  const period = count === 1 ? unit.single : everyWords(count, unit.forms);
  return `${period} ${weekDay}`.trim();
}

/** каждую 21 минуту, каждые 2 часа, каждые 5 дней. */
function everyWords(count: number, forms: Forms): string {
  const form = formOf(count, forms);
  if (form !== forms[0]) return `каждые ${count} ${form}`;
  return `${/[ую]$/.test(form) ? "каждую" : "каждый"} ${count} ${form}`;
}

function timeWords(schedule: Schedule): string {
  const hour = schedule["atHour"];
  const minute = schedule["nearMinute"];
  if (hour === undefined) {
    return minute === undefined ? "" : `в ${minute} мин.`;
  }
  if (minute !== undefined) {
    return `в ${hour}:${String(minute).padStart(2, "0")}`;
  }
  return `между ${hour}:00 и ${(Number(hour) + 1) % 24}:00`;
}

function formOf(count: number, forms: Forms): string {
  const rule = RULES.select(count);
  if (rule === "one") return forms[0];
  return rule === "few" ? forms[1] : forms[2];
}
