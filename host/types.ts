/** The seams of the local host: what the runtime offers to server, page, CLI and tests. */

/** How one execution is started. Arguments cross as JSON text only. */
export type ExecutionRequest = {
  readonly functionName: string;
  readonly args?: readonly unknown[];
  readonly user?: string;
  /** Defaults to FULL; simple triggers run in LIMITED (or NONE when asked). */
  readonly authMode?: "NONE" | "LIMITED" | "FULL";
  readonly kind: "menu" | "rpc" | "simple-trigger" | "trigger";
  /** The menu item as the person saw it; for the log only. */
  readonly caption?: string;
  /** The page's window it was started from; what it shows goes there. */
  readonly window?: string;
  /** What is selected in that window. */
  readonly selection?: PageSelection;
  /** Instruments of this one execution, beside the host's standing ones. */
  readonly instruments?: Instruments;
};

/** Rows and columns of a tab, 0-based and inclusive. */
export type CellArea = {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
};

/** What a person has selected on the page. */
export type PageSelection = {
  readonly sheetId: string;
  /** At least one; the last is the active range. */
  readonly areas: readonly CellArea[];
  /** The one cell with the cursor. */
  readonly current: CellArea;
};

/** Faults and delays on demand. Calls are those the meter counts, from 1. */
export type Instruments = {
  /** The N-th counted call throws a service error. */
  readonly failAt?: number;
  /** A call of this method (`Range.setValues`) throws: the first, or the `at`-th. */
  readonly failMethod?: { readonly method: string; readonly at?: number };
  /** The worker is terminated when the N-th counted call arrives … */
  readonly killAt?: number;
  /** … before the call takes effect, or right after it did. */
  readonly killWhen?: "before" | "after";
  /** The worker is terminated so many milliseconds after its function began. */
  readonly killAfterMs?: number;
  /** Every counted call takes as long as it does on Google by published figures. */
  readonly latency?: "published";
  /** Addressees a person may write to in a day, instead of Google's number. */
  readonly mailQuota?: number;
};

/** Service calls of one execution. */
export type Meter = {
  /** Calls that reach the book or a service, in total. */
  readonly counted: number;
  /** `Class.method` → number, counted calls. */
  readonly calls: Readonly<Record<string, number>>;
  /** getRange, builders, enums, getters of handles: `Class.method` → number. */
  readonly light: Readonly<Record<string, number>>;
};

export type ExecutionResult = {
  readonly id: string;
  readonly functionName: string;
  readonly kind: ExecutionRequest["kind"];
  /** The menu item that was chosen. */
  readonly caption?: string;
  /** What the panel asked for: a method, and the action's id after a space. */
  readonly method?: string;
  readonly user: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly outcome: "done" | "failed" | "killed" | "timeout";
  /** JSON-decoded return value of the function. */
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  /** Where the error was thrown, a line for each call. */
  readonly stack?: string;
  readonly meter: Meter;
  /**
   * Estimated milliseconds of the counted calls on Google; absent in entries
   * of earlier versions.
   */
  readonly modelledMs?: number;
  /** Instruments that were on. */
  readonly instruments?: Instruments;
  /** Functions in formulas it wrote that the engine lacks; their cells show #NAME?. */
  readonly unknownFunctions?: readonly string[];
  readonly log: readonly string[];
};

/** What an execution asks the page to show. */
export type UiEvent =
  | { readonly kind: "menu"; readonly menus: readonly UiMenu[] }
  | { readonly kind: "sidebar"; readonly title: string; readonly html: string }
  | {
      readonly kind: "dialog";
      readonly modal: boolean;
      readonly title: string;
      readonly html: string;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: "alert";
      /** Answer with Host.answerAlert(id, button). */
      readonly id: string;
      readonly title: string;
      readonly message: string;
      readonly buttons: readonly string[];
      /** Has a field for text. */
      readonly prompt?: boolean;
    }
  | {
      readonly kind: "toast";
      readonly title: string;
      readonly message: string;
      /** How long it stays: 5 when absent, until it is closed when negative. */
      readonly seconds?: number;
    }
  | {
      readonly kind: "activate";
      readonly sheetId: string;
      /** The active range; "" where the tab's selection stays as it was. */
      readonly a1: string;
      /** All that is selected, where it is more than that. */
      readonly selection?: Omit<PageSelection, "sheetId">;
    };

export type UiMenu = {
  readonly caption: string;
  readonly items: readonly (
    | { readonly caption: string; readonly functionName: string }
    | { readonly separator: true }
    | UiMenu
  )[];
};

