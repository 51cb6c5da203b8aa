/** What the screens can ask of the panel. */
import type { JsonObject, RpcMethods } from "../../shared/rpc";
import type { Failure } from "../server/failure";
import type { FieldValue } from "./form";
import type { View } from "./view";

/** Stands for the explanations where actions are named. */
export const EXPLAIN = "explain";

/** A tab, or the cell of a row (1-based) under a header. */
export type CellPlace = RpcMethods["show"]["input"];

/** Everything the screens can ask for. A press while busy does nothing. */
export type Panel = {
  readonly view: () => View;
  /** @returns A function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the panel and shows it, or the action asked for by the menu. */
  readonly goHome: (failure?: Failure) => Promise<void>;
  /** Reads the panel again behind the scenes, when home is shown and idle. */
  readonly refresh: () => Promise<void>;
  /**
   * Opens the form of an action; EXPLAIN opens the explanations.
   *
   * @param preset - Values to start the fields with.
   */
  readonly open: (action: string, preset?: JsonObject) => Promise<void>;
  /** Explains the row that is selected in the spreadsheet now. */
  readonly explain: () => Promise<void>;
  readonly setValue: (key: string, value: FieldValue) => void;
  /** @param broken - Keys of inputs the browser holds half-filled. */
  readonly preview: (broken: ReadonlySet<string>) => Promise<void>;
  /** The preview anew, with what was corrected in it. */
  readonly previewAgain: () => Promise<void>;
  /** From a preview to its form, from a form home, without a call. */
  readonly back: () => void;
  readonly confirm: () => Promise<void>;
  /** Lets the current slice end and starts no other. */
  readonly stop: () => void;
  readonly resume: () => Promise<void>;
  readonly abandon: () => Promise<void>;
  /** Opens a tab of the spreadsheet, or selects a cell in it. */
  readonly show: (place: CellPlace) => Promise<void>;
};
