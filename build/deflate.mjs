/** Stands for pako (48 KB) in the bundle: what pizzip asks of it, by fflate (10 KB). */
import { deflateSync, inflateSync } from "fflate";

/** @param options - `level` 1 to 9; -1 is the usual one. */
export function deflateRaw(bytes, { level }) {
  return deflateSync(bytes, level < 0 ? {} : { level });
}

export function inflateRaw(bytes) {
  return inflateSync(bytes);
}
