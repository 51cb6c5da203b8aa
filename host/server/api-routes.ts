/** JSON for the page and for a CLI that works through a running server. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isQuestion } from "../services/form-record";
import { type Book, packBook } from "../services/packed-book";
import type { ExecutionRequest, Host } from "../types";
import { refusalOf } from "./form-routes";
import { instrumentRoutes } from "./instrument-routes";
import { journalRoutes } from "./journal";
import type { BookSnapshot, DrawerState } from "./protocol";
import type { Windows } from "./windows";

/** An import of a whole municipality is well below; chosen. */
const MAX_REQUEST_BYTES = 50_000_000;

/**
 * @param run - Random name of this run of the server.
 * @param locale - Google's name of the book's locale now, e.g. `ru_RU`.
 * @param makesPdf - Whether the server makes PDF of documents.
 */
export function apiRoutes(
  host: Host,
  windows: Windows,
  run: string,
  locale: () => string,
  makesPdf: boolean,
): Hono {
  const routes = new Hono();
  routes.use(bodyLimit({ maxSize: MAX_REQUEST_BYTES }));

  routes.get("/api/snapshot", async (context) => {
    await windows.channel.follow();
    const snapshot: BookSnapshot = {
      run,
      number: windows.channel.number(),
      name: host.book.name(),
      user: host.defaultUser,
      locale: locale(),
      workbook: packBook(host.book.snapshot() as Book),
      spills: host.book.spills(),
    };
    // A text of many megabytes would be looked through once more on its way.
    const bytes = Buffer.from(JSON.stringify(snapshot));
    context.header("Content-Type", "application/json");
    return context.body(bytes);
  });

  routes.route("/", instrumentRoutes(host, windows));
  routes.route("/", journalRoutes(host));
  routes.get("/api/drawer", (context) => context.json(drawer(host, makesPdf)));
  routes.get("/api/executions", (context) =>
    context.json([...host.executions()] as never),
  );
  routes.get("/api/forms", (context) => context.json([...host.forms.list()]));
  routes.get("/api/forms/:id/responses", (context) => {
    const results = host.forms.results(context.req.param("id"));
    return results === null
      ? context.json({ message: "Такой формы нет." }, 404)
      : context.json(results as never);
  });
  routes.get("/api/files", (context) => context.json([...host.files.list()]));

  routes.get("/api/files/:id", (context) => {
    const id = context.req.param("id");
    if (!host.files.list().some((file) => file.id === id)) {
      return context.json({ message: `Файла ${id} нет.` }, 404);
    }
    return context.body(new Uint8Array(host.files.bytes(id)));
  });

  routes.post("/api/execute", async (context) => {
    const request = await context.req.json<ExecutionRequest>();
    const result = await host.execute(request);
    windows.tellChanged();
    return context.json(result as never);
  });

  routes.post("/api/forms/:id/responses", async (context) => {
    try {
      const response = await host.forms.submit(
        context.req.param("id"),
        await context.req.json(),
      );
      windows.tellChanged();
      return context.json(response);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return context.json({ message, errors: refusalOf(error) }, 422);
    }
  });
  return routes;
}

function drawer(host: Host, makesPdf: boolean): DrawerState {
  return {
    forms: host.forms.list().map((form) => ({
      id: form.id,
      title: form.title,
      open: form.open,
      responses: form.responses ?? 0,
      questions: form.items.filter(isQuestion).length,
    })),
    files: host.files.list(),
    makesPdf,
    mail: [...host.mail()].reverse(),
    triggers: host.triggers(),
    clock: host.clock.state(),
  };
}
