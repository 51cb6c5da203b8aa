/** The error a curator can mend; its message is safe to show as it stands. */

/** A user's mistake: `code` for machines, `message` in Russian for people. */
export class UserError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "UserError";
    this.code = code;
  }
}
