/** Enums of SpreadsheetApp. */
import { defineEnum } from "./service-object";

export const WrapStrategy = defineEnum("SpreadsheetApp.WrapStrategy", [
  "WRAP",
  "OVERFLOW",
  "CLIP",
]);

export const ProtectionType = defineEnum("SpreadsheetApp.ProtectionType", [
  "RANGE",
  "SHEET",
]);

export const BorderStyle = defineEnum("SpreadsheetApp.BorderStyle", [
  "DOTTED",
  "DASHED",
  "SOLID",
  "SOLID_MEDIUM",
  "SOLID_THICK",
  "DOUBLE",
]);

export const CopyPasteType = defineEnum("SpreadsheetApp.CopyPasteType", [
  "PASTE_NORMAL",
  "PASTE_NO_BORDERS",
  "PASTE_FORMAT",
  "PASTE_FORMULA",
  "PASTE_DATA_VALIDATION",
  "PASTE_VALUES",
  "PASTE_CONDITIONAL_FORMATTING",
  "PASTE_COLUMN_WIDTHS",
]);

export const DataValidationCriteria = defineEnum(
  "SpreadsheetApp.DataValidationCriteria",
  [
    "DATE_AFTER",
    "DATE_BEFORE",
    "DATE_BETWEEN",
    "DATE_EQUAL_TO",
    "DATE_IS_VALID_DATE",
    "DATE_NOT_BETWEEN",
    "DATE_ON_OR_AFTER",
    "DATE_ON_OR_BEFORE",
    "NUMBER_BETWEEN",
    "NUMBER_EQUAL_TO",
    "NUMBER_GREATER_THAN",
    "NUMBER_GREATER_THAN_OR_EQUAL_TO",
    "NUMBER_LESS_THAN",
    "NUMBER_LESS_THAN_OR_EQUAL_TO",
    "NUMBER_NOT_BETWEEN",
    "NUMBER_NOT_EQUAL_TO",
    "TEXT_CONTAINS",
    "TEXT_DOES_NOT_CONTAIN",
    "TEXT_EQUAL_TO",
    "TEXT_IS_VALID_EMAIL",
    "TEXT_IS_VALID_URL",
    "VALUE_IN_LIST",
    "VALUE_IN_RANGE",
    "CUSTOM_FORMULA",
    "CHECKBOX",
  ],
);

export const BooleanCriteria = defineEnum("SpreadsheetApp.BooleanCriteria", [
  "CELL_EMPTY",
  "CELL_NOT_EMPTY",
  "DATE_AFTER",
  "DATE_BEFORE",
  "DATE_EQUAL_TO",
  "DATE_AFTER_RELATIVE",
  "DATE_BEFORE_RELATIVE",
  "DATE_EQUAL_TO_RELATIVE",
  "NUMBER_BETWEEN",
  "NUMBER_EQUAL_TO",
  "NUMBER_GREATER_THAN",
  "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  "NUMBER_LESS_THAN",
  "NUMBER_LESS_THAN_OR_EQUAL_TO",
  "NUMBER_NOT_BETWEEN",
  "NUMBER_NOT_EQUAL_TO",
  "TEXT_CONTAINS",
  "TEXT_DOES_NOT_CONTAIN",
  "TEXT_ENDS_WITH",
  "TEXT_EQUAL_TO",
  "TEXT_STARTS_WITH",
  "CUSTOM_FORMULA",
]);

/** Days that move with today. */
export const RelativeDate = defineEnum("SpreadsheetApp.RelativeDate", [
  "TODAY",
  "TOMORROW",
  "YESTERDAY",
  "PAST_WEEK",
  "PAST_MONTH",
  "PAST_YEAR",
]);

export const InterpolationType = defineEnum(
  "SpreadsheetApp.InterpolationType",
  ["NUMBER", "PERCENT", "PERCENTILE", "MIN", "MAX"],
);

export const AutoFillSeries = defineEnum("SpreadsheetApp.AutoFillSeries", [
  "DEFAULT_SERIES",
  "ALTERNATE_SERIES",
]);

export const TextDirection = defineEnum("SpreadsheetApp.TextDirection", [
  "LEFT_TO_RIGHT",
  "RIGHT_TO_LEFT",
]);

export const Dimension = defineEnum("SpreadsheetApp.Dimension", [
  "COLUMNS",
  "ROWS",
]);

export const Direction = defineEnum("SpreadsheetApp.Direction", [
  "UP",
  "DOWN",
  "PREVIOUS",
  "NEXT",
]);

export const SheetType = defineEnum("SpreadsheetApp.SheetType", [
  "GRID",
  "OBJECT",
  "DATASOURCE",
]);

export const TextToColumnsDelimiterType = defineEnum(
  "SpreadsheetApp.TextToColumnsDelimiterType",
  ["COMMA", "SEMICOLON", "PERIOD", "SPACE"],
);
