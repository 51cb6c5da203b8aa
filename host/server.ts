/** Serves one Host to browsers and CLIs of this machine. */
import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { WebSocketServer } from "ws";
import type { Exchange } from "./exchange/exchange";
import { apiRoutes } from "./server/api-routes";
import { type Asset, type Assets, loadAssets } from "./server/assets";
import { clockRoutes } from "./server/clock-routes";
import { exchangeRoutes } from "./server/exchange-routes";
import { fileRoutes, type MakePdf } from "./server/file-routes";
import { formRoutes } from "./server/form-routes";
import { type Guard, makeGuard } from "./server/guard";
import { DEFAULT_PORT, listen, openBrowser } from "./server/listen";
import { LETTER_POLICY, mailRoutes } from "./server/mail-routes";
import { messagePage, workplacePage } from "./server/pages";
import { openWindows, type Windows } from "./server/windows";
import type { Host } from "./types";

export type ServerOptions = {
  /** First port tried; the next free one is taken. Default 5180, 0 any. */
  readonly port?: number;
  /** Opens the page in the person's browser when possible. */
  readonly open?: boolean;
  /** Folder of the built page; found beside the program when absent. */
  readonly pageFolder?: string;
  /** Absent when the machine cannot make PDFs. */
  readonly makePdf?: MakePdf;
  /** Google's name of the book's locale now; default `ru_RU`. */
  readonly locale?: () => string;
  /** Files in and out; absent when the book only serves a test of the page. */
  readonly exchange?: Exchange;
};

export type RunningServer = {
  readonly port: number;
  /** Random secret of this run. */
  readonly token: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Address of the page, with the token. */
  readonly url: string;
  /** Computes the book's formulas, which the first page would wait for. */
  readonly warmUp: () => void;
  readonly close: () => Promise<void>;
};

const DEFAULT_LOCALE = "ru_RU";

/**
 * Nothing leaves the machine: the page, the panel and the dialogs get what
 * they need from this server. No `unsafe-eval`: Google's panels have none.
 */
const PAGE_POLICY =
  "default-src 'self' 'unsafe-inline' data: blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'";
/** A document's links must not run: no inline script there. */
const DOCUMENT_POLICY =
  "default-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";
const FORM_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Starts serving on 127.0.0.1.
 *
 * @throws Error when no port is free or the page is not built.
 */
export async function startServer(
  host: Host,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const assets = loadAssets(options.pageFolder);
  const token = randomBytes(24).toString("base64url");
  const run = randomUUID();
  const windows = openWindows(host);
  let app = new Hono();
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
  }) as Server;
  const port = await listen(server, options.port ?? DEFAULT_PORT);
  const guard = makeGuard(port, token);
  const locale = options.locale ?? (() => DEFAULT_LOCALE);
  app = makeApp({ host, assets, windows, guard, run, locale }, options);
  const sockets = acceptSockets(server, guard, windows, run);

  const origin = `http://127.0.0.1:${port}`;
  const url = `${origin}/?token=${token}`;
  if (options.open === true) openBrowser(url);
  return {
    port,
    token,
    origin,
    url,
    warmUp: () => void windows.channel.follow(),
    async close() {
      windows.close();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type Parts = {
  readonly host: Host;
  readonly assets: Assets;
  readonly windows: Windows;
  readonly guard: Guard;
  readonly run: string;
  readonly locale: () => string;
};

function makeApp(parts: Parts, { makePdf, exchange }: ServerOptions): Hono {
  const { host, assets, windows, guard } = parts;
  const app = new Hono();
  const query = (url: string) => new URL(url).searchParams;

  app.use(async (context, next) => {
    const { path } = context.req;
    const headers = context.req.raw.headers;
    const isForm = path.startsWith("/forms/");
    if (!(isForm ? guard.isAddressed(headers) : guard.isLocal(headers))) {
      return context.html(refused(), 403);
    }
    const isOpen = isForm || assets.files.has(path);
    if (!isOpen && !guard.isTrusted(headers, query(context.req.url))) {
      return context.html(refused(), 403);
    }
    await next();
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Content-Security-Policy", policyFor(path));
    return undefined;
  });

  app.get("/", (context) => {
    context.header("Set-Cookie", guard.cookie);
    context.header("Cache-Control", "no-store");
    return context.html(workplacePage(host.book.name(), assets.version));
  });
  for (const [path, file] of assets.files) {
    app.get(path, () => answerAsset(file));
  }
  app.route("/", formRoutes(host, windows.tellChanged));
  app.route("/", fileRoutes(host, assets, makePdf));
  app.route("/", clockRoutes(host));
  app.route("/", mailRoutes(host));
  if (exchange !== undefined) {
    app.route("/", exchangeRoutes(host, exchange, windows.tellChanged));
  }
  app.route(
    "/",
    apiRoutes(host, windows, parts.run, parts.locale, makePdf !== undefined),
  );
  app.notFound((context) =>
    context.html(messagePage("Нет такой страницы", "Проверьте адрес."), 404),
  );
  app.onError((error, context) => {
    if (context.req.path.startsWith("/api/")) {
      return context.json({ message: error.message }, 500);
    }
    return context.html(messagePage("Не получилось", error.message), 500);
  });
  return app;
}

/** A letter itself; its attachments are only ever downloaded. */
const LETTER_PATH = /^\/mail\/[^/]+$/;

function policyFor(path: string): string {
  if (path.startsWith("/forms/")) return FORM_POLICY;
  if (LETTER_PATH.test(path)) return LETTER_POLICY;
  return path.startsWith("/files/") ? DOCUMENT_POLICY : PAGE_POLICY;
}

function answerAsset({ bytes, type }: Asset): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}

function refused(): string {
  return messagePage(
    "Сюда пускают по адресу с ключом",
    "Откройте адрес, который программа напечатала при запуске: в нём есть ключ этого запуска.",
  );
}

function acceptSockets(
  server: Server,
  guard: Guard,
  windows: Windows,
  run: string,
): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  server.on(
    "upgrade",
    (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const { pathname, searchParams } = new URL(
        request.url ?? "/",
        "http://127.0.0.1",
      );
      const headers = new Headers(
        Object.entries(request.headers).flatMap(([name, value]) =>
          typeof value === "string" ? [[name, value] as [string, string]] : [],
        ),
      );
      const isAllowed =
        pathname === "/api/socket" &&
        guard.isLocal(headers) &&
        guard.isTrusted(headers, searchParams);
      if (!isAllowed) {
        socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
        return;
      }
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        const base = Number(searchParams.get("number"));
        const isThisRun = searchParams.get("run") === run;
        windows.join(
          accepted,
          searchParams.get("user"),
          isThisRun && Number.isInteger(base) ? base : -1,
        );
      });
    },
  );
  return sockets;
}
