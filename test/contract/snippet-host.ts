/** Runs pieces of Apps Script on the local host: a real worker, a book in memory. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { vi } from "vitest";
import { type HostOptions, type OpenHost, openHost } from "../../host/host";
import type { ExecutionRequest, ExecutionResult } from "../../host/types";

export const SCOPES = [
  "spreadsheets.currentonly",
  "script.container.ui",
  "script.scriptapp",
  "forms",
  "drive.file",
  "script.send_mail",
  "userinfo.email",
].map((name) => `https://www.googleapis.com/auth/${name}`);

const MANIFEST = {
  timeZone: "Europe/Moscow",
  runtimeVersion: "V8",
  dependencies: {
    enabledAdvancedServices: [
      { userSymbol: "Drive", serviceId: "drive", version: "v3" },
    ],
  },
  oauthScopes: SCOPES,
};

/** A running host, and the ways to give it code. */
export type SnippetHost = {
  readonly host: OpenHost;
  /** Folder of the add-on's files. */
  readonly dist: string;
  /** Replaces the add-on's code. */
  readonly setCode: (code: string) => void;
  /**
   * Runs the body of a function and gives its result.
   * @throws Error with the execution's error, when it did not end well.
   */
  readonly run: (body: string) => Promise<unknown>;
  /** Runs the body of a function, whatever becomes of it. */
  readonly attempt: (
    body: string,
    request?: Partial<ExecutionRequest>,
  ) => Promise<ExecutionResult>;
  readonly close: () => Promise<void>;
};

let worker: Promise<string> | null = null;

const TIMEOUT_MS = 60_000;
vi.setConfig({ testTimeout: TIMEOUT_MS, hookTimeout: TIMEOUT_MS });

/**
 * Runs expressions in one execution, each after the prelude in a scope of its own.
 *
 * @returns By expression its value, or `{ refused: message }`.
 */
export async function evaluateAll(
  host: SnippetHost,
  prelude: string,
  expressions: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const scopes = expressions.map(
    (code) =>
      `(() => { try { ${prelude}; return ${code}; } catch (error) { return { refused: error.message }; } })()`,
  );
  const values = await host.run(`return [${scopes.join(",\n")}];`);
  return new Map(
    expressions.map((code, index) => [code, (values as unknown[])[index]]),
  );
}

/** Builds the worker once for the test process. */
export function builtWorker(): Promise<string> {
  worker ??= buildWorker();
  return worker;
}

async function buildWorker(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), "worker-")), "worker.mjs");
  await build({
    entryPoints: ["host/runtime/worker.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    keepNames: true,
    logLevel: "error",
  });
  return outfile;
}

/** @param options - As for openHost; the book stays in memory by default. */
export async function openSnippetHost(
  options: Partial<HostOptions> & { readonly manifest?: object } = {},
): Promise<SnippetHost> {
  const { manifest, ...rest } = options;
  const dist = mkdtempSync(join(tmpdir(), "add-on-"));
  const write = (name: string, text: string): void =>
    writeFileSync(join(dist, name), text);
  write("Code.js", "");
  write("appsscript.json", JSON.stringify({ ...MANIFEST, ...manifest }));
  const host = await openHost({
    workspace: join(dist, "workspace"),
    persist: false,
    distDir: dist,
    workerPath: await builtWorker(),
    ...rest,
  });
  const setCode = (code: string): void => write("Code.js", code);
  const attempt: SnippetHost["attempt"] = (body, request) => {
    setCode(`function main(a, b) {\n${body}\n}`);
    return host.execute({ functionName: "main", kind: "menu", ...request });
  };
  return {
    host,
    dist,
    setCode,
    attempt,
    async run(body) {
      const result = await attempt(body);
      if (result.outcome === "done") return result.value;
      throw new Error(
        `${result.outcome}: ${result.error?.name}: ${result.error?.message}\n${result.stack ?? ""}\n${result.log.join("\n")}`,
      );
    },
    async close() {
      await host.close();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}
