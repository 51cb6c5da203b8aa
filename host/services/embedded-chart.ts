/** EmbeddedChart: a finished chart, on a sheet or about to be put on one. */
import {
  ChartHiddenDimensionStrategy,
  ChartMergeStrategy,
} from "./chart-enums";
import {
  type Anchor,
  optionAt,
  type PlacedArea,
  type StoredChart,
} from "./chart-model";
import { type EnumValue, ServiceObject } from "./service-object";
import {
  type AreaObject,
  needText,
  type SheetsContext,
} from "./sheets-context";

/** A chart that is not on a sheet yet has no id. */
export type ChartDraft = Omit<StoredChart, "id"> & {
  readonly id: number | null;
};

/** Makes the objects of charts; the classes import no class that imports them. */
export type ChartMakers = {
  readonly context: SheetsContext;
  readonly chart: (draft: ChartDraft) => EmbeddedChart;
  /** The builder of the draft's own kind, or the general one. */
  readonly builder: (draft: ChartDraft, general: boolean) => ServiceObject;
};

export function rangesOf(
  context: SheetsContext,
  ranges: readonly PlacedArea[],
): AreaObject[] {
  return ranges.map(({ sheetId, area }) => context.makeRange(sheetId, area));
}

export class EmbeddedChart extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getRanges",
    "getOptions",
    "getContainerInfo",
    "getChartId",
    "getNumHeaders",
    "getMergeStrategy",
    "getHiddenDimensionStrategy",
    "getTransposeRowsAndColumns",
    "modify",
  ]);

  readonly draft: ChartDraft;
  readonly #makers: ChartMakers;

  constructor(makers: ChartMakers, draft: ChartDraft) {
    super();
    this.#makers = makers;
    this.draft = draft;
  }

  getRanges(): AreaObject[] {
    return rangesOf(this.#makers.context, this.draft.ranges);
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.draft.options);
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.draft.anchor);
  }

  /** Null before the chart is on a sheet. */
  getChartId(): number | null {
    return this.draft.id;
  }

  /** -1 when the host finds out by itself. */
  getNumHeaders(): number {
    return this.draft.headers;
  }

  getMergeStrategy(): EnumValue {
    return ChartMergeStrategy[this.draft.merge];
  }

  getHiddenDimensionStrategy(): EnumValue {
    return ChartHiddenDimensionStrategy[this.draft.hidden];
  }

  getTransposeRowsAndColumns(): boolean {
    return this.draft.transposed;
  }

  /** The chart on the sheet changes only by Sheet.updateChart. */
  modify(): ServiceObject {
    return this.#makers.builder(this.draft, true);
  }
}

/** Where a chart lies. */
export class ContainerInfo extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(ContainerInfo.prototype),
  );

  readonly #anchor: Anchor;

  constructor(anchor: Anchor) {
    super();
    this.#anchor = anchor;
  }

  getAnchorColumn(): number {
    return this.#anchor.column + 1;
  }

  getAnchorRow(): number {
    return this.#anchor.row + 1;
  }

  getOffsetX(): number {
    return this.#anchor.offsetX;
  }

  getOffsetY(): number {
    return this.#anchor.offsetY;
  }
}

/** What was set by setOption and by the setters that stand for options. */
export class ChartOptions extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(["get"]);

  readonly #options: StoredChart["options"];

  constructor(options: StoredChart["options"]) {
    super();
    this.#options = options;
  }

  get(option: unknown): unknown {
    return optionAt(this.#options, needText("ChartOptions.get", option));
  }
}
