/** The simulated clock and the triggers that wait for it, for the drawer and the CLI. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ClockMove, Host, HostClock } from "../types";

const MAX_REQUEST_BYTES = 1_000;

/** Body of POST /api/clock: one of the three. */
export type ClockRequest =
  | { readonly advanceMs: number }
  | { readonly set: string }
  | { readonly real: true };

/** @param request - Null only asks what time it is. */
export async function moveClock(
  clock: HostClock,
  request: ClockRequest | null,
): Promise<ClockMove> {
  if (request === null) return { ...clock.state(), ...STILL };
  if ("advanceMs" in request) return clock.advance(request.advanceMs);
  if ("set" in request) return clock.set(request.set);
  return { ...clock.reset(), ...STILL };
}

const STILL = { fired: 0, skipped: false };

export function clockRoutes(host: Host): Hono {
  const routes = new Hono();

  routes.get("/api/clock", async (context) =>
    context.json(await moveClock(host.clock, null)),
  );

  routes.post(
    "/api/clock",
    bodyLimit({ maxSize: MAX_REQUEST_BYTES }),
    async (context) => {
      const body: unknown = await context.req.json().catch(() => null);
      if (!isClockRequest(body)) {
        return context.json({ message: "Не понято, как перевести часы." }, 400);
      }
      return context.json(await moveClock(host.clock, body));
    },
  );

  routes.get("/api/triggers", (context) =>
    context.json([...host.triggers()] as never),
  );

  routes.post("/api/triggers/:id/run", async (context) => {
    try {
      const { id } = context.req.param();
      const { value: _, ...result } = await host.runTrigger(id);
      return context.json(result as never);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return context.json({ message }, 422);
    }
  });
  return routes;
}

function isClockRequest(body: unknown): body is ClockRequest {
  if (typeof body !== "object" || body === null) return false;
  if ("advanceMs" in body) return Number.isSafeInteger(body.advanceMs);
  if ("set" in body) return !Number.isNaN(Date.parse(String(body.set)));
  return "real" in body && body.real === true;
}
