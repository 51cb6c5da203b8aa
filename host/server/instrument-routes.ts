/** Standing instruments over HTTP: GET tells them, PUT sets all of them at once. */
import { Hono } from "hono";
import type { Host } from "../types";
import type { Windows } from "./windows";

export function instrumentRoutes(host: Host, windows: Windows): Hono {
  const routes = new Hono();
  routes.get("/api/instruments", (context) =>
    context.json(host.instruments.get()),
  );
  routes.put("/api/instruments", async (context) => {
    try {
      host.instruments.set(await context.req.json());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return context.json({ message }, 422);
    }
    windows.tellInstruments();
    return context.json(host.instruments.get());
  });
  return routes;
}
