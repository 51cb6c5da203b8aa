/** The built Code.js: what Apps Script would load. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { parse } from "acorn";
import { expect, test } from "vitest";

const CODE = readFileSync("dist/Code.js", "utf8");

/** Largest bundle that is still comfortable to push and to load (ADR 12). */
const CODE_LIMIT_BYTES = 960 * 1024;
const PANEL_LIMIT_BYTES = 150 * 1024;
const DIALOG_LIMIT_BYTES = 600 * 1024;

/** A realm with the ECMAScript built-ins and nothing else, code from strings off. */
function bareRealm(globals: Record<string, unknown> = {}) {
  const realm = createContext(globals, {
    codeGeneration: { strings: false, wasm: false },
  });
  runInContext(CODE, realm);
  return realm;
}

/** Throws on any touch and says what was touched. */
function trap(name: string): object {
  return new Proxy(
    {},
    {
      get: (_target, member) => {
        throw new Error(`${name}.${String(member)} was touched`);
      },
    },
  );
}

const SERVICES = [
  "SpreadsheetApp",
  "HtmlService",
  "PropertiesService",
  "FormApp",
  "Drive",
  "LockService",
  "Session",
  "Utilities",
  "MailApp",
  "ScriptApp",
  "CacheService",
];

/** Names of the functions declared at the top level, as Apps Script sees them. */
function globalFunctions(): string[] {
  const program = parse(CODE, { ecmaVersion: 2020 });
  return program.body.flatMap((node) =>
    node.type === "FunctionDeclaration" && node.id !== null
      ? [node.id.name]
      : [],
  );
}

/** Captions and functions of the menu that onOpen builds. */
function openedMenu(realm: ReturnType<typeof bareRealm>): string[] {
  runInContext("onOpen()", realm);
  return realm["items"];
}

function menuRealm() {
  const items: string[] = [];
  const menu: Record<string, unknown> = {};
  menu["addItem"] = (_caption: string, functionName: string) => {
    items.push(functionName);
    return menu;
  };
  menu["addSeparator"] = () => menu;
  menu["addSubMenu"] = () => menu;
  menu["addToUi"] = () => undefined;
  // AuthMode.NONE: every other service refuses.
  const others = Object.fromEntries(SERVICES.map((name) => [name, trap(name)]));
  return bareRealm({
    ...others,
    items,
    SpreadsheetApp: { getUi: () => ({ createMenu: () => menu }) },
  });
}

test("parses as ES2020, of which it has «?.» and «??» alone (ADR 12)", () => {
  const left: string[] = [];
  // Whatever else is newer than ES2019 the parser would refuse.
  const older = CODE.replace(/\?\?/g, "||").replace(
    /\?\.(?!\d)/g,
    (sign, at) => {
      left.push(sign);
      return /[[(]/.test(CODE.charAt(at + 2)) ? "" : ".";
    },
  );

  expect(() => parse(CODE, { ecmaVersion: 2020 })).not.toThrow();
  expect(() => parse(older, { ecmaVersion: 2019 })).not.toThrow();
  expect(left.length).toBeGreaterThan(0);
});

test("loads where no web or Node API exists and code from strings is off", () => {
  expect(() => bareRealm()).not.toThrow();
});

test("unpacks no texts while loading", () => {
  const split = "String.prototype.split";
  const traps = `const own = ${split};
    ${split} = function (sign, ...rest) {
      if (sign === "\\0") throw new Error("a text was wanted");
      return own.call(this, sign, ...rest);
    };`;
  const realm = createContext();
  runInContext(traps, realm);

  expect(() => runInContext(CODE, realm)).not.toThrow();
  // An answer to a call has texts: the trap is one.
  expect(() =>
    runInContext('console = { error() {} }; rpc("panel", "{}")', realm),
  ).toThrow("a text was wanted");
});

test("touches no service while loading", () => {
  const traps = Object.fromEntries(SERVICES.map((name) => [name, trap(name)]));

  expect(() => bareRealm(traps)).not.toThrow();
});

test("opens its menu with nothing but the menu allowed", () => {
  expect(openedMenu(menuRealm()).length).toBeGreaterThan(10);
});

test("offers only menu items that are global functions", () => {
  const functions = new Set(globalFunctions());

  expect(
    openedMenu(menuRealm()).filter((name) => !functions.has(name)),
  ).toStrictEqual([]);
});

test("lets the panel call one function and no other but menu and trigger handlers", () => {
  const callable = globalFunctions().filter((name) => !name.endsWith("_"));

  expect(callable).toContain("rpc");
  expect(
    callable.filter(
      (name) =>
        !/^(menu[A-Z]\w+|open[A-Z]\w+|onOpen|onInstall|onEdit|onHour|rpc)$/.test(
          name,
        ),
    ),
  ).toStrictEqual([]);
});

test("answers an unknown call with a Russian message instead of throwing", () => {
  const realm = bareRealm({ console: { error: () => undefined } });
  const reply = JSON.parse(runInContext('rpc("panel", "{}")', realm));

  expect(reply).toMatchObject({ ok: false, code: "INTERNAL" });
  expect(reply.message).toMatch(/[а-я]/);
});

test("stays within its size", () => {
  expect(Buffer.byteLength(CODE)).toBeLessThanOrEqual(CODE_LIMIT_BYTES);
  expect(readFileSync("dist/sidebar.html").byteLength).toBeLessThanOrEqual(
    PANEL_LIMIT_BYTES,
  );
  expect(readFileSync("dist/names.html").byteLength).toBeLessThanOrEqual(
    DIALOG_LIMIT_BYTES,
  );
});

test("the dialog that sees names has no way to a server", () => {
  const page = readFileSync("dist/names.html", "utf8");

  expect(page).not.toMatch(
    /google\.script|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/,
  );
  expect(page).toContain("connect-src 'none'");
});

test("leaves in dist exactly what clasp pushes", () => {
  expect(readdirSync("dist").sort()).toStrictEqual([
    "Code.js",
    "appsscript.json",
    "help.html",
    "names.html",
    "sidebar.html",
  ]);
});

test("asks for the seven narrow scopes and no other", () => {
  const { oauthScopes } = JSON.parse(
    readFileSync("dist/appsscript.json", "utf8"),
  );

  expect(
    oauthScopes
      .map((scope: string) =>
        scope.replace("https://www.googleapis.com/auth/", ""),
      )
      .sort(),
  ).toStrictEqual([
    "drive.file",
    "forms",
    "script.container.ui",
    "script.scriptapp",
    "script.send_mail",
    "spreadsheets.currentonly",
    "userinfo.email",
  ]);
  expect(existsSync("dist/appsscript.json")).toBe(true);
});

test("is exactly what clasp would push, told without a login", () => {
  const printed = execFileSync(
    process.execPath,
    ["node_modules/@google/clasp/build/src/index.js", "status", "--json"],
    { encoding: "utf8" },
  );
  const { filesToPush } = JSON.parse(printed);

  expect(filesToPush.sort()).toStrictEqual([
    "dist/Code.js",
    "dist/appsscript.json",
    "dist/help.html",
    "dist/names.html",
    "dist/sidebar.html",
  ]);
}, 30_000);
