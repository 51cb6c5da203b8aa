/** Hands an uploaded file to a thread with a limit of time and memory. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FileBook } from "./file-book";
import type { ReadingAnswer, ReadingTask } from "./import-worker";
import { LIMITS, TOO_BIG, UploadError } from "./limits";

export type ReadOptions = {
  /** The built import-worker.js; found in the package by default. */
  readonly workerPath?: string;
  /** Chosen limit by default. */
  readonly timeLimitMs?: number;
};

const TOO_LONG =
  "Файл читался слишком долго, загрузка прервана. Разделите его на части.";

/**
 * @param bytes - Copied; the caller's stay.
 * @param name - The file's own name.
 * @throws UploadError with a Russian sentence: what is wrong with the file.
 */
export function readUpload(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<FileBook> {
  if (bytes.length > LIMITS.fileBytes) {
    return Promise.reject(new UploadError(TOO_BIG));
  }
  const task: ReadingTask = { bytes, name };
  const worker = new Worker(options.workerPath ?? findReader(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.readMegabytes },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end(() => reject(new UploadError(TOO_LONG))),
      options.timeLimitMs ?? LIMITS.readMs,
    );
    const end = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    worker.once("message", (answer: ReadingAnswer) =>
      end(() =>
        "book" in answer
          ? resolve(answer.book)
          : reject(new UploadError(answer.refused)),
      ),
    );
    worker.once("error", (cause: Error & { readonly code?: string }) =>
      end(() =>
        reject(
          cause.code === "ERR_WORKER_OUT_OF_MEMORY"
            ? new UploadError(TOO_BIG, { cause })
            : cause,
        ),
      ),
    );
  });
}

/** Beside the running program, or where the build puts it. */
function findReader(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  const beside = join(folder, "import-worker.js");
  if (existsSync(beside)) return beside;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("findReader: no package.json above");
    folder = parent;
  }
  return join(folder, "out", "host", "import-worker.js");
}
