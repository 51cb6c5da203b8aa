/** What the page and the server say to each other over the WebSocket: JSON text, typed here once. */
import type {
  BookMutation,
  ClockState,
  ExecutionRequest,
  ExecutionResult,
  Instruments,
  MailView,
  ProtectedArea,
  TriggerView,
  UiEvent,
} from "../types";

/** From the page. */
export type ClientMessage =
  | {
      /** One gesture of the curator: all of it is accepted or refused. */
      readonly type: "edit";
      readonly batch: number;
      /** Last server number this window had applied when the edit was made. */
      readonly base: number;
      readonly mutations: readonly BookMutation[];
    }
  | {
      readonly type: "execute";
      readonly call: number;
      readonly request: PageRequest;
    }
  | {
      readonly type: "answer-alert";
      readonly id: string;
      readonly button: string;
      readonly text?: string;
    };

/** What a page may ask to run; the server adds the user and the window. */
export type PageRequest = Pick<
  ExecutionRequest,
  "functionName" | "args" | "kind" | "authMode" | "caption" | "selection"
>;

/** One change of the book in the server's order, counted from 1. */
export type NumberedMutation = {
  readonly number: number;
  /** Absent for the window's own edit, which it has applied already. */
  readonly mutation?: BookMutation;
  /** Values of formulas: shown where the window still has a formula. */
  readonly isComputed?: boolean;
};

/** To the page. */
export type ServerMessage =
  | { readonly type: "hello"; readonly window: string }
  | {
      readonly type: "mutations";
      readonly list: readonly NumberedMutation[];
    }
  | { readonly type: "accepted"; readonly batch: number }
  | {
      /** Nothing of this batch may stay: the page loads the book again. */
      readonly type: "refused";
      readonly batch: number;
      readonly message: string;
    }
  | {
      readonly type: "executed";
      readonly call: number;
      readonly result: ExecutionOutcome;
    }
  | { readonly type: "ui"; readonly event: UiEvent }
  /** The standing instruments, when the line opens and at every change. */
  | { readonly type: "instruments"; readonly on: Instruments }
  /** Executions, forms, files, mail or triggers may differ from before. */
  | { readonly type: "changed" }
  /** Which cells are protected now; told when it differs from before. */
  | {
      readonly type: "protections";
      readonly list: readonly ProtectedArea[];
    }
  /** Something failed that no call waits for. */
  | { readonly type: "trouble"; readonly message: string }
  /** The window fell too far behind, or speaks of another run of the server. */
  | { readonly type: "reload" };

/** What a page learns of the execution it asked for. */
export type ExecutionOutcome = Pick<
  ExecutionResult,
  "outcome" | "value" | "error"
>;

/** Answer of GET /api/snapshot. */
export type BookSnapshot = {
  /** Differs after every start of the server. */
  readonly run: string;
  /** Number of the last mutation the snapshot contains. */
  readonly number: number;
  readonly name: string;
  /** Who works when the page's address does not say. */
  readonly user: string;
  /** Google's name of the book's locale, e.g. `ru_RU`. */
  readonly locale: string;
  /** Univer IWorkbookData; packed while it travels (packed-book.ts). */
  readonly workbook: unknown;
  /** Values that formulas put into cells around them: params of Univer's mutation. */
  readonly spills: unknown;
};

/** Answer of GET /api/drawer: everything beside the book. */
export type DrawerState = {
  readonly forms: readonly {
    readonly id: string;
    readonly title: string;
    readonly open: boolean;
    readonly questions: number;
    readonly responses: number;
  }[];
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly mimeType: string;
    readonly trashed: boolean;
    readonly createdTime: string;
  }[];
  /** Whether this computer makes PDF of documents. */
  readonly makesPdf: boolean;
  /** Newest first. */
  readonly mail: readonly MailView[];
  readonly triggers: readonly TriggerView[];
  readonly clock: ClockState;
};

/** An execution in the log, without its return value. */
export type JournalEntry = Omit<ExecutionResult, "value"> & {
  /** What the add-on answered its panel instead of a result. */
  readonly refusal?: string;
};

/** Answer of GET /api/journal. */
export type Journal = {
  /** Whether these are all entries, not only those after the one asked for. */
  readonly isWhole: boolean;
  /** Newest first. */
  readonly entries: readonly JournalEntry[];
};
