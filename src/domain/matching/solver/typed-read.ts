/**
 * Reads from typed arrays whose index is in range by construction. One helper
 * per element type keeps each call site monomorphic, which the engine inlines.
 */

/** @param index - Integer inside the array; not checked. */
export function intAt(values: Int32Array, index: number): number {
  // In range by construction, so the element exists.
  return values[index] as number;
}

/** @param index - Integer inside the array; not checked. */
export function realAt(values: Float64Array, index: number): number {
  // In range by construction, so the element exists.
  return values[index] as number;
}

/** @param index - Integer inside the array; not checked. */
export function byteAt(values: Uint8Array, index: number): number {
  // In range by construction, so the element exists.
  return values[index] as number;
}
