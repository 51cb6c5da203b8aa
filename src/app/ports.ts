/** What the use cases need from outside, in the product's own terms. */
import type { Adopted } from "../book/adopt";
import type {
  ForeignTab,
  Layout,
  ResponseGrid,
  TableState,
} from "../book/book";
import type { Lacks, Looks } from "../book/looks";
import type { RawTab } from "../book/parse-table";
import type { Column, Table, TableId } from "../book/table";
import type { TimelineWork } from "../book/timeline-work";
import type { TableWrites } from "../book/writes";
import type { Questionnaire } from "../domain/forms/questionnaire";

export type WorkbookPort = {
  /**
   * What the tabs hold; a tab that does not exist is absent. Calls: getSheets
   * and, per tab, getValues, getNotes of row 1, getFormulas.
   *
   * @param parts - Tables of which no row is read, or no formula.
   */
  readonly read: (
    tables: readonly Table[],
    tabIds: Readonly<Partial<Record<TableId, number>>>,
    parts?: ReadParts,
  ) => Readonly<Partial<Record<TableId, ReadTab>>>;
  /** A rectangle of cells; one call, one more for formulas. */
  readonly readBlock: (
    tabId: number,
    block: {
      readonly row: number;
      readonly column: number;
      readonly rows: number;
      readonly columns: number;
    },
    withFormulas?: boolean,
  ) => Pick<Required<RawTab>, "values" | "formulas">;
  /** Makes or completes the tab; returns its id. Repeating it is harmless. */
  readonly createTab: (
    table: Table,
    index: number,
    choices: ChoicePlaces,
  ) => number;
  readonly dropTab: (table: Table, tabId: number | undefined) => void;
  /** Puts missing columns at the right and lost keys back into notes. */
  readonly addColumns: (
    state: TableState,
    tabId: number,
    keys: readonly string[],
    choices: ChoicePlaces,
  ) => void;
  /** How the columns look; a constant number of calls. */
  readonly looks: (state: TableState, tabId: number) => Looks;
  /** Brings up to the definition what lacks; repeating it is harmless. */
  readonly mendLooks: (
    state: TableState,
    tabId: number,
    lacks: Lacks,
    choices: ChoicePlaces,
  ) => void;
  /** Points the table's defined names at all data rows. */
  readonly nameColumns: (state: TableState, tabId: number) => void;
  /** Draws, changes or takes away the timeline; repeating it is harmless. */
  readonly drawTimeline: (tabId: number, work: TimelineWork) => void;
  /** Writes the blocks of one tab, in the order cells, deletions, new rows. */
  readonly write: (tabId: number, writes: TableWrites) => void;
  /** Tabs other than these, in the order of the book. Calls: two per tab. */
  readonly tabsBeside: (own: readonly number[]) => readonly {
    readonly tabId: number;
    readonly title: string;
    /** Address of the form whose answers the tab collects, else null. */
    readonly formUrl: string | null;
  }[];
  /** One tab as it stands, null when it is gone. Calls: as `read`, merged ranges besides. */
  readonly readTab: (tabId: number) => ForeignTab | null;
  /** Makes a curator's tab the table's; repeating it is harmless. */
  readonly adopt: (
    state: TableState,
    adopted: Adopted,
    choices: ChoicePlaces,
  ) => void;
  /** Sets the choices of these columns anew; a column without any takes everything. */
  readonly validate: (
    state: TableState,
    tabId: number,
    keys: readonly string[],
    choices: ChoicePlaces,
  ) => void;
  /** Gives an adopted tab back; repeating it is harmless. */
  readonly release: (
    table: Table,
    adopted: Adopted,
    stay: readonly string[],
  ) => void;
  /** Makes the tab active, by its id or else its title; false when there is none. */
  readonly show: (
    title: string,
    tabId: number | undefined,
    cell?: NamedCell,
  ) => boolean;
  /** Titles of the tabs with these ids and all defined names. Calls: one per tab, four per name. */
  readonly layout: (tabIds: readonly number[]) => Layout;
  /** Where the curator's cursor is, null when nothing is selected. */
  readonly selection: () => Place | null;
  readonly flush: () => void;
};

