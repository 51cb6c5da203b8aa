/** Which scopes a service call needs, and whether the manifest grants them. */
import table from "../data/scopes.json" with { type: "json" };
import { ServiceError } from "../services/service-object";

const PREFIX = "https://www.googleapis.com/auth/";

/** `Class.method` → groups of scopes; one of each group must be granted. */
const NEEDS: ReadonlyMap<string, readonly (readonly string[])[]> = readTable();

function readTable(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const needs = new Map<string, (readonly string[])[]>();
  for (const group of table.groups) {
    for (const [type, methods] of Object.entries(group.members)) {
      for (const method of String(methods).split(" ")) {
        const key = `${type}.${method}`;
        needs.set(key, [...(needs.get(key) ?? []), group.anyOf]);
      }
    }
  }
  return needs;
}

/**
 * @param call - `Class.method`.
 * @param granted - Full scope addresses of the manifest.
 * @throws ServiceError naming the scopes, when none of them is granted.
 */
export function checkScopes(call: string, granted: readonly string[]): void {
  for (const group of NEEDS.get(call) ?? []) {
    const wanted = group.map((name) => PREFIX + name);
    if (!wanted.some((scope) => granted.includes(scope))) {
      throw new ServiceError(
        `Specified permissions are not sufficient to call ${call}. Required permissions: ${wanted.join(" || ")}`,
      );
    }
  }
}
