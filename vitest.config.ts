import { defineConfig } from "vitest/config";

/** Same zone as the manifest, so that dates mean the same on every machine. */
process.env["TZ"] = "Europe/Moscow";

export default defineConfig({
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
