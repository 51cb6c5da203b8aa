/** How charts write numbers, and how a histogram counts them. */

/** @param locale - Google's name of the book's locale, e.g. `ru_RU`. */
export function numberWriter(
  locale: string,
  isPercent: boolean,
): (value: number) => string {
  const format = new Intl.NumberFormat(locale.replace("_", "-"), {
    style: isPercent ? "percent" : "decimal",
    maximumFractionDigits: isPercent ? 1 : 2,
  });
  return (value) => format.format(value);
}

export type Bucket = {
  readonly from: number;
  /** Counts itself only in the last bucket. */
  readonly to: number;
};

/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Even buckets over all values, as many as Sturges' rule advises.
 *
 * @param size - Width of a bucket; null: found out.
 */
export function bucketsOf(
  values: readonly number[],
  size: number | null,
): readonly Bucket[] {
  if (values.length === 0) return [];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const wanted = Math.ceil(Math.log2(values.length)) + 1;
  const step =
    size !== null && size > 0 ? size : roundStep((high - low) / wanted);
  const first = Math.floor(low / step);
  const count = Math.min(
    MAX_BUCKETS,
    Math.max(1, Math.ceil(high / step) - first),
  );
  return Array.from({ length: count }, (_, index) => ({
    from: (first + index) * step,
    to: (first + index + 1) * step,
  }));
}

/** More bars than this cannot be told apart; chosen. */
const MAX_BUCKETS = 200;

function roundStep(exact: number): number {
  if (exact <= 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(exact));
  const step = STEPS.find((one) => one * magnitude >= exact) ?? 10;
  return step * magnitude;
}

/** How many values fall into each bucket. */
export function countIn(
  buckets: readonly Bucket[],
  values: readonly number[],
): number[] {
  const last = buckets.length - 1;
  return buckets.map(
    ({ from, to }, index) =>
      values.filter(
        (value) =>
          value >= from && (value < to || (index === last && value <= to)),
      ).length,
  );
}
