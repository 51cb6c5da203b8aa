/** Colour scales of conditional formats, in Google's terms and the engine's. */
import type { EngineRule } from "./conditional-criteria";
import { type EnumValue, ServiceObject } from "./service-object";
import { mismatch, needText } from "./sheets-context";
import { InterpolationType } from "./sheets-enums";
import { hexColor } from "./style-values";

type TypeName = keyof typeof InterpolationType;

/** One colour of a scale; `value` is "" for the least and the greatest. */
export type Stop = {
  readonly color: string;
  readonly type: TypeName;
  readonly value: string;
};

export type Gradient = {
  readonly min: Stop;
  readonly mid: Stop | null;
  readonly max: Stop;
};

const ENGINE_TYPES: Readonly<Record<TypeName, string>> = {
  NUMBER: "num",
  PERCENT: "percent",
  PERCENTILE: "percentile",
  MIN: "min",
  MAX: "max",
};

/** @throws ServiceError for a colour or a type that is none. */
export function stopOf(
  call: string,
  color: unknown,
  type: unknown,
  value: unknown,
): Stop {
  const name = (Object.keys(InterpolationType) as readonly TypeName[]).find(
    (one) => InterpolationType[one] === type,
  );
  if (name === undefined) throw mismatch(call, color, type, value);
  return {
    color: hexColor(needText(call, color)),
    type: name,
    value: needText(call, value),
  };
}

/** The scale as the engine keeps it, lowest first. */
export function engineScale({ min, mid, max }: Gradient): EngineRule {
  return {
    type: "colorScale",
    config: [min, ...(mid === null ? [] : [mid]), max].map((stop, index) => ({
      index,
      color: stop.color,
      value: {
        type: ENGINE_TYPES[stop.type],
        ...(stop.value === "" ? {} : { value: Number(stop.value) }),
      },
    })),
  } as unknown as EngineRule;
}

/** Null for a rule that is no colour scale. */
export function gradientOf(rule: EngineRule): Gradient | null {
  if (rule.type !== "colorScale" || !("config" in rule)) return null;
  const stops = (rule.config as readonly EngineStop[]).map(readStop);
  const [min] = stops;
  const max = stops[stops.length - 1];
  if (min === undefined || max === undefined) return null;
  return { min, mid: stops.length > 2 ? (stops[1] ?? null) : null, max };
}

type EngineStop = {
  readonly color: string;
  readonly value: { readonly type: string; readonly value?: number | string };
};

function readStop({ color, value }: EngineStop): Stop {
  const type = (Object.keys(ENGINE_TYPES) as readonly TypeName[]).find(
    (name) => ENGINE_TYPES[name] === value.type,
  );
  return {
    color: hexColor(color),
    type: type ?? "NUMBER",
    value: value.value === undefined ? "" : String(value.value),
  };
}

export class GradientCondition extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(GradientCondition.prototype),
  );

  readonly #gradient: Gradient;

  constructor(gradient: Gradient) {
    super();
    this.#gradient = gradient;
  }

  getMinColor(): string {
    return this.#gradient.min.color;
  }

  getMinType(): EnumValue {
    return InterpolationType[this.#gradient.min.type];
  }

  getMinValue(): string {
    return this.#gradient.min.value;
  }

  /** "" without a middle. */
  getMidColor(): string {
    return this.#gradient.mid?.color ?? "";
  }

  getMidType(): EnumValue | null {
    const { mid } = this.#gradient;
    return mid === null ? null : InterpolationType[mid.type];
  }

  getMidValue(): string {
    return this.#gradient.mid?.value ?? "";
  }

  getMaxColor(): string {
    return this.#gradient.max.color;
  }

  getMaxType(): EnumValue {
    return InterpolationType[this.#gradient.max.type];
  }

  getMaxValue(): string {
    return this.#gradient.max.value;
  }
}
