/** Age on a day, and what is known of it when only the year of birth is. */

/** YYYY-MM-DD; compares as text. */
export type Iso = string;

/** `adult`: no date known, but the role is one of grown-ups. */
export type Birth =
  | { readonly date: Iso }
  | { readonly year: number }
  | "adult"
  | "unknown";

/** Ages at which the signature of the participant begins to count, and is enough. */
export type AgeBounds = {
  /** Below it the parent alone signs. */
  readonly selfFrom: number;
  /** From it the participant alone signs. */
  readonly adultFrom: number;
};

/** Age in full years on a day, under one supposition about the birth. */
export type AgeOn = (day: Iso) => number;

/**
 * The day on which somebody becomes `age` years old. Who was born on
 * 29 February becomes older on 1 March of a common year.
 */
export function dayOfAge(birth: Iso, age: number): Iso {
  return dayOf(
    yearOf(birth) + age,
    Number(birth.slice(5, 7)),
    Number(birth.slice(8, 10)),
  );
}

/** Full years on a day; the birthday itself counts. */
export function fullYears(birth: Iso, day: Iso): number {
  const years = yearOf(day) - yearOf(birth);
  return day < dayOfAge(birth, years) ? years - 1 : years;
}

export function addDays(day: Iso, days: number): Iso {
  return dayOf(
    yearOf(day),
    Number(day.slice(5, 7)),
    Number(day.slice(8, 10)) + days,
  );
}

/**
 * Every supposition about the age that can matter on these days. With a year
 * alone: its first and last day of birth, and those on which one of the days
 * would just be, or just not be, the birthday.
 */
export function suppositions(
  birth: Birth,
  bounds: AgeBounds,
  days: readonly Iso[],
): readonly AgeOn[] {
  if (birth === "adult") {
    return [() => bounds.adultFrom];
  }
  if (birth === "unknown") {
    return [bounds.selfFrom - 1, bounds.selfFrom, bounds.adultFrom].map(
      (age) => () => age,
    );
  }
  if ("date" in birth) {
    return [(day) => fullYears(birth.date, day)];
  }
  const { year } = birth;
  const births = days.flatMap((day) => {
    const same = dayOfAge(day, year - yearOf(day));
    return [same, addDays(same, 1)];
  });
  const inYear = births.filter((one) => yearOf(one) === year);
  const ends = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  return [...new Set([...ends, ...inYear])].map(
    (one) => (day) => fullYears(one, day),
  );
}

function yearOf(day: Iso): number {
  return Number(day.slice(0, 4));
}

/** Days beyond the month go on into the next. */
function dayOf(year: number, month: number, day: number): Iso {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
