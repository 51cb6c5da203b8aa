/** Colour scales as exceljs writes them. */
import type { ConditionalFormattingRule } from "exceljs";
import { colorOf } from "./export-style";

/** One colour of a scale, as the engine keeps it. */
type Stop = {
  readonly color: string;
  readonly value: { readonly type: string; readonly value?: number | string };
};

/** @param config - The engine's stops, lowest first. */
export function excelColorScale(
  config: unknown,
  priority: number,
): ConditionalFormattingRule | null {
  const stops = Array.isArray(config) ? (config as readonly Stop[]) : [];
  if (stops.length < 2) return null;
  return {
    type: "colorScale",
    priority,
    cfvo: stops.map(({ value }) => ({
      type: value.type,
      ...(value.value === undefined ? {} : { value: value.value }),
    })),
    color: stops.map(({ color }) => colorOf(color) ?? { argb: "FFFFFFFF" }),
  } as unknown as ConditionalFormattingRule;
}
