/** How services are registered, and what a service gets to work with. */

import type { Storage } from "../storage/storage";
import type {
  ExecutionRequest,
  ExecutionResult,
  PageSelection,
  UiEvent,
} from "../types";
import type { Book } from "./book";
import type { EnumValue, ServiceObject } from "./service-object";

/**
 * One global of the realm, e.g. `SpreadsheetApp`.
 *
 * A service file exports a `ServiceModule`; catalog.ts lists the modules.
 * Classes of objects that a service returns need no registration: their
 * members are described to the realm when the first one crosses.
 */
export type GlobalService = {
  /** Name of the global. */
  readonly name: string;
  /** The object behind the global; made at its first call in an execution. */
  readonly create: (execution: Execution) => ServiceObject;
  /** Class whose members the global offers (the class `create` returns). */
  readonly type: ServiceType;
  /** Enums: `{ WrapStrategy: WrapStrategy }` gives SpreadsheetApp.WrapStrategy. */
  readonly enums?: Readonly<
    Record<string, Readonly<Record<string, EnumValue>>>
  >;
  /** Nested services: `{ Files: { type, create } }` gives Drive.Files. */
  readonly namespaces?: Readonly<
    Record<
      string,
      {
        readonly type: ServiceType;
        readonly create: (execution: Execution) => ServiceObject;
      }
    >
  >;
  /**
   * Advanced services (Drive): the global exists only when the manifest's
   * enabledAdvancedServices has this serviceId, under its userSymbol.
   */
  readonly advancedServiceId?: string;
};

export type ServiceModule = { readonly globals: readonly GlobalService[] };

/** A concrete service class. */
export type ServiceType = {
  readonly light: ReadonlySet<string>;
  readonly enums: typeof ServiceObject.enums;
  readonly apiName: string | null;
  readonly name: string;
  readonly prototype: ServiceObject;
};

/** appsscript.json, as far as the host reads it. */
export type Manifest = {
  readonly timeZone: string;
  /** Full scope addresses. */
  readonly oauthScopes: readonly string[];
  readonly advancedServices: readonly {
    readonly userSymbol: string;
    readonly serviceId: string;
    readonly version: string;
  }[];
};

export type TriggerEvent =
  | "ON_OPEN"
  | "ON_EDIT"
  | "ON_CHANGE"
  | "ON_FORM_SUBMIT"
  | "CLOCK";

/** An installed trigger. */
export type Trigger = {
  readonly id: string;
  readonly functionName: string;
  readonly event: TriggerEvent;
  readonly user: string;
  /** Everything else the builder was told, e.g. { everyHours: 1 }. */
  readonly schedule: Readonly<Record<string, string | number>>;
  /** ISO instant; absent in workspaces of an earlier version. */
  readonly createdAt?: string;
};

/** One opened workspace folder; lives as long as the Host. */
export type Workspace = {
  readonly storage: Storage;
  readonly book: Book;
  readonly manifest: Manifest;
  /** The clock; `--now` stops it. */
  readonly now: () => Date;
  /** Rules of a published add-on for triggers, not those of a bound script. */
  readonly isAddOn?: boolean;
  /** Where the page is served, no slash at the end; forms and files link there. */
  readonly origin: () => string;
  /** A new random id of 33 characters, as Drive's look. */
  readonly newId: () => string;
  /** Installed triggers, oldest first. */
  readonly triggers: () => readonly Trigger[];
  /**
   * Runs every trigger of this event, each as its owner with full rights.
   *
   * @param makeEvent - Builds the event object for one execution; it may hold
   *   service objects (rangeOf in sheets.ts makes a Range).
   */
  readonly fire: (
    event: TriggerEvent,
    makeEvent: (execution: Execution, trigger: Trigger) => unknown,
  ) => Promise<readonly ExecutionResult[]>;
};

/** One running execution, as its services see it. */
export type Execution = {
  readonly id: string;
  readonly workspace: Workspace;
  readonly functionName: string;
  readonly kind: ExecutionRequest["kind"];
  /** E-mail of the person at the keyboard (triggers: of the trigger's owner). */
  readonly user: string;
  /** Interface language, e.g. `ru`. */
  readonly userLocale: string;
  readonly authMode: "NONE" | "LIMITED" | "FULL";
  /** What the window that started it shows; absent when none did. */
  readonly selection?: PageSelection | undefined;
  /** Addressees a day when an instrument sets them, else Google's number holds. */
  readonly mailQuota?: number | undefined;
  /** Adds a line to the execution log. */
  readonly log: (line: string) => void;
  /** Keeps names of functions that its formulas use and the engine lacks. */
  readonly noteUnknownFunctions: (names: readonly string[]) => void;
  /** Sends something to the page. */
  readonly show: (event: UiEvent) => void;
  /** Shows an alert and waits for the pressed button; a prompt has a field for text. */
  readonly ask: (alert: {
    readonly title: string;
    readonly message: string;
    readonly buttons: readonly string[];
    readonly prompt?: boolean;
  }) => Promise<{ readonly button: string; readonly text: string }>;
  /** Text of an HTML file of the bundle, by its name without `.html`; null when absent. */
  readonly htmlFile: (name: string) => string | null;
  /** Called when the execution is over, however it ended. */
  readonly atEnd: (release: () => void) => void;
};

/**
 * One model per workspace, made at first use: the state behind a service
 * that outlives executions (forms, files, outbox).
 */
export function perWorkspace<T>(
  make: (workspace: Workspace) => T,
): (workspace: Workspace) => T {
  const made = new WeakMap<Workspace, { readonly model: T }>();
  return (workspace) => {
    const known = made.get(workspace);
    if (known !== undefined) return known.model;
    const model = make(workspace);
    made.set(workspace, { model });
    return model;
  };
}
