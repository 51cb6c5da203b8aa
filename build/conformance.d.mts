/** Types of conformance.mjs. */

/** Path of the page. */
export const PAGE: string;

/** The page's text, members used but not on the host, members no contract test calls. */
export function conformance(): {
  readonly text: string;
  readonly missing: readonly string[];
  readonly untested: readonly string[];
};
