/** The panel before the real add-on: its calls answered by a host, pictures of its screens. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { AddOnError, callAddOn } from "../../host/add-on";
import type { OpenHost } from "../../host/host";
import { type Handlers, hasSidewaysScroll, paleTexts } from "./sidebar-page";

/** PANEL_SHOTS=folder keeps pictures of the screens. */
const SHOTS = process.env["PANEL_SHOTS"];

/** Refusals reach the panel as on Google. */
export function served(host: OpenHost): Handlers {
  const methods = ["panel", "describe", "preview", "apply"] as const;
  const answer = async (method: string, input: object) => {
    try {
      return await callAddOn(host, method, { ...input });
    } catch (error) {
      if (!(error instanceof AddOnError)) {
        throw error;
      }
      return { ok: false, code: error.code, message: error.message };
    }
  };
  return Object.fromEntries(
    methods.map((method) => [method, (input: object) => answer(method, input)]),
    // The answers are the add-on's own.
  ) as Handlers;
}

/** Nothing may be pale or stick out, and the picture is kept where wanted. */
export async function shot(page: Page, name: string): Promise<void> {
  expect(await hasSidewaysScroll(page)).toBe(false);
  expect(await paleTexts(page)).toStrictEqual([]);
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  }
}
