/** Utilities.formatString: sprintf's percent signs. */
import { ServiceError } from "./service-object";

/** Position, flags, width, precision, conversion. */
const SIGN = /%(?:(\d+)\$)?([-+ 0#]*)(\d+)?(?:\.(\d+))?([%a-zA-Z])/g;

type Spec = {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
};

const CONVERSIONS: Readonly<
  Record<string, (value: unknown, spec: Spec) => string>
> = {
  s: (value, { precision }) =>
    precision === null ? String(value) : String(value).slice(0, precision),
  d: (value, spec) => signed(wholeOf(value).toFixed(0), spec),
  i: (value, spec) => signed(wholeOf(value).toFixed(0), spec),
  u: (value) => (wholeOf(value) >>> 0).toString(),
  f: (value, spec) => signed(Number(value).toFixed(spec.precision ?? 6), spec),
  e: (value, spec) => signed(scientific(Number(value), spec), spec),
  E: (value, spec) =>
    signed(scientific(Number(value), spec).toUpperCase(), spec),
  g: (value, { precision }) =>
    String(Number(Number(value).toPrecision(precision || 6))),
  x: (value) => (wholeOf(value) >>> 0).toString(16),
  X: (value) => (wholeOf(value) >>> 0).toString(16).toUpperCase(),
  o: (value) => (wholeOf(value) >>> 0).toString(8),
  b: (value) => (wholeOf(value) >>> 0).toString(2),
  c: (value) =>
    typeof value === "number" ? String.fromCodePoint(value) : String(value),
};

/** @throws ServiceError for a conversion that sprintf does not know. */
export function formatString(
  template: string,
  values: readonly unknown[],
): string {
  let next = 0;
  return template.replace(
    SIGN,
    (_sign, place, flags: string, width, precision, letter: string) => {
      if (letter === "%") return "%";
      const convert = CONVERSIONS[letter];
      if (convert === undefined) {
        throw new ServiceError(`Unknown conversion type: ${letter}`);
      }
      const index = place === undefined ? next++ : Number(place) - 1;
      const spec = {
        flags,
        width: Number(width ?? 0),
        precision: precision === undefined ? null : Number(precision),
      };
      return padded(convert(values[index], spec), letter, spec);
    },
  );
}

function wholeOf(value: unknown): number {
  const number = Math.trunc(Number(value));
  return Number.isNaN(number) ? 0 : number;
}

function signed(text: string, { flags }: Spec): string {
  if (text.startsWith("-")) return text;
  if (flags.includes("+")) return `+${text}`;
  return flags.includes(" ") ? ` ${text}` : text;
}

function scientific(value: number, { precision }: Spec): string {
  return value
    .toExponential(precision ?? 6)
    .replace(/e([+-])(\d)$/, (_all, sign, digit) => `e${sign}0${digit}`);
}

function padded(text: string, letter: string, { flags, width }: Spec): string {
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0") || letter === "s" || letter === "c") {
    return text.padStart(width);
  }
  const sign = /^[-+ ]/.exec(text)?.[0] ?? "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
}
