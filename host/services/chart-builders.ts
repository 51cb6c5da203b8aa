/** Builders of the kinds of charts: setters that stand for options of Google Charts. */
import { EmbeddedChartBuilder, memberOf, setOptions } from "./chart-builder";
import { CurveStyle, PointStyle, Position } from "./chart-enums";
import { mismatch, needBoolean, needInteger, needText } from "./sheets-context";

const CLASS = "EmbeddedChartBuilder";

/** Names of the setters of a class, as `light` wants them. */
function settersOf(type: { readonly prototype: object }): readonly string[] {
  return Object.getOwnPropertyNames(type.prototype);
}

function needNumber(call: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw mismatch(call, value);
  }
  return value;
}

function needTexts(call: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw mismatch(call, value);
  return value.map((text) => needText(call, text));
}

/** Diameters in pixels; chosen. */
const POINT_SIZES: Readonly<Record<string, number>> = {
  NONE: 0,
  TINY: 2,
  MEDIUM: 7,
  LARGE: 10,
  HUGE: 14,
};

function pointSize(style: unknown): number {
  const { type } = PointStyle.NONE;
  return POINT_SIZES[memberOf(`${CLASS}.setPointStyle`, type, style)] ?? 0;
}

/** What every drawn kind has. */
class DrawnChartBuilder extends EmbeddedChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...EmbeddedChartBuilder.light,
    ...settersOf(DrawnChartBuilder),
  ]);

  setTitle(title: unknown): this {
    return setOptions(this, ["title", needText(`${CLASS}.setTitle`, title)]);
  }

  setColors(colors: unknown): this {
    const list = needTexts(`${CLASS}.setColors`, colors);
    return setOptions(this, ["colors", list]);
  }

  setBackgroundColor(color: unknown): this {
    const text = needText(`${CLASS}.setBackgroundColor`, color);
    return setOptions(this, ["backgroundColor", text]);
  }

  setLegendPosition(position: unknown): this {
    const call = `${CLASS}.setLegendPosition`;
    const name = memberOf(call, Position.TOP.type, position);
    return setOptions(this, ["legend.position", name.toLowerCase()]);
  }
}

export class EmbeddedPieChartBuilder extends DrawnChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...DrawnChartBuilder.light,
    ...settersOf(EmbeddedPieChartBuilder),
  ]);

  reverseCategories(): this {
    return setOptions(this, ["reverseCategories", true]);
  }

  /** Kept for Google; drawn flat here. */
  set3D(): this {
    return setOptions(this, ["is3D", true]);
  }
}

class AxesChartBuilder extends DrawnChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...DrawnChartBuilder.light,
    ...settersOf(AxesChartBuilder),
  ]);

  setXAxisTitle(title: unknown): this {
    const text = needText(`${CLASS}.setXAxisTitle`, title);
    return setOptions(this, ["hAxis.title", text]);
  }

  setYAxisTitle(title: unknown): this {
    const text = needText(`${CLASS}.setYAxisTitle`, title);
    return setOptions(this, ["vAxis.title", text]);
  }
}

export class EmbeddedScatterChartBuilder extends AxesChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...AxesChartBuilder.light,
    ...settersOf(EmbeddedScatterChartBuilder),
  ]);

  setPointStyle(style: unknown): this {
    return setOptions(this, ["pointSize", pointSize(style)]);
  }

  setXAxisLogScale(): this {
    return setOptions(this, ["hAxis.logScale", true]);
  }

  setYAxisLogScale(): this {
    return setOptions(this, ["vAxis.logScale", true]);
  }

  /** Points outside widen it. */
  setXAxisRange(start: unknown, end: unknown): this {
    return setOptions(this, ...rangeOf("hAxis", start, end));
  }

  /** Points outside widen it. */
  setYAxisRange(start: unknown, end: unknown): this {
    return setOptions(this, ...rangeOf("vAxis", start, end));
  }
}

