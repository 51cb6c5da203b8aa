import { defineConfig } from "vitest/config";

/** Same zone as the manifest, so that dates mean the same on every machine. */
process.env["TZ"] = "Europe/Moscow";

export default defineConfig({
  test: {
    restoreMocks: true,
    // The default leaves one of two cores idle.
    maxWorkers: 2,
    setupFiles: ["test/setup/fail-on-console.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure code: what one file loads may serve the next.
          isolate: false,
          testTimeout: 60_000,
          include: [
            "src/**/*.test.ts",
            "host/**/*.test.ts",
            "test/app/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: { name: "contract", include: ["test/contract/**/*.test.ts"] },
      },
      {
        extends: true,
        test: { name: "bundle", include: ["test/bundle/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "host",
          include: ["test/host/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
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
