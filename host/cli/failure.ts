/** The two ways a command ends badly, apart from defects. */

/** The command was written wrongly; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The command could not do what was asked; a Russian sentence, exit code 1. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
