/** EmbeddedChartBuilder: ranges, kind, place and options of a chart. */
import {
  ChartHiddenDimensionStrategy,
  ChartMergeStrategy,
  ChartType,
  DRAWN_KINDS,
} from "./chart-enums";
import {
  type ChartKind,
  type HiddenStrategy,
  type MergeStrategy,
  type OptionValue,
  withOption,
} from "./chart-model";
import {
  type ChartDraft,
  type ChartMakers,
  ContainerInfo,
  type EmbeddedChart,
  rangesOf,
} from "./embedded-chart";
import { EnumValue, ServiceError, ServiceObject } from "./service-object";
import {
  type AreaObject,
  mismatch,
  needBoolean,
  needInteger,
  needRange,
  needText,
} from "./sheets-context";

export class EmbeddedChartBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(EmbeddedChartBuilder.prototype),
  );

  readonly #makers: ChartMakers;
  draft: ChartDraft;

  constructor(makers: ChartMakers, draft: ChartDraft) {
    super();
    this.#makers = makers;
    this.draft = draft;
  }

  addRange(range: unknown): this {
    const added = needRange("EmbeddedChartBuilder.addRange", range);
    return this.#change({
      ranges: [
        ...this.draft.ranges,
        { sheetId: added.sheetId, area: added.area },
      ],
    });
  }

  clearRanges(): this {
    return this.#change({ ranges: [] });
  }

  removeRange(range: unknown): this {
    const { sheetId, area } = needRange(
      "EmbeddedChartBuilder.removeRange",
      range,
    );
    const removed = JSON.stringify(plainArea(area));
    return this.#change({
      ranges: this.draft.ranges.filter(
        (one) =>
          one.sheetId !== sheetId ||
          JSON.stringify(plainArea(one.area)) !== removed,
      ),
    });
  }

  getRanges(): AreaObject[] {
    return rangesOf(this.#makers.context, this.draft.ranges);
  }

  getContainer(): ContainerInfo {
    return new ContainerInfo(this.draft.anchor);
  }

  getChartType(): EnumValue {
    return ChartType[this.draft.kind];
  }

  /** @throws ServiceError for the kinds that the host does not draw. */
  setChartType(type: unknown): this {
    const call = "EmbeddedChartBuilder.setChartType";
    const kind = memberOf(call, "Charts.ChartType", type);
    if (!DRAWN_KINDS.has(kind)) {
      throw new ServiceError(
        `Charts.ChartType.${kind} is not available on the local host.`,
      );
    }
    return this.#change({ kind: kind as ChartKind });
  }

  setOption(option: unknown, value: unknown): this {
    const path = needText("EmbeddedChartBuilder.setOption", option);
    return setOptions(this, [path, plain(value)]);
  }

  /** Row and column from 1, offsets in pixels. */
  setPosition(
    row: unknown,
    column: unknown,
    offsetX: unknown,
    offsetY: unknown,
  ): this {
    const call = "EmbeddedChartBuilder.setPosition";
    const anchor = {
      row: needInteger(call, row) - 1,
      column: needInteger(call, column) - 1,
      offsetX: needInteger(call, offsetX),
      offsetY: needInteger(call, offsetY),
    };
    if (anchor.row < 0 || anchor.column < 0) {
      throw new ServiceError("The row and column of a chart start at 1.");
    }
    return this.#change({ anchor });
  }

  setNumHeaders(headers: unknown): this {
    const call = "EmbeddedChartBuilder.setNumHeaders";
    return this.#change({ headers: needInteger(call, headers) });
  }

  setMergeStrategy(strategy: unknown): this {
    const call = "EmbeddedChartBuilder.setMergeStrategy";
    const merge = memberOf(call, ChartMergeStrategy.MERGE_ROWS.type, strategy);
    return this.#change({ merge: merge as MergeStrategy });
  }

  setTransposeRowsAndColumns(transpose: unknown): this {
    const call = "EmbeddedChartBuilder.setTransposeRowsAndColumns";
    return this.#change({ transposed: needBoolean(call, transpose) });
  }

  setHiddenDimensionStrategy(strategy: unknown): this {
    const call = "EmbeddedChartBuilder.setHiddenDimensionStrategy";
    const { type } = ChartHiddenDimensionStrategy.SHOW_BOTH;
    return this.#change({
      hidden: memberOf(call, type, strategy) as HiddenStrategy,
    });
  }

  asAreaChart(): ServiceObject {
    return this.#as("AREA");
  }

  asBarChart(): ServiceObject {
    return this.#as("BAR");
  }

  asColumnChart(): ServiceObject {
    return this.#as("COLUMN");
  }

  asComboChart(): ServiceObject {
    return this.#as("COMBO");
  }

  asHistogramChart(): ServiceObject {
    return this.#as("HISTOGRAM");
  }

  asLineChart(): ServiceObject {
    return this.#as("LINE");
  }

  asPieChart(): ServiceObject {
    return this.#as("PIE");
  }

  asScatterChart(): ServiceObject {
    return this.#as("SCATTER");
  }

  asTableChart(): ServiceObject {
    return this.#as("TABLE");
  }

  build(): EmbeddedChart {
    return this.#makers.chart(this.draft);
  }

  #as(kind: ChartKind): ServiceObject {
    return this.#makers.builder({ ...this.draft, kind }, false);
  }

  #change(fields: Partial<ChartDraft>): this {
    this.draft = { ...this.draft, ...fields };
    return this;
  }
}

/** Sets options of a builder and gives it back. */
export function setOptions<Builder extends EmbeddedChartBuilder>(
  builder: Builder,
  ...set: readonly (readonly [path: string, value: OptionValue])[]
): Builder {
  let { options } = builder.draft;
  for (const [path, value] of set) options = withOption(options, path, value);
  builder.draft = { ...builder.draft, options };
  return builder;
}

function plainArea({
  startRow,
  endRow,
  startColumn,
  endColumn,
}: AreaObject["area"]) {
  return { startRow, endRow, startColumn, endColumn };
}

/** @throws ServiceError when a value is no member of the enum. */
export function memberOf(call: string, type: string, value: unknown): string {
  if (!(value instanceof EnumValue) || value.type !== type) {
    throw mismatch(call, value);
  }
  return value.name;
}

/** An option as Google Charts reads it: enum members by their small names. */
function plain(value: unknown): OptionValue {
  if (value instanceof EnumValue) return value.name.toLowerCase();
  if (Array.isArray(value)) return value.map(plain);
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : null;
    case "object":
      if (value === null) return null;
      if (Object.getPrototypeOf(value) === Object.prototype) {
        return Object.fromEntries(
          Object.entries(value).map(([name, item]) => [name, plain(item)]),
        );
      }
  }
  throw mismatch("EmbeddedChartBuilder.setOption", "", value);
}
