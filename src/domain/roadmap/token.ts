/** The words and figures of a date phrase, each with what it does there. */

import type { WordToken } from "./words";

export type TokenMeaning =
  | WordToken
  | {
      readonly type: "date";
      readonly day: number;
      readonly month: number;
      readonly year: number;
    }
  | { readonly type: "daymonth"; readonly day: number; readonly month: number }
  | {
      readonly type: "monthyear";
      readonly month: number;
      readonly year: number;
    }
  | { readonly type: "yearpair"; readonly from: number; readonly to: number }
  | { readonly type: "year"; readonly year: number }
  | {
      readonly type: "number";
      readonly value: number;
      readonly digits: number;
      /** Written with an ending («1-я») or in Roman figures. */
      readonly ordinal: boolean;
    }
  /** Vague: «по плану», which says nothing next to a date. */
  | { readonly type: "throughout"; readonly vague: boolean }
  | { readonly type: "dash" }
  | { readonly type: "slash" }
  | { readonly type: "comma" }
  | { readonly type: "colon" }
  | { readonly type: "semicolon" }
  | { readonly type: "newline" }
  | { readonly type: "unknown" };

/** A meaning with the place it was read from, in characters. */
export type Token = TokenMeaning & {
  readonly at: number;
  readonly end: number;
  /** «включительно» follows: «до мая» is then «по май». */
  readonly isInclusive?: true;
  /** After «от», which begins a range and else says nothing. */
  readonly isSince?: true;
  /** First in its line. */
  readonly isFirst?: true;
};
