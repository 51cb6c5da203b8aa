/** ScriptApp: triggers and authorisation. */
import { createHash } from "node:crypto";
import type { Execution, ServiceModule } from "./registry";
import {
  defineEnum,
  type EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";
import { mismatch, needText } from "./sheets-context";
import {
  EventType,
  TriggerObject,
  TriggerSource,
  WeekDay,
} from "./trigger-object";
import { saveTriggers } from "./trigger-store";
import { TriggerBuilder } from "./triggers";

const AuthMode = defineEnum("ScriptApp.AuthMode", [
  "NONE",
  "CUSTOM_FUNCTION",
  "LIMITED",
  "FULL",
]);
const AuthorizationStatus = defineEnum("ScriptApp.AuthorizationStatus", [
  "REQUIRED",
  "NOT_REQUIRED",
]);
/** AuthMode of an execution as a value the add-on compares with. */
export function authModeValue(mode: Execution["authMode"]): EnumValue {
  return AuthMode[mode];
}

class AuthorizationInfo extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getAuthorizationStatus",
    "getAuthorizationUrl",
    "getAuthorizedScopes",
  ]);

  readonly #missing: readonly string[];
  readonly #granted: readonly string[];

  constructor(missing: readonly string[], granted: readonly string[]) {
    super();
    this.#missing = missing;
    this.#granted = granted;
  }

  getAuthorizationStatus(): EnumValue {
    return this.#missing.length > 0
      ? AuthorizationStatus.REQUIRED
      : AuthorizationStatus.NOT_REQUIRED;
  }

  getAuthorizationUrl(): string | null {
    return null;
  }

  getAuthorizedScopes(): readonly string[] {
    return this.#granted;
  }
}

class ScriptApp extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "newTrigger",
    "getAuthorizationInfo",
    "requireScopes",
    "requireAllScopes",
  ]);

  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  #missing(scopes: unknown): readonly string[] {
    if (scopes === undefined || scopes === null) return [];
    if (!Array.isArray(scopes)) {
      throw mismatch("ScriptApp.requireScopes", scopes);
    }
    const { oauthScopes } = this.#execution.workspace.manifest;
    return scopes.map(String).filter((scope) => !oauthScopes.includes(scope));
  }

  getAuthorizationInfo(_mode: unknown, scopes?: unknown): AuthorizationInfo {
    const { oauthScopes } = this.#execution.workspace.manifest;
    return new AuthorizationInfo(this.#missing(scopes), oauthScopes);
  }

  /** @throws ServiceError when the manifest lacks one of the scopes. */
  requireScopes(_mode: unknown, scopes: unknown): void {
    const missing = this.#missing(scopes);
    if (missing.length > 0) {
      throw new ServiceError(
        `Specified permissions are not sufficient. Required permissions: ${missing.join(" ")}`,
      );
    }
  }

  requireAllScopes(_mode: unknown): void {
    // The host grants what the manifest lists.
  }

  /** The same for every run of a workspace. */
  getScriptId(): string {
    const { id } = this.#execution.workspace.book;
    return createHash("sha256").update(`script ${id}`).digest("base64url");
  }

  newTrigger(functionName: unknown): TriggerBuilder {
    const name = needText("ScriptApp.newTrigger", functionName);
    return new TriggerBuilder(this.#execution, name);
  }

  #own(): TriggerObject[] {
    const { workspace, user } = this.#execution;
    return workspace
      .triggers()
      .filter((trigger) => trigger.user === user)
      .map((trigger) => new TriggerObject(trigger, workspace.book.id));
  }

  /** Only the person's own; those of others stay unseen. */
  getProjectTriggers(): TriggerObject[] {
    return this.#own();
  }

  getUserTriggers(_document: unknown): TriggerObject[] {
    return this.#own();
  }

  deleteTrigger(trigger: unknown): void {
    if (!(trigger instanceof TriggerObject)) {
      throw mismatch("ScriptApp.deleteTrigger", trigger);
    }
    const { workspace } = this.#execution;
    const { id } = trigger.trigger;
    saveTriggers(
      workspace,
      workspace.triggers().filter((one) => one.id !== id),
    );
  }
}

export const scriptModule: ServiceModule = {
  globals: [
    {
      name: "ScriptApp",
      type: ScriptApp,
      create: (execution) => new ScriptApp(execution),
      enums: {
        AuthMode,
        AuthorizationStatus,
        EventType,
        TriggerSource,
        WeekDay,
      },
    },
  ],
};
