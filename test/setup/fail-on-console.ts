/** Console output fails a test: a warning nobody reads is a defect. */
import { afterEach, beforeEach, expect, vi } from "vitest";

const METHODS = ["log", "info", "warn", "error", "debug"] as const;

beforeEach(() => {
  for (const method of METHODS) {
    vi.spyOn(console, method).mockImplementation(() => undefined);
  }
});

afterEach(() => {
  for (const method of METHODS) {
    expect(console[method], `console.${method}`).not.toHaveBeenCalled();
  }
});