function rangeOf(axis: string, start: unknown, end: unknown) {
  const call = `${CLASS}.setRange`;
  return [
    [`${axis}.minValue`, needNumber(call, start)],
    [`${axis}.maxValue`, needNumber(call, end)],
  ] as const;
}

/** Categories along one axis, values along the other. */
class CategoryChartBuilder extends AxesChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...AxesChartBuilder.light,
    ...settersOf(CategoryChartBuilder),
  ]);

  /** Values outside widen it. */
  setRange(start: unknown, end: unknown): this {
    return setOptions(this, ...rangeOf(valueAxis(this), start, end));
  }

  useLogScale(): this {
    return setOptions(this, [`${valueAxis(this)}.logScale`, true]);
  }

  reverseCategories(): this {
    const axis = valueAxis(this) === "vAxis" ? "hAxis" : "vAxis";
    return setOptions(this, [`${axis}.direction`, -1]);
  }
}

/** Bars lie: their values run along the horizontal axis. */
function valueAxis(builder: EmbeddedChartBuilder): "hAxis" | "vAxis" {
  return builder.draft.kind === "BAR" ? "hAxis" : "vAxis";
}

class StackedChartBuilder extends CategoryChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...CategoryChartBuilder.light,
    ...settersOf(StackedChartBuilder),
  ]);

  setStacked(): this {
    return setOptions(this, ["isStacked", true]);
  }
}

export class EmbeddedColumnChartBuilder extends StackedChartBuilder {}

export class EmbeddedComboChartBuilder extends StackedChartBuilder {}

export class EmbeddedHistogramChartBuilder extends StackedChartBuilder {}

export class EmbeddedBarChartBuilder extends StackedChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...StackedChartBuilder.light,
    ...settersOf(EmbeddedBarChartBuilder),
  ]);

  reverseDirection(): this {
    return setOptions(this, ["hAxis.direction", -1]);
  }
}

export class EmbeddedAreaChartBuilder extends StackedChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...StackedChartBuilder.light,
    ...settersOf(EmbeddedAreaChartBuilder),
  ]);

  setPointStyle(style: unknown): this {
    return setOptions(this, ["pointSize", pointSize(style)]);
  }
}

export class EmbeddedLineChartBuilder extends CategoryChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...CategoryChartBuilder.light,
    ...settersOf(EmbeddedLineChartBuilder),
  ]);

  setPointStyle(style: unknown): this {
    return setOptions(this, ["pointSize", pointSize(style)]);
  }

  setCurveStyle(style: unknown): this {
    const call = `${CLASS}.setCurveStyle`;
    const name = memberOf(call, CurveStyle.NORMAL.type, style);
    const curve = name === "SMOOTH" ? "function" : "none";
    return setOptions(this, ["curveType", curve]);
  }
}

export class EmbeddedTableChartBuilder extends EmbeddedChartBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...EmbeddedChartBuilder.light,
    ...settersOf(EmbeddedTableChartBuilder),
  ]);

  showRowNumberColumn(show: unknown): this {
    const isShown = needBoolean(`${CLASS}.showRowNumberColumn`, show);
    return setOptions(this, ["showRowNumber", isShown]);
  }

  setFirstRowNumber(number: unknown): this {
    const first = needInteger(`${CLASS}.setFirstRowNumber`, number);
    return setOptions(this, ["firstRowNumber", first]);
  }

  useAlternatingRowStyle(alternate: unknown): this {
    const isStriped = needBoolean(`${CLASS}.useAlternatingRowStyle`, alternate);
    return setOptions(this, ["alternatingRowStyle", isStriped]);
  }

  /** @param column - From 0. */
  setInitialSortingAscending(column: unknown): this {
    const index = needInteger(`${CLASS}.setInitialSortingAscending`, column);
    return setOptions(this, ["sortColumn", index], ["sortAscending", true]);
  }

  /** @param column - From 0. */
  setInitialSortingDescending(column: unknown): this {
    const index = needInteger(`${CLASS}.setInitialSortingDescending`, column);
    return setOptions(this, ["sortColumn", index], ["sortAscending", false]);
  }
}
