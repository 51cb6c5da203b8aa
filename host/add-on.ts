/** Talks to the add-on as its panel does: preview, apply, resume. */
import type { ExecutionResult, Host } from "./types";

type JsonObject = Readonly<Record<string, unknown>>;

/** The parts of the add-on's answers that the host reads. */
export type PreviewAnswer = {
  readonly summary: readonly string[];
  readonly problems: readonly ProblemAnswer[];
  readonly details: readonly SectionAnswer[];
  /** A file for the curator that is kept nowhere. */
  readonly download?: { readonly name: string; readonly text: string };
  readonly verb: string | null;
  readonly fingerprint: string;
  readonly today: string;
  readonly seed: string;
};

export type SectionAnswer = {
  readonly title?: string;
  readonly lines?: readonly string[];
  readonly headers?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
};

export type ProblemAnswer = {
  readonly severity: "error" | "warning" | "hint";
  readonly tab?: string;
  readonly row?: number;
  readonly column?: string;
  readonly message: string;
};

export type RunAnswer =
  | {
      readonly state: "done";
      readonly summary: readonly string[];
      readonly problems: readonly ProblemAnswer[];
      readonly links: readonly {
        readonly label: string;
        readonly url?: string;
        readonly tab?: string;
      }[];
    }
  | { readonly state: "more"; readonly done: number; readonly total: number }
  | { readonly state: "changed"; readonly preview: PreviewAnswer };

/** The add-on refused, with its Russian message, or the execution failed. */
export class AddOnError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "AddOnError";
    this.code = code;
  }
}

/** What carries executions out: a host in this process or a running server. */
export type Executor = Pick<Host, "execute">;

type Options = Omit<
  Parameters<Host["execute"]>[0],
  "functionName" | "args" | "kind"
>;

/** @throws AddOnError with the add-on's own message. */
export async function callAddOn(
  host: Executor,
  method: string,
  input: JsonObject,
  options: Options = {},
): Promise<unknown> {
  const result: ExecutionResult = await host.execute({
    ...options,
    functionName: "rpc",
    args: [method, JSON.stringify(input)],
    kind: "rpc",
  });
  if (result.outcome !== "done") {
    throw new AddOnError(
      result.outcome.toUpperCase(),
      result.error?.message ?? `Выполнение прервано: ${result.outcome}.`,
    );
  }
  const reply = JSON.parse(String(result.value)) as
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly code: string; readonly message: string };
  if (!reply.ok) {
    throw new AddOnError(reply.code, reply.message);
  }
  return reply.value;
}

export async function previewAction(
  host: Executor,
  action: string,
  input: JsonObject,
  options: Options = {},
): Promise<PreviewAnswer> {
  // The method's answer has this shape by the add-on's contract.
  return (await callAddOn(
    host,
    "preview",
    { action, input },
    options,
  )) as PreviewAnswer;
}

/** Applies what was previewed and goes on until nothing is left. */
export async function applyPreview(
  host: Executor,
  action: string,
  input: JsonObject,
  preview: PreviewAnswer,
  options: Options = {},
): Promise<RunAnswer> {
  const { fingerprint, today, seed } = preview;
  let answer = (await callAddOn(
    host,
    "apply",
    { action, input, fingerprint, today, seed },
    options,
  )) as RunAnswer;
  while (answer.state === "more") {
    answer = (await callAddOn(host, "resume", {}, options)) as RunAnswer;
  }
  return answer;
}

/** Preview and apply in one go. */
export async function runAction(
  host: Executor,
  action: string,
  input: JsonObject = {},
  options: Options = {},
): Promise<RunAnswer> {
  const preview = await previewAction(host, action, input, options);
  return applyPreview(host, action, input, preview, options);
}
