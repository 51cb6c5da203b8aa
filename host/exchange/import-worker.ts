/** The thread that reads uploaded files: it may be ended at any moment. */
import { parentPort, workerData } from "node:worker_threads";
import type { FileBook } from "./file-book";
import { DAMAGED, UploadError } from "./limits";
import { parseFile } from "./parse-file";

export type ReadingTask = {
  readonly bytes: Uint8Array;
  readonly name: string;
};

export type ReadingAnswer =
  | { readonly book: FileBook }
  | { readonly refused: string };

async function answer(): Promise<ReadingAnswer> {
  const { bytes, name } = workerData as ReadingTask;
  try {
    return { book: await parseFile(bytes, name) };
  } catch (error) {
    return {
      refused: error instanceof UploadError ? error.message : DAMAGED,
    };
  }
}

parentPort?.postMessage(await answer());
