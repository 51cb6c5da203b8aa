import { existsSync } from "node:fs";
import { defineConfig, type Plugin } from "vitest/config";

/** Same zone as the manifest, so that dates mean the same on every machine. */
process.env["TZ"] = "Europe/Moscow";

const ENGINE = `${import.meta.dirname}/out/host/engine.cjs`;

/** The engine as people run it: built, it loads and computes in half the time. */
const builtEngine: Plugin = {
  name: "built-engine",
  transform: (code, id) =>
    id.endsWith("/host/services/univer.ts") && existsSync(ENGINE)
      ? code.replace('"./engine.cjs"', JSON.stringify(ENGINE))
      : undefined,
};

/** A book is millions of small objects: in a small nursery they are copied time and again. */
const BIG_NURSERY = ["--max-semi-space-size=64"];

export default defineConfig({
  plugins: [builtEngine],
  test: {
    restoreMocks: true,
    // The default leaves one of two cores idle.
    maxWorkers: 2,
    // A slow machine is no defect; what hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ["test/setup/prepared-books.ts"],
    setupFiles: ["test/setup/fail-on-console.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // What one file loads serves the next: the engine takes seconds to load.
          isolate: false,
          include: [
            "src/**/*.test.ts",
            "host/**/*.test.ts",
            "test/app/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "contract",
          isolate: false,
          include: ["test/contract/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "bundle", include: ["test/bundle/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "host",
          isolate: false,
          execArgv: BIG_NURSERY,
          include: ["test/host/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          isolate: false,
          execArgv: BIG_NURSERY,
          // A real browser on a busy machine may miss a key; a defect fails thrice.
          retry: 2,
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