/** One Univer mutation, as it travels between server and clients. */
export type BookMutation = {
  readonly id: string;
  readonly params: unknown;
};

/** What a cell with a formula shows; rows and columns are 0-based. */
export type ComputedCell = {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly v: unknown;
  /** Univer CellValueType. */
  readonly t: unknown;
  /** Rich text: the label of a link. */
  readonly p?: unknown;
};

/** A range or, with `area` null, a whole tab that is protected. */
export type ProtectedArea = {
  readonly sheetId: string;
  /** 0-based, inclusive. */
  readonly area: CellArea | null;
  /** Areas of a protected tab that stay free. */
  readonly unprotected?: readonly CellArea[];
  readonly description: string;
};

export type FormView = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  readonly open: boolean;
  /** Answers given so far. */
  readonly responses?: number;
  readonly items: readonly FormItemView[];
};

export type FormItemView = {
  readonly id: number;
  readonly type:
    | "TEXT"
    | "PARAGRAPH_TEXT"
    | "SCALE"
    | "MULTIPLE_CHOICE"
    | "CHECKBOX"
    | "LIST"
    | "DATE"
    | "DATETIME"
    | "TIME"
    | "DURATION"
    | "RATING"
    | "GRID"
    | "CHECKBOX_GRID"
    | "SECTION_HEADER"
    | "PAGE_BREAK";
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** Options; for a grid its columns. */
  readonly choices?: readonly string[];
  /** Rows of a grid; each is answered by its own id. */
  readonly rows?: readonly { readonly id: number; readonly title: string }[];
  readonly scale?: {
    readonly lower: number;
    readonly upper: number;
    readonly left: string;
    readonly right: string;
  };
};

/** What was answered to a form. */
export type FormResults = {
  readonly questions: readonly {
    readonly id: number;
    /** A grid's row: «Вопрос [строка]». */
    readonly title: string;
    /** How many answered it. */
    readonly answered: number;
    /** In the form's order, answers of one's own last; null without choices. */
    readonly counts:
      | readonly { readonly choice: string; readonly number: number }[]
      | null;
  }[];
  /** Newest first. */
  readonly responses: readonly {
    readonly id: string;
    /** ISO instant. */
    readonly at: string;
    /** Empty unless the form asks for it. */
    readonly email: string;
    /** In the order of `questions`; "" where none was given. */
    readonly answers: readonly string[];
  }[];
};

export type FileView = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly trashed: boolean;
  readonly createdTime: string;
  readonly appProperties: Readonly<Record<string, string>>;
};

export type MailView = {
  readonly id: string;
  readonly from: string;
  /** Addresses separated by commas; "" where there are none. */
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly senderName: string;
  readonly subject: string;
  readonly body: string;
  /** Whether Host.mailHtml has a text to show. */
  readonly isHtml: boolean;
  /** ISO instant. */
  readonly sentAt: string;
  readonly attachments: readonly {
    /** For Host.mailAttachment. */
    readonly index: number;
    readonly name: string;
    /** Bytes. */
    readonly size: number;
  }[];
};

export type TriggerView = {
  readonly id: string;
  readonly functionName: string;
  readonly event: string;
  /** Who installed it: it runs as this person. */
  readonly user: string;
  /** What the clock trigger's builder was told, e.g. { everyHours: 1 }. */
  readonly schedule: Readonly<Record<string, string | number>>;
  /** ISO instants; absent when it never ran, or is not due again. */
  readonly lastAt?: string;
  readonly lastOutcome?: ExecutionResult["outcome"];
  readonly nextAt?: string;
};

/** The simulated clock that everything in the workspace tells the time by. */
export type HostClock = {
  readonly now: () => Date;
  readonly state: () => ClockState;
  /**
   * Moves the clock; clock triggers that become due run at their times.
   *
   * @param iso - A moment with a zone.
   * @throws RangeError when it is none.
   */
  readonly set: (iso: string) => Promise<ClockMove>;
  /** @param milliseconds - May be negative: then nothing fires. */
  readonly advance: (milliseconds: number) => Promise<ClockMove>;
  /** Real time again; what lies between does not fire. */
  readonly reset: () => ClockState;
  /** Looks every minute what is due, until the host closes. */
  readonly tickByItself: () => void;
};

export type ClockState = {
  /** ISO instant. */
  readonly now: string;
  /** `moved`: real time and a distance. */
  readonly kind: "real" | "moved" | "standing";
};

export type ClockMove = ClockState & {
  /** Triggers that ran on the way. */
  readonly fired: number;
  /** More was due than one move fires; the rest was skipped. */
  readonly skipped: boolean;
};

