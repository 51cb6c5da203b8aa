/** Writes docs/conformance.md: the Apps Script members the add-on uses, and those the local host has. `--check` only compares. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SyntaxKind } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const PAGE = resolve(ROOT, "docs/conformance.md");
const REFERENCE = "https://developers.google.com/apps-script/reference";
const DRIVE =
  "https://developers.google.com/workspace/drive/api/reference/rest/v3/files";

/** Contract tests by the namespace of @types/google-apps-script. */
const TESTS = {
  Spreadsheet: /^(sheet-|windows)/,
  Forms: /^forms/,
  Drive: /^drive/,
  Mail: /mail/,
};
const OTHER_TESTS = /^(base-services|utilities|windows)/;

/** Opens a project of the repository and hands it to `read`. */
function withProject(config, read) {
  const api = new API({ cwd: ROOT });
  try {
    const openProject = resolve(ROOT, config);
    const [project] = api.updateSnapshot({ openProject }).getProjects();
    return read(project);
  } finally {
    api.close();
  }
}

function eachNode(node, visit) {
  visit(node);
  node.forEachChild((child) => eachNode(child, visit));
}

/** Names a declaration lies under, the outermost first. */
function pathOf(symbol) {
  const path = [];
  for (let at = symbol; at; at = at.getParent()) path.unshift(at.name);
  return path;
}

/** `Class.member` → namespace, for every member that src/google and src/entry name. */
export function usedMembers() {
  return withProject("src/entry/tsconfig.json", ({ program, checker }) => {
    const used = new Map();
    const own = program
      .getSourceFileNames()
      .filter((name) => /\/src\/(google|entry)\/[^/]+(?<!\.d)\.ts$/.test(name));
    for (const name of own) {
      const places = [];
      eachNode(program.getSourceFile(name), (node) => {
        if (node.kind === SyntaxKind.PropertyAccessExpression) {
          places.push(node);
        }
      });
      const symbols = checker.getSymbolAtLocation(
        places.map((place) => place.name),
      );
      const types = checker.getTypeAtLocation(
        places.map((place) => place.expression),
      );
      symbols.forEach((symbol, index) => {
        for (const [className, namespace] of ownersOf(
          symbol,
          types[index],
          places[index],
        )) {
          used.set(`${className}.${symbol.name}`, namespace);
        }
      });
    }
    return used;
  });
}

/** Google's classes a member belongs to, each with its namespace. */
function ownersOf(symbol, type, place) {
  if (symbol === undefined) return [];
  // The advanced Drive service has a type of our own.
  if (place.expression.name?.text === "Files") return [["Files", "Drive"]];
  const parent = symbol.getParent();
  // A member of several classes at once has no parent of its own.
  const parts = parent === undefined ? (type?.getTypes?.() ?? []) : [];
  const owners = parent ? [parent] : parts.map((part) => part.getSymbol());
  return owners
    .map((owner) => (owner ? pathOf(owner) : []))
    .filter(
      // An event is data that a trigger gets, no service with members to have.
      ([space, ...rest]) =>
        space === "GoogleAppsScript" && rest.length > 1 && rest[0] !== "Events",
    )
    .map(([, namespace, ...rest]) => [rest.at(-1), namespace]);
}

/** Class name → sorted members that add-on code may call on the host. */
export function hostMembers() {
  return withProject("host/tsconfig.json", ({ program }) => {
    const classes = new Map();
    const names = program
      .getSourceFileNames()
      .filter((name) => /\/host\/services\/[^/]+(?<!\.test)\.ts$/.test(name));
    for (const name of names) {
      eachNode(program.getSourceFile(name), (node) => {
        if (node.kind === SyntaxKind.ClassDeclaration) {
          classes.set(node.name.text, describe(node));
        }
      });
    }
    return byApiName(classes);
  });
}

