/** A roadmap («дорожная карта») as it was read from somebody's document. */

/** One row of the roadmap; texts are as written, list items on own lines. */
export type Stage = {
  /** «3», «2.1»; its place in the roadmap when the document has no numbers. */
  readonly number: string;
  /** Heading of the group of rows above it, or empty. */
  readonly section: string;
  readonly name: string;
  /** What the stage is for. */
  readonly tasks: string;
  readonly content: string;
  /** For `parseDatePhrase`. */
  readonly dateText: string;
  readonly responsible: string;
  readonly participants: string;
  readonly result: string;
  /** The paper that shows it was done. */
  readonly docKind: string;
  readonly remark: string;
  /** Caption of the condition that ticks it off, in a ready roadmap. */
  readonly condition?: string;
  /** 1-based line of the pasted text where the row starts. */
  readonly sourceLine: number;
};

/** Text fields of a stage that a column can fill. */
export type StageField =
  | "name"
  | "tasks"
  | "content"
  | "dateText"
  | "responsible"
  | "participants"
  | "result"
  | "docKind"
  | "remark";

/** What a column holds; `section` is a group of rows, such as «Раздел» or «Этап». */
export type ColumnKind = StageField | "number" | "section";

/** A column and its header, as written. */
export type Column = {
  /** null: not known, so its cells go to the content. */
  readonly kind: ColumnKind | null;
  readonly header: string;
};

/** Words of the document that belong to no stage: footnotes, aims, signatures. */
export type RoadmapNote = {
  readonly text: string;
  /** 1-based line of the pasted text. */
  readonly sourceLine: number;
};

/** What a curator should know about one stage, or about the whole document. */
export type RoadmapWarning = {
  /** Number of the stage. */
  readonly stage?: string;
  /** One or two Russian sentences. */
  readonly message: string;
};

export type Roadmap = {
  readonly title: string;
  /** The «Утверждаю …» block as written, or null. */
  readonly approval: string | null;
  /** Date of the order named in the block, `YYYY-MM-DD`. */
  readonly orderDate: string | null;
  readonly stages: readonly Stage[];
  readonly notes: readonly RoadmapNote[];
  readonly warnings: readonly RoadmapWarning[];
  /** How the columns of its table were understood; none without a table. */
  readonly columns?: readonly Column[];
};

/** A line of the pasted text. */
export type SourceLine = {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** An empty line more than usual stands before it. */
  readonly blankBefore?: boolean;
};

/** What a reader of one kind of text gives to `readRoadmap`. */
export type TableReading = {
  readonly before: readonly SourceLine[];
  readonly stages: readonly Stage[];
  readonly after: readonly SourceLine[];
  /** Fields that have a column of their own. */
  readonly fields: readonly StageField[];
  readonly warnings: readonly RoadmapWarning[];
  readonly columns?: readonly Column[];
};

/**
 * What the curator says of columns with these headers, by their places;
 * undefined = as the reader thinks, null = nothing is said of this table.
 */
export type GivenColumns = (
  headers: readonly string[],
) => readonly (ColumnKind | null | undefined)[] | null;