export type ReadTab = RawTab & { readonly tabId: number };

export type ReadParts = Readonly<Partial<Record<TableId, "header" | "values">>>;

/** A cell by its 1-based row and what stands in row 1 of its column. */
export type NamedCell = {
  readonly row: number;
  readonly header: string;
  /** Of the column whose header was renamed. */
  readonly key: string | null;
};

/** A row of the sheet, 1-based. */
export type Place = { readonly tabId: number; readonly row: number };

/**
 * Where the values of a choice column stand, null before their tab exists;
 * `closed`: nothing may be typed into the column.
 */
export type ChoicePlaces = (
  column: Column,
) => { readonly tabId: number; readonly column: number } | "closed" | null;

export type PropertiesPort = {
  /** One call. */
  readonly readAll: () => Readonly<Record<string, string>>;
  /** One call; other keys stay. */
  readonly write: (values: Readonly<Record<string, string>>) => void;
};

export type LockPort = {
  /** @throws UserError `BUSY` when somebody else holds the document. */
  readonly hold: <T>(work: () => T) => T;
};

export type FilesPort = {
  /** Id and link of the live file made with this key, or null. One call. */
  readonly find: (key: string) => MadeFile | null;
  /** Makes a Google Doc out of a .docx. One call. */
  readonly createDocument: (file: {
    readonly key: string;
    readonly name: string;
    readonly docxBase64: string;
  }) => MadeFile;
  /** Makes an empty form. One call. */
  readonly createForm: (file: {
    readonly key: string;
    readonly name: string;
  }) => MadeFile;
  readonly trash: (id: string) => void;
};

export type MadeFile = { readonly id: string; readonly url: string };

export type FormsPort = {
  /**
   * Fills an existing form from the questionnaire, publishes and links it.
   * Repeating it after a cut gives the same form.
   */
  readonly fill: (formId: string, questionnaire: Questionnaire) => FilledForm;
  /** Answers of the forms, from their response tabs. */
  readonly responses: (formIds: readonly string[]) => readonly ResponseGrid[];
  /**
   * Deletes answers from the form and their rows from its tab. Repeating it is
   * harmless. Calls: some per answer of the form, for Google offers no search.
   *
   * @returns False when the form cannot be opened: then only the rows went.
   */
  readonly erase: (formId: string, answers: AnswersOf) => boolean;
};

/** Answers of one person: by the key of the link, or by moment and what was written for it. */
export type AnswersOf = {
  readonly tokens: readonly string[];
  readonly others: readonly {
    readonly stamp: string;
    readonly written: string;
  }[];
};

export type FilledForm = {
  readonly url: string;
  readonly editUrl: string;
  /** Prefilled address with TOKEN_MARK in place of the key. */
  readonly prefill: string;
};

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Text of an .ics file to attach. */
  readonly calendar?: string;
};

export type MailPort = {
  /** Letters that may still be sent today. One call. */
  readonly remaining: () => number;
  /** One call; there is no way to ask whether it went out. */
  readonly send: (letter: Letter) => void;
  /** Address of the account the script runs as; "" when it is not told. */
  readonly owner: () => string;
};

/** The hourly trigger of the account that asks; others' are not seen. */
export type TimerPort = {
  /** How many there are; null when the account has not granted the right to look. */
  readonly count: () => number | null;
  /** Repeating it is harmless. */
  readonly set: (on: boolean) => void;
};

export type Ports = {
  readonly workbook: WorkbookPort;
  readonly properties: PropertiesPort;
  readonly lock: LockPort;
  readonly files: FilesPort;
  readonly forms: FormsPort;
  readonly mail: MailPort;
  readonly timer: TimerPort;
  /** Id and address of the spreadsheet. */
  readonly bookFile: () => MadeFile;
  /** YYYY-MM-DD in the book's time zone. */
  readonly today: () => string;
  /** «20.11.2026 19:30». */
  readonly now: () => string;
  /** Milliseconds since the epoch, for slices and leases. */
  readonly clock: () => number;
  readonly user: () => string;
  /** 128 random bits as text. */
  readonly newSeed: () => string;
  /** Base64 of the document templates. */
  readonly templates: () => string;
};
