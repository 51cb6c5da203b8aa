/** The seams of the local host: what the runtime offers to server, page, CLI and tests. */

/** How one execution is started. Arguments cross as JSON text only. */
export type ExecutionRequest = {
  readonly functionName: string;
  readonly args?: readonly unknown[];
  readonly user?: string;
  /** Defaults to FULL; simple triggers run in LIMITED (or NONE when asked). */
  readonly authMode?: "NONE" | "LIMITED" | "FULL";
  readonly kind: "menu" | "rpc" | "simple-trigger" | "trigger";
  /** Instruments of this one execution. */
  readonly instruments?: Instruments;
};

/** Faults on demand. Calls are those the meter counts, from 1. */
export type Instruments = {
  /** The N-th counted call throws a service error. */
  readonly failAt?: number;
  /** The worker is terminated when the N-th counted call arrives … */
  readonly killAt?: number;
  /** … before the call takes effect, or right after it did. */
  readonly killWhen?: "before" | "after";
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
  readonly user: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly outcome: "done" | "failed" | "killed" | "timeout";
  /** JSON-decoded return value of the function. */
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  readonly meter: Meter;
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
      readonly a1: string;
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

/** A range or, with `area` null, a whole tab that is protected. */
export type ProtectedArea = {
  readonly sheetId: string;
  /** 0-based, inclusive. */
  readonly area: {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  } | null;
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
    | "SECTION_HEADER"
    | "PAGE_BREAK";
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly scale?: {
    readonly lower: number;
    readonly upper: number;
    readonly left: string;
    readonly right: string;
  };
};

export type FileView = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly trashed: boolean;
  readonly createdTime: string;
  readonly appProperties: Readonly<Record<string, string>>;
};

/** A running workspace: one book with its forms, files and executions. */
export type Host = {
  readonly execute: (request: ExecutionRequest) => Promise<ExecutionResult>;
  /** Finished executions, oldest first. */
  readonly executions: () => readonly ExecutionResult[];
  readonly onUi: (
    listener: (event: UiEvent, user: string) => void,
  ) => () => void;
  readonly answerAlert: (id: string, button: string) => void;
  readonly book: {
    readonly id: string;
    readonly name: () => string;
    /** Univer IWorkbookData, for the page. */
    readonly snapshot: () => unknown;
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
  readonly mail: () => readonly {
    readonly to: string;
    readonly subject: string;
    readonly body: string;
    readonly sentAt: string;
  }[];
  readonly triggers: () => readonly {
    readonly id: string;
    readonly functionName: string;
    readonly event: string;
    readonly user: string;
  }[];
  /** Writes everything to the workspace folder, atomically. */
  readonly save: () => Promise<void>;
  readonly close: () => Promise<void>;
};
