/** Letters of the outbox: their HTML text for a frame that may do nothing, their attachments. */
import { Hono } from "hono";
import type { Host } from "../types";
import { download } from "./download";
import { messagePage } from "./pages";

/**
 * A letter is somebody's text: it may draw itself and its own pictures, and
 * neither run, load, send nor navigate anything.
 */
export const LETTER_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** Attachments are never opened by the browser, whatever they say they are. */
const ATTACHMENT_TYPE = "application/octet-stream";

export function mailRoutes(host: Host): Hono {
  const routes = new Hono();

  routes.get("/mail/:id", (context) => {
    const html = host.mailHtml(context.req.param("id"));
    if (html !== null) return context.html(html);
    const text = "Такого письма нет, или в нём только простой текст.";
    return context.html(messagePage("Показать нечего", text), 404);
  });

  routes.get("/mail/:id/attachments/:index", (context) => {
    const { id, index } = context.req.param();
    const found = host.mailAttachment(id, Number(index));
    if (found === null) {
      const text = "Такого вложения нет.";
      return context.html(messagePage("Показать нечего", text), 404);
    }
    return download(found.bytes, ATTACHMENT_TYPE, found.name);
  });
  return routes;
}
