/** What crosses between the sidebar and the server: JSON text, typed here once. */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Something skipped or doubtful: where it is and how to mend it. */
export type Problem = {
  /** `error` stops the thing it names, `warning` lets it through, `hint` is good to know. */
  readonly severity: "error" | "warning" | "hint";
  /** Tab title, as the curator sees it; absent for what was given to the action. */
  readonly tab?: string;
  /** 1-based sheet row, or line of the file or text given. */
  readonly row?: number;
  /** Column header, as the curator sees it. */
  readonly column?: string;
  /** What happened and what to do, one or two Russian sentences. */
  readonly message: string;
};

/** One input of an action; the panel draws it, the action validates it. */
export type Field = {
  readonly key: string;
  readonly label: string;
  readonly kind:
    | "text"
    | "longtext"
    | "integer"
    | "date"
    | "choice"
    | "yesno"
    | "file"
    | "marks";
  readonly hint?: string;
  /** What to know before answering; unfolded on request. */
  readonly reading?: {
    readonly title: string;
    readonly lines: readonly string[];
  };
  readonly required?: boolean;
  /** For `choice`. */
  readonly choices?: readonly {
    readonly value: string;
    readonly label: string;
  }[];
  /** For `marks`: what may be ticked; the value is what is, one a line. */
  readonly groups?: readonly {
    readonly title: string;
    readonly choices: readonly {
      readonly value: string;
      readonly label: string;
    }[];
  }[];
  /** For `choice`: a closed list even when the choices are few. */
  readonly compact?: boolean;
  /** For `longtext`: a pasted table is sent as a sheet (`SheetGrid`). */
  readonly tables?: boolean;
  /** For `file`: the accept attribute; the file's text becomes the value. */
  readonly accept?: string;
  /** Value to start with. Dates are YYYY-MM-DD. */
  readonly value?: string | number | boolean;
};

/** How a plan understood its input, to be corrected before it is confirmed. */
export type Adjustment = {
  readonly title: string;
  readonly note: string;
  /** Their answers join the input of the next preview. */
  readonly fields: readonly Field[];
  /** False: shown only when asked for. */
  readonly open: boolean;
};

/** What the panel needs to draw one action. */
export type ActionCard = {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly Field[];
  /** Set when the action cannot start yet: what to do first. */
  readonly blocked?: string;
};

export type Step = {
  readonly action: string;
  readonly title: string;
  readonly state: "done" | "now" | "waiting";
  /** Short fact or, when waiting, what it waits for. */
  readonly note: string;
};

export type PanelState = {
  readonly title: string;
  readonly steps: readonly Step[];
  /** Actions outside the numbered steps. */
  readonly more: readonly { readonly action: string; readonly title: string }[];
  /** At most 7 dated things to do. */
  readonly today: readonly {
    readonly text: string;
    readonly action: string;
    readonly verb: string;
    /** Values to start the action's fields with. */
    readonly input?: JsonObject;
    /** Leads out of the book: into a calendar. */
    readonly link?: WebLink;
  }[];
  /** The action whose menu item opened the panel, taken once. */
  readonly requested: string | null;
  /** A run that was cut off. */
  readonly unfinished: {
    readonly action: string;
    readonly title: string;
    readonly started: string;
    readonly user: string;
  } | null;
};

/** A piece of reading: sentences, a table, or both. */
export type Section = {
  /** «Подробно» when absent. */
  readonly title?: string;
  readonly lines?: readonly string[];
  /** Heads of the table; absent without one. */
  readonly headers?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
};

