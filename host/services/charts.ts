/** Charts: the enums that charts on sheets are described with. */
import {
  ChartHiddenDimensionStrategy,
  ChartMergeStrategy,
  ChartType,
  CurveStyle,
  PointStyle,
  Position,
} from "./chart-enums";
import type { ServiceModule } from "./registry";
import { ServiceObject } from "./service-object";

/** Has no members here: charts outside sheets are not made on the host. */
class Charts extends ServiceObject {}

export const chartsModule: ServiceModule = {
  globals: [
    {
      name: "Charts",
      type: Charts,
      create: () => new Charts(),
      enums: {
        ChartType,
        ChartMergeStrategy,
        ChartHiddenDimensionStrategy,
        CurveStyle,
        PointStyle,
        Position,
      },
    },
  ],
};
