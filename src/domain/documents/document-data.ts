/** What a template is filled with: strings, conditions and repeated blocks. */

export type DocumentData = {
  readonly [tag: string]: string | boolean | readonly DocumentData[];
};

/** Data for a template, and what the curator should look at. */
export type PreparedDocument = {
  readonly data: DocumentData;
  /** Russian sentences, one matter each. */
  readonly problems: readonly string[];
};