export type Preview = {
  readonly summary: readonly string[];
  readonly problems: readonly Problem[];
  /** The problems are what was asked for: shown tab by tab, nothing is skipped. */
  readonly report?: true;
  /** What to look at before confirming (pairs, imported people, stages). */
  readonly details: readonly Section[];
  readonly adjust?: Adjustment;
  /** A text to copy elsewhere, such as a reminder for a messenger. */
  readonly copy?: string;
  /** A file made for the curator and kept nowhere else; needed before confirming. */
  readonly download?: Download;
  /** Caption of the confirm button with verb and number; null = nothing to do. */
  readonly verb: string | null;
  readonly fingerprint: string;
  /** YYYY-MM-DD the plan was made for; goes back with `apply`. */
  readonly today: string;
  /** Seed of the plan's random tokens; goes back with `apply`. */
  readonly seed: string;
};

/** A file that goes to the curator's computer and is not stored by the add-on. */
export type Download = {
  readonly name: string;
  readonly text: string;
  /** What it is and how to keep it. */
  readonly note: string;
};

/** Why a row is as it is, and what can be done about it. */
export type Explanation = {
  readonly title: string;
  /** Where the row is: «Пары, строка 7». */
  readonly place: string;
  readonly summary: readonly string[];
  readonly sections: readonly Section[];
  readonly links?: readonly WebLink[];
  /** Actions with their fields filled in; the curator previews and confirms. */
  readonly deeds: readonly Deed[];
};

export type Deed = {
  readonly label: string;
  readonly action: string;
  readonly input: JsonObject;
};

export type WebLink = { readonly label: string; readonly url: string };

export type Link = WebLink | { readonly label: string; readonly tab: string };

export type RunResult =
  | {
      readonly state: "done";
      readonly summary: readonly string[];
      readonly problems: readonly Problem[];
      /** As in the preview. */
      readonly report?: true;
      readonly links: readonly Link[];
    }
  | {
      /** A slice is over; call `resume`. */
      readonly state: "more";
      readonly done: number;
      readonly total: number;
    }
  | {
      /** The book changed since the preview; nothing was written. */
      readonly state: "changed";
      readonly preview: Preview;
    };

type Method<In, Out> = { readonly input: In; readonly output: Out };

export type RpcMethods = {
  /** `again`: the panel already shown asks; what the menu asked for is left to the next one. */
  readonly panel: Method<{ readonly again?: boolean }, PanelState>;
  /** `input`: values to start the fields with. */
  readonly describe: Method<
    { readonly action: string; readonly input?: JsonObject },
    ActionCard
  >;
  readonly preview: Method<
    { readonly action: string; readonly input: JsonObject },
    Preview
  >;
  readonly apply: Method<
    {
      readonly action: string;
      readonly input: JsonObject;
      readonly fingerprint: string;
      readonly today: string;
      readonly seed: string;
    },
    RunResult
  >;
  /** Goes on with a sliced run, or repeats a run that was cut off. */
  readonly resume: Method<JsonObject, RunResult>;
  /** Takes back what a cut-off run wrote. */
  readonly abandon: Method<JsonObject, RunResult>;
  /**
   * Explains the row of «Пары», a bank or the roadmap that is selected, or the one given
   * (tab title and 1-based sheet row).
   */
  readonly explain: Method<
    { readonly tab?: string; readonly row?: number },
    Explanation
  >;
  /**
   * Makes a tab active; with a row (1-based) selects the cell of that row under
   * the header, in the first column where no such header is found.
   */
  readonly show: Method<
    { readonly tab: string; readonly row?: number; readonly column?: string },
    null
  >;
  /** For the command line: what tables there are. */
  readonly tables: Method<
    JsonObject,
    readonly {
      readonly id: string;
      readonly title: string;
      readonly present: boolean;
      readonly rows: number;
    }[]
  >;
  /** For the command line: one table as the add-on reads it. */
  readonly table: Method<
    { readonly id: string },
    {
      readonly columns: readonly {
        readonly key: string;
        readonly header: string;
      }[];
      readonly rows: readonly {
        readonly id: string;
        readonly row: number;
        readonly values: JsonObject;
      }[];
      readonly problems: readonly Problem[];
    }
  >;
};

export type RpcMethod = keyof RpcMethods;
