/** Session and Logger: who runs the add-on, and its log. */
import { createHash } from "node:crypto";
import type { Execution, ServiceModule } from "./registry";
import { ServiceObject } from "./service-object";

/** A person; the address is empty where the script may not know it. */
export class User extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getEmail",
    "toString",
  ]);

  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  getEmail(): string {
    return this.#email;
  }

  override toString(): string {
    return this.#email;
  }

  getUserLoginId(): string {
    return this.#email;
  }
}

class Session extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getScriptTimeZone",
    "getActiveUserLocale",
    "getTimeZone",
  ]);

  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  /** Without full rights the address is empty, as on Google. */
  #user(): User {
    const { authMode, user } = this.#execution;
    return new User(authMode === "FULL" ? user : "");
  }

  getActiveUser(): User {
    return this.#user();
  }

  getEffectiveUser(): User {
    return this.#user();
  }

  /** The old name of getActiveUser. */
  getUser(): User {
    return this.#user();
  }

  getActiveUserLocale(): string {
    return this.#execution.userLocale;
  }

  getScriptTimeZone(): string {
    return this.#execution.workspace.manifest.timeZone;
  }

  getTimeZone(): string {
    return this.getScriptTimeZone();
  }

  /** Tells people apart without naming them; changes every 30 days. */
  getTemporaryActiveUserKey(): string {
    const { user, workspace } = this.#execution;
    const period = Math.floor(workspace.now().getTime() / (30 * 86_400_000));
    return createHash("sha256").update(`${user}:${period}`).digest("base64url");
  }
}

class Logger extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "log",
    "clear",
    "getLog",
  ]);

  readonly #execution: Execution;
  #lines: string[] = [];

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  /** (data) or (format, ...values) with %s and %d. */
  log(data: unknown, ...values: unknown[]): this {
    const left = [...values];
    const text =
      typeof data === "string"
        ? data.replace(/%[sd]/g, (sign) =>
            left.length > 0 ? String(left.shift()) : sign,
          )
        : JSON.stringify(data);
    this.#lines.push(text);
    this.#execution.log(text);
    return this;
  }

  clear(): void {
    this.#lines = [];
  }

  getLog(): string {
    return this.#lines.map((line) => `${line}\n`).join("");
  }
}

export const sessionModule: ServiceModule = {
  globals: [
    {
      name: "Session",
      type: Session,
      create: (execution) => new Session(execution),
    },
    {
      name: "Logger",
      type: Logger,
      create: (execution) => new Logger(execution),
    },
  ],
};
