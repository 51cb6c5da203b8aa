/** What the panel shows at one moment, as data: a screen and what goes on around it. */
import type {
  ActionCard,
  Explanation,
  JsonObject,
  PanelState,
  Preview,
  RunResult,
} from "../../shared/rpc";
import type { Failure } from "../server/failure";
import type { Progress } from "./drive-run";
import type { FieldErrors, Values } from "./form";

/** A filled form; kept while its preview is looked at. */
export type Draft = {
  readonly card: ActionCard;
  readonly values: Values;
  readonly errors: FieldErrors;
  /** Times the form was sent with errors in it. */
  readonly attempt: number;
};

/** A previewed form: what `apply` gets besides the preview itself. */
export type Job = {
  readonly draft: Draft;
  readonly input: JsonObject;
};

export type DoneResult = Extract<RunResult, { readonly state: "done" }>;

export type Screen =
  | { readonly kind: "loading" }
  /** The panel itself could not be read, or nobody knows how a run ended. */
  | {
      readonly kind: "lost";
      readonly failure: Failure;
      readonly duringRun: boolean;
    }
  | { readonly kind: "home"; readonly state: PanelState }
  | { readonly kind: "action"; readonly draft: Draft; readonly note?: string }
  /** Null while the first explanation is on its way. */
  | { readonly kind: "explain"; readonly explanation: Explanation | null }
  | {
      readonly kind: "preview";
      readonly job: Job;
      readonly preview: Preview;
      /** Answers to the fields of `preview.adjust`. */
      readonly adjust: Values;
      /** True when it replaces a preview that the book outran. */
      readonly changed: boolean;
    }
  | {
      readonly kind: "running";
      readonly title: string;
      /** Null until the first slice is over. */
      readonly progress: Progress | null;
      readonly stopping: boolean;
    }
  | {
      readonly kind: "result";
      readonly title: string;
      readonly result: DoneResult;
    };

export type View = {
  readonly screen: Screen;
  /** Grows by one with every new screen: focus moves to its heading. */
  readonly serial: number;
  /** What is being waited for, in Russian; buttons are off meanwhile. */
  readonly busy: string | null;
  /** Shown on top of the screen. */
  readonly failure: Failure | null;
  /** Read aloud, not shown. */
  readonly announcement: string;
};

export const FIRST_VIEW: View = {
  screen: { kind: "loading" },
  serial: 0,
  busy: null,
  failure: null,
  announcement: "",
};
