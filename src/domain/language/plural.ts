/** Russian agreement of a noun with a number. */

/** The noun after 1, after 2–4 and after 5–20: «пара», «пары», «пар». */
export type PluralForms = readonly [string, string, string];

/**
 * The form of a noun that stands after a number.
 *
 * @param count - Any finite number; a fraction takes the second form, as in
 *   «2,5 пары»; the sign does not matter.
 * @throws RangeError if the count is not finite.
 */
export function plural(count: number, forms: PluralForms): string {
  if (!Number.isFinite(count)) {
    throw new RangeError(`plural: ${count} is not a finite number`);
  }
  const whole = Math.abs(count);
  const [one, few, many] = forms;
  if (!Number.isInteger(whole)) {
    return few;
  }
  const tens = whole % 100;
  const units = whole % 10;
  if (tens >= 11 && tens <= 14) {
    return many;
  }
  if (units === 1) {
    return one;
  }
  return units >= 2 && units <= 4 ? few : many;
}

/**
 * The number with its noun: «12 пар», «1 пара», «2,5 пары».
 *
 * @throws RangeError if the count is not finite.
 */
export function counted(count: number, forms: PluralForms): string {
  return `${String(count).replace(".", ",")} ${plural(count, forms)}`;
}
