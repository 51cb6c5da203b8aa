/** TextRotation: the angle of a cell's text. */
import type { StyleChange } from "./cell-styles";
import { ServiceObject } from "./service-object";
import { mismatch, needInteger } from "./sheets-context";

const MAX_DEGREES = 90;

/** An angle of text; 90 stands upwards. */
export class TextRotation extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getDegrees",
    "isVertical",
  ]);

  readonly #degrees: number;
  readonly #isVertical: boolean;

  constructor(degrees: number, isVertical: boolean) {
    super();
    this.#degrees = degrees;
    this.#isVertical = isVertical;
  }

  getDegrees(): number {
    return this.#degrees;
  }

  isVertical(): boolean {
    return this.#isVertical;
  }
}

/** @throws ServiceError for more than a right angle. */
export function rotationStyle(rotation: unknown): StyleChange {
  const call = "Range.setTextRotation";
  if (rotation instanceof TextRotation) {
    const { getDegrees, isVertical } = rotation;
    return isVertical.call(rotation)
      ? { tr: { a: 0, v: 1 } }
      : turned(getDegrees.call(rotation));
  }
  const degrees = needInteger(call, rotation);
  if (Math.abs(degrees) > MAX_DEGREES) throw mismatch(call, rotation);
  return turned(degrees);
}

/** The engine turns clockwise, Google against the clock. */
function turned(degrees: number): StyleChange {
  return { tr: { a: 0 - degrees, v: 0 } };
}
