/** Who is let in. */
import { expect, test } from "vitest";
import { makeGuard } from "./guard";

const guard = makeGuard(5180, "secret");
const headers = (given: Record<string, string>) => new Headers(given);

test.each(["127.0.0.1:5180", "localhost:5180"])("%s is this server", (host) => {
  expect(guard.isLocal(headers({ host }))).toBe(true);
  expect(guard.isLocal(headers({ host, origin: `http://${host}` }))).toBe(true);
});

test.each([
  {},
  { host: "evil.example:5180" },
  { host: "127.0.0.1:80" },
  { host: "127.0.0.1.evil.example:5180" },
  { host: "127.0.0.1:5180", origin: "https://evil.example" },
  { host: "127.0.0.1:5180", origin: "http://127.0.0.1:9999" },
  { host: "127.0.0.1:5180", origin: "null" },
])("another name or origin is not: %o", (given) => {
  expect(guard.isLocal(headers({ ...given }))).toBe(false);
});

test("a form's own post without an origin is addressed here", () => {
  const given = headers({ host: "127.0.0.1:5180", origin: "null" });
  expect(guard.isAddressed(given)).toBe(true);
});

test.each([
  [{ cookie: "other=1; nastavnik_5180=secret" }, "", true],
  [{ authorization: "Bearer secret" }, "", true],
  [{}, "token=secret", true],
  [{ cookie: "nastavnik_5181=secret" }, "", false],
  [{ cookie: "nastavnik_5180=secre" }, "", false],
  [{ authorization: "Bearer " }, "", false],
  [{}, "token=", false],
  [{}, "", false],
])("token in %o %s: %s", (given, query, isTrusted) => {
  const found = guard.isTrusted(
    headers({ ...given }),
    new URLSearchParams(query),
  );
  expect(found).toBe(isTrusted);
});

test("the cookie is for this site and not for scripts", () => {
  expect(guard.cookie).toBe(
    "nastavnik_5180=secret; Path=/; HttpOnly; SameSite=Strict",
  );
});