/** A running workspace: one book with its forms, files and executions. */
export type Host = {
  readonly execute: (request: ExecutionRequest) => Promise<ExecutionResult>;
  /** Finished executions, oldest first. */
  readonly executions: () => readonly ExecutionResult[];
  /** Instruments of every execution until they are changed or the host closes. */
  readonly instruments: {
    readonly get: () => Instruments;
    /** @throws RangeError with a Russian sentence when one is of no use. */
    readonly set: (next: Instruments) => void;
  };
  readonly onUi: (
    /** @param window - Where the execution was started; undefined for triggers. */
    listener: (event: UiEvent, user: string, window?: string) => void,
  ) => () => void;
  /** @param text - What was written into a prompt. */
  readonly answerAlert: (id: string, button: string, text?: string) => void;
  readonly book: {
    readonly id: string;
    readonly name: () => string;
    /** Univer IWorkbookData, for the page: the book itself, to be read at once. */
    readonly snapshot: () => unknown;
    /** Values that formulas put into cells around them: params of Univer's mutation. */
    readonly spills: () => unknown;
    /** Every cell with a formula and what it shows now. */
    readonly computed: () => Iterable<ComputedCell>;
    /** Applies a page's edit in order and tells every other listener. */
    readonly applyMutation: (mutation: BookMutation, origin: string) => void;
    readonly onMutation: (
      listener: (mutation: BookMutation, origin: string) => void,
    ) => () => void;
    /** Waits until every formula is computed. */
    readonly settled: () => Promise<void>;
    /** Tab title → rows of values as Range.getValues would give (dates ISO). */
    readonly grids: () => Promise<Readonly<Record<string, unknown[][]>>>;
    /** Protected ranges and tabs, for the page's warnings. */
    readonly protections: () => readonly ProtectedArea[];
    /** The book as .xlsx. */
    readonly exportXlsx: () => Promise<Uint8Array>;
  };
  readonly forms: {
    readonly list: () => readonly FormView[];
    readonly get: (id: string) => FormView | null;
    /** Null when there is no such form. */
    readonly results: (id: string) => FormResults | null;
    /**
     * The page that follows one, or the one before it, by the answers so far;
     * null when they can be sent. `errors` say why the page cannot be left.
     */
    readonly turn: (
      id: string,
      answers: Readonly<Record<string, string | readonly string[]>>,
      from: number | null,
      step: "next" | "back",
    ) => {
      readonly page: number | null;
      readonly errors: Readonly<Record<string, string>>;
    };
    /** Item id → answer; arrays for checkboxes. Runs the submit trigger. */
    readonly submit: (
      id: string,
      answers: Readonly<Record<string, string | readonly string[]>>,
    ) => Promise<{
      readonly responseId: string;
      /** Secret of the link that changes the answer; null when the form forbids it. */
      readonly editToken: string | null;
    }>;
    /** Item id → answer that an edit link opens; null when the link is not valid. */
    readonly answeredBy: (
      id: string,
      editToken: string,
    ) => Readonly<Record<string, string | readonly string[]>> | null;
  };
  readonly files: {
    readonly list: () => readonly FileView[];
    readonly bytes: (id: string) => Uint8Array;
  };
  /** Letters sent, oldest first. */
  readonly mail: () => readonly MailView[];
  /** HTML text of a letter, its pictures inside; null when it has none. */
  readonly mailHtml: (letterId: string) => string | null;
  readonly mailAttachment: (
    letterId: string,
    index: number,
  ) => { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly triggers: () => readonly TriggerView[];
  /**
   * Runs an installed trigger now, as its owner, with a fitting event.
   *
   * @throws Error with a Russian sentence when there is none of this id, or
   *   nothing to make its event of.
   */
  readonly runTrigger: (id: string) => Promise<ExecutionResult>;
  readonly clock: HostClock;
  /** Who works when a page or a request does not say. */
  readonly defaultUser: string;
  /**
   * Carries out one gesture of a person at the page and then runs what it
   * triggers: `onEdit`, triggers on edit and on change.
   *
   * @param user - Null for the default user.
   * @param apply - Writes the mutations; false when the book refused them.
   * @returns What `apply` said.
   */
  readonly pageEdit: (
    user: string | null,
    mutations: readonly BookMutation[],
    apply: () => boolean,
  ) => boolean;
  /** Told after every execution, and after the clock was moved. */
  readonly onChanged: (
    listener: (what: "execution" | "clock") => void,
  ) => () => void;
  /** Writes everything to the workspace folder, atomically. */
  readonly save: () => Promise<void>;
  readonly close: () => Promise<void>;
};
