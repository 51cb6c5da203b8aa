/** Enums of FormApp. */
import { defineEnum } from "./service-object";

export const ItemType = defineEnum("FormApp.ItemType", [
  "CHECKBOX",
  "CHECKBOX_GRID",
  "DATE",
  "DATETIME",
  "DURATION",
  "GRID",
  "IMAGE",
  "LIST",
  "MULTIPLE_CHOICE",
  "PAGE_BREAK",
  "PARAGRAPH_TEXT",
  "RATING",
  "SCALE",
  "SECTION_HEADER",
  "TEXT",
  "TIME",
  "VIDEO",
  "FILE_UPLOAD",
  "UNSUPPORTED",
]);

export const DestinationType = defineEnum("FormApp.DestinationType", [
  "SPREADSHEET",
]);

export const Alignment = defineEnum("FormApp.Alignment", [
  "LEFT",
  "CENTER",
  "RIGHT",
]);

export const PageNavigationType = defineEnum("FormApp.PageNavigationType", [
  "CONTINUE",
  "GO_TO_PAGE",
  "RESTART",
  "SUBMIT",
]);

export const RatingIconType = defineEnum("FormApp.RatingIconType", [
  "STAR",
  "HEART",
  "THUMB_UP",
]);