function describe(node) {
  const isPlain = (member) =>
    !(member.modifiers ?? []).some(
      ({ kind }) => kind === SyntaxKind.StaticKeyword,
    ) && member.name?.kind === SyntaxKind.Identifier;
  const apiName = node.members.find((member) => member.name?.text === "apiName")
    ?.initializer?.text;
  return {
    apiName: apiName ?? node.name.text,
    parent: node.heritageClauses?.[0]?.types[0]?.expression.text ?? null,
    isAbstract: (node.modifiers ?? []).some(
      ({ kind }) => kind === SyntaxKind.AbstractKeyword,
    ),
    members: node.members
      .filter(({ kind }) => kind === SyntaxKind.MethodDeclaration)
      .filter(isPlain)
      .map(({ name }) => name.text),
  };
}

function byApiName(classes) {
  const found = new Map();
  for (const [name, described] of classes) {
    if (described.isAbstract || !isService(classes, name)) continue;
    const members = new Set();
    for (let at = described; at; at = classes.get(at.parent)) {
      for (const member of at.members) members.add(member);
    }
    found.set(described.apiName, [...members].sort());
  }
  return found;
}

function isService(classes, name) {
  for (let at = name; at; at = classes.get(at)?.parent) {
    if (at === "ServiceObject") return true;
  }
  return false;
}

function pageOf(namespace, className, member) {
  if (className === "Files")
    return `${DRIVE}/${member === "remove" ? "delete" : member}`;
  const slug = className.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
  return `${REFERENCE}/${namespace.toLowerCase()}/${slug}`;
}

/** The first contract test of the namespace that calls the member. */
function testOf(namespace, member) {
  const folder = resolve(ROOT, "test/contract");
  const fits = TESTS[namespace] ?? OTHER_TESTS;
  const calls = new RegExp(`\\.${member}\\b`);
  return (
    readdirSync(folder)
      .filter((name) => fits.test(name) && name.endsWith(".test.ts"))
      .sort()
      .find((name) =>
        calls.test(readFileSync(resolve(folder, name), "utf8")),
      ) ?? null
  );
}

/**
 * The page's text.
 *
 * @returns { text, missing, untested }: members used but not on the host, and
 *   those no contract test calls.
 */
export function conformance() {
  const used = usedMembers();
  const host = hostMembers();
  const rows = [...used].sort(([left], [right]) => (left < right ? -1 : 1));
  const missing = [];
  const untested = [];
  const lines = rows.flatMap(([call, namespace]) => {
    const [className, member] = call.split(".");
    const members = host.get(className);
    // Enums and nested services are not called.
    if (/^[A-Z]/.test(member)) return [];
    if (!members?.includes(member)) missing.push(call);
    const test = testOf(namespace, member);
    if (test === null) untested.push(call);
    const link = `[${className}](${pageOf(namespace, className, member)})`;
    const proof = test === null ? "–" : `[${test}](../test/contract/${test})`;
    return [
      `| ${link} | ${member} | ${members?.includes(member) ? "yes" : "no"} | ${proof} |`,
    ];
  });
  const further = [...host]
    .map(([name, members]) => [
      name,
      members.filter((member) => !used.has(`${name}.${member}`)),
    ])
    .filter(([, members]) => members.length > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, members]) => `- **${name}**: ${members.join(", ")}`);
  const text = `# Conformance of the local host

Made by \`npm run conformance\`; \`test/contract/conformance.test.ts\` fails when it is stale. What the host has of Google's services, in three parts.

## Members the add-on uses

Every member of a Google class that \`src/google\` and \`src/entry\` name, found by the compiler's types. The class links to its page in Google's reference; the last column is a contract test that calls the member.

| class | member | implemented | contract test |
|---|---|---|---|
${lines.join("\n")}

## Further members that are implemented

${further.join("\n")}

## Everything else

A member that is not listed throws an error with its own name, \`Range.createPivotTable is not available on the local host\`; so does an unknown enum value. Nothing is silently ignored. Known differences from the live service are in [live-checks.md](live-checks.md).
`;
  return { text, missing, untested };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, missing, untested } = conformance();
  if (!process.argv.includes("--check")) writeFileSync(PAGE, text);
  for (const call of missing) console.error(`not on the host: ${call}`);
  for (const call of untested) console.error(`no contract test: ${call}`);
  const isStale = readFileSync(PAGE, "utf8") !== text;
  if (isStale || missing.length > 0) process.exitCode = 1;
}
