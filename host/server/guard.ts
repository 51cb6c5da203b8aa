/** Who may talk to the server: this machine only, and the page only with the token. */
import { createHash, timingSafeEqual } from "node:crypto";

const LOCAL_NAMES = ["127.0.0.1", "localhost"];

export type Guard = {
  /**
   * Whether the request names this server itself: another site that points its
   * own name at 127.0.0.1 (DNS rebinding) or posts from its own page does not.
   */
  readonly isLocal: (headers: Headers) => boolean;
  /**
   * The first half of `isLocal`, for forms: a form's page sends no referrer,
   * so its own post comes with the origin `null`.
   */
  readonly isAddressed: (headers: Headers) => boolean;
  /** Whether the request carries the token: cookie, Bearer header or query. */
  readonly isTrusted: (headers: Headers, query?: URLSearchParams) => boolean;
  /** Set-Cookie value that keeps the token in the browser. */
  readonly cookie: string;
};

/**
 * @param port - Port listened on.
 * @param token - Random secret of this run.
 */
export function makeGuard(port: number, token: string): Guard {
  const hosts = new Set(LOCAL_NAMES.map((name) => `${name}:${port}`));
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  // Cookies are shared by all ports of a host, so the name tells them apart.
  const cookieName = `nastavnik_${port}`;
  const isAddressed = (headers: Headers) =>
    hosts.has(headers.get("host") ?? "");
  return {
    isAddressed,
    isLocal(headers) {
      const origin = headers.get("origin");
      return isAddressed(headers) && (origin === null || origins.has(origin));
    },
    isTrusted(headers, query) {
      const bearer = headers.get("authorization")?.replace(/^Bearer /, "");
      const cookie = readCookie(headers.get("cookie") ?? "", cookieName);
      return [bearer, cookie, query?.get("token")].some(
        (given) => typeof given === "string" && isSame(given, token),
      );
    },
    cookie: `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`,
  };
}

function readCookie(header: string, name: string): string | undefined {
  const prefix = `${name}=`;
  return header
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length);
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
