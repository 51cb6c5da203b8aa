/** Downloads of the whole workspace and of one tab; import in two steps: look, then write. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Exchange } from "../exchange/exchange";
import { LIMITS, TOO_BIG, UploadError } from "../exchange/limits";
import type { ImportChoice } from "../exchange/write-book";
import type { Host } from "../types";
import { download } from "./download";
import { messagePage } from "./pages";

/** The answer to a choice is some hundred bytes. */
const MAX_CHOICE_BYTES = 10_000;

/** @param changed - Told after the book got new tabs. */
export function exchangeRoutes(
  host: Host,
  exchange: Exchange,
  changed: () => void,
): Hono {
  const routes = new Hono();

  routes.get("/everything.zip", async () =>
    download(
      await exchange.everything(),
      "application/zip",
      `${host.book.name()}.zip`,
    ),
  );

  routes.get("/tab.csv", async (context) => {
    const found = await exchange.tabCsv(context.req.query("tab") ?? "");
    if (found === null) {
      return context.html(
        messagePage("Такого листа нет", "Возможно, его удалили."),
        404,
      );
    }
    const bytes = Buffer.from(found.text, "utf8");
    const name = `${host.book.name()} - ${found.title}.csv`;
    return download(bytes, "text/csv; charset=utf-8", name);
  });

  routes.post(
    "/api/import",
    bodyLimit({
      maxSize: LIMITS.fileBytes,
      onError: (context) => context.json({ message: TOO_BIG }, 413),
    }),
    async (context) => {
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      const name = context.req.query("name") ?? "";
      return answer(() => exchange.preview(bytes, name));
    },
  );

  routes.post(
    "/api/import/:id",
    bodyLimit({ maxSize: MAX_CHOICE_BYTES }),
    async (context) => {
      const choice = readChoice(await context.req.json());
      if (choice === null) {
        return context.json({ message: "Непонятный выбор." }, 400);
      }
      const written = await answer(() =>
        exchange.apply(context.req.param("id"), choice),
      );
      changed();
      return written;
    },
  );
  return routes;
}

/** A file that is not taken is the person's to know, not a failure here. */
async function answer(work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work());
  } catch (error) {
    if (!(error instanceof UploadError)) throw error;
    return Response.json({ message: error.message }, { status: 422 });
  }
}

function readChoice(given: unknown): ImportChoice | null {
  if (typeof given !== "object" || given === null) return null;
  const { mode, formulas } = given as Partial<Record<string, unknown>>;
  const isMode = mode === "tabs" || mode === "book";
  const isKept = formulas === "keep" || formulas === "values";
  return isMode && isKept ? { mode, formulas } : null;
}
