/** Locks between executions of several people, and what each person keeps apart. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

const OTHER = "vtoroy@example.org";

let add: SnippetHost;
beforeAll(async () => {
  add = await openSnippetHost();
  add.setCode(`
    const lockOf = (kind) => LockService["get" + kind + "Lock"]();
    function hold(kind) { lockOf(kind).waitLock(1000); Utilities.sleep(400); }
    function attempt(kind) { const lock = lockOf(kind); return [lock.tryLock(0), lock.hasLock()]; }
    function patient(kind) { const lock = lockOf(kind); return [lock.tryLock(2000), lock.tryLock(0), lock.hasLock()]; }
    function twice() { const one = lockOf("Script"); one.waitLock(10); one.releaseLock(); one.releaseLock(); return [one.hasLock(), one.tryLock(0)]; }
    function mine(value) {
      const all = [PropertiesService.getUserProperties(), CacheService.getUserCache()];
      if (value) { all[0].setProperty("a", value); all[1].put("a", value); }
      return [all[0].getProperty("a"), all[1].get("a"), Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()];
    }`);
});
afterAll(() => add.close());

const call = async (name: string, argument: string, user?: string) => {
  const result = await add.host.execute({
    functionName: name,
    kind: "rpc",
    args: [argument],
    ...(user === undefined ? {} : { user }),
  });
  return result.error?.message ?? result.value;
};
const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

test.each(["Document", "Script"])(
  "a %s lock keeps everybody else out until it is released",
  async (kind) => {
    const holding = call("hold", kind);
    await pause(200);
    const refused = await call("attempt", kind, OTHER);
    const got = await call("patient", kind, OTHER);
    await holding;

    expect([refused, got]).toStrictEqual([
      [false, false],
      [true, true, true],
    ]);
  },
);

test("a user lock keeps out only the same person", async () => {
  const holding = call("hold", "User");
  await pause(200);
  const same = await call("attempt", "User");
  const other = await call("attempt", "User", OTHER);
  await holding;

  expect([same, other]).toStrictEqual([
    [false, false],
    [true, true],
  ]);
});

test("releasing twice is harmless, and a lock can be taken again", async () => {
  expect(await call("twice", "")).toStrictEqual([false, true]);
});

test("a person's properties and cache are nobody else's", async () => {
  const first = await call("mine", "моё");
  const other = await call("mine", "", OTHER);

  expect([first, other]).toStrictEqual([
    ["моё", "моё", "kurator@example.org", "kurator@example.org"],
    [null, null, OTHER, OTHER],
  ]);
});
