/** The spreadsheet itself: Univer with the parts a curator uses, in Russian. */
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import { UniverSheetsFindReplacePreset } from "@univerjs/preset-sheets-find-replace";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import { UniverSheetsSortPreset } from "@univerjs/preset-sheets-sort";
import {
  createUniver,
  type FUniver,
  type Injector,
  LocaleType,
  LogLevel,
} from "@univerjs/presets";
import { pageFunctions } from "./functions";
import { keepFromEngine } from "./quick-formats";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-find-replace/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import "@univerjs/preset-sheets-sort/lib/index.css";
import { offerRussianFormats } from "./russian-formats";
import { russianWords } from "./russian-words";
import { FONTS, MENU_ITEMS } from "./toolbar";

export type Univer = {
  readonly api: FUniver;
  readonly injector: Injector;
};

/** A new tab of Google's has them. */
const NEW_COLUMNS = 26;
/** CalculationMode.NO_CALCULATION: the snapshot brings computed values. */
const NO_CALCULATION = 2;

/** Draws an empty Univer into the element. */
export function startUniver(container: HTMLElement): Univer {
  offerRussianFormats();
  keepFromEngine();
  const { univer, univerAPI } = createUniver({
    locale: LocaleType.RU_RU,
    locales: {
      [LocaleType.RU_RU]: russianWords(),
    },
    logLevel: LogLevel.ERROR,
    presets: [
      serverComputes(
        UniverSheetsCorePreset({
          container,
          ribbonType: "simple",
          menu: MENU_ITEMS,
          footer: { addSheetButtonConfig: { defaultColumnCount: NEW_COLUMNS } },
          customFontFamily: { override: true, list: FONTS },
          formula: {
            ...pageFunctions(),
            initialFormulaComputing: NO_CALCULATION,
          },
        }),
      ),
      // Its search box would take the second half of what is being typed.
      UniverSheetsDataValidationPreset({ showSearchOnDropdown: false }),
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsFilterPreset(),
      UniverSheetsSortPreset(),
      UniverSheetsNotePreset(),
      UniverSheetsFindReplacePreset(),
    ],
  });
  return { api: univerAPI, injector: univer.__getInjector() };
}

type Preset = ReturnType<typeof UniverSheetsCorePreset>;

/**
 * Leaves the values of cells to the server. The page still computes what only
 * it shows (conditional formats by formula), but writes no result into a cell:
 * two clocks and two orders of edits would give two answers.
 */
function serverComputes(preset: Preset): Preset {
  return {
    plugins: preset.plugins.map((plugin) =>
      Array.isArray(plugin) && plugin[0].pluginName === "SHEET_PLUGIN"
        ? [plugin[0], { ...plugin[1], notExecuteFormula: true }]
        : plugin,
    ) as Preset["plugins"],
  };
}
