/**
 * Russian texts taken out of the finished bundle: they lie in one compressed
 * record that is unpacked when the first of them is wanted, which is never while
 * the bundle loads. Code, names and English messages stay.
 */
import { createContext, runInContext } from "node:vm";
import { parse } from "acorn";
import { packedText } from "./packed.mjs";

const CYRILLIC = /[\u0400-\u04ff]/;
const HEAD = /^"use strict";\s*var AddOn=\(\(\)=>\{/;

/** What stands in `lazy-text-record.mjs` for the record and for its alphabet. */
const RECORD = "@texts@";
const ALPHABET = "@alphabet@";

/** Characters the record may hold; a text with another stays in the code. */
const IN_ALPHABET =
  /^[\0-\x7f\u0401\u0410-\u044f\u0451\u00a0\u00a7«»\u2010-\u2026\u2116±×·≤≥→−]*$/;

const KEYWORDS = new Set(["as", "do", "if", "in", "is", "of"]);

/** A shorter text takes less room where it is, bytes of UTF-8: in a function, as a property. */
const LEAST_BYTES = 16;
const LEAST_PROPERTY_BYTES = 40;

/**
 * @param code - The bundle; its entry also exports `lazyText`.
 * @returns The bundle without its texts; those that are wanted while it loads
 *   stay where they are.
 */
export function withLazyTexts(code) {
  const { texts, names, getter } = survey(parse(code, { ecmaVersion: 2020 }));
  const name = freeName(names);
  const wanted = wantedAtLoad(
    rewritten(code, texts, name, `wanted.push(n),${getter}(n)`),
  );
  const all = [...new Set(texts.map(({ text }) => text))];
  const early = new Set(wanted.map((number) => all[number]));
  const late = texts.filter(({ text }) => !early.has(text));
  return rewritten(code, late, name, `${getter}(n)`);
}

/** Calls in place of the texts, and what the calls do. */
function rewritten(code, texts, name, body) {
  const numbers = new Map();
  let result = "";
  let at = 0;
  for (const { start, end, text, asCode } of texts) {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    const isAfterWord = /[\w$]/.test(code.charAt(start - 1));
    result += code.slice(at, start) + (isAfterWord ? " " : "");
    result += asCode(`${name}(${number})`);
    at = end;
  }
  result += code.slice(at);
  if (!HEAD.test(result) || !result.includes(RECORD)) {
    throw new Error("lazy-texts: this is not the bundle");
  }
  const { alphabet, bytes } = asBytes([...numbers.keys()].join("\0"));
  return result
    .replace(HEAD, (head) => `${head}var ${name}=n=>(${body});`)
    .replace(ALPHABET, () => alphabet)
    .replace(RECORD, () => packedText(bytes));
}

/** Numbers of the texts; a text is no reason to unpack the others so early. */
function wantedAtLoad(code) {
  const wanted = [];
  runInContext(code, createContext({ wanted }));
  return wanted;
}

/** Texts worth taking out, in order; all names in use; the name of `lazyText`. */
function survey(program) {
  const texts = [];
  const names = new Set();
  const getters = [];
  const visit = (node, depth) => {
    const found = depth > 1 ? inFunction(node) : ofProperty(node);
    if (found !== null) {
      texts.push({ start: node.start, end: node.end, ...found });
    }
    if (node.type === "Identifier") {
      names.add(node.name);
    }
    if (node.type === "Property" && node.key.name === "lazyText") {
      getters.push(node.value.body.name);
    }
    for (const child of childrenOf(node)) {
      visit(child, /Function/.test(node.type) ? depth + 1 : depth);
    }
  };
  visit(program, 0);
  texts.sort((one, other) => one.start - other.start);
  return { texts, names, getter: getters[0] };
}

/** A text where it stands, as a call. */
function inFunction(node) {
  if (node.type === "TemplateElement") {
    const text = node.value.cooked;
    return isWorthIt(text, LEAST_BYTES)
      ? { text, asCode: (call) => `\${${call}}` }
      : null;
  }
  return node.type === "Literal" && isWorthIt(node.value, LEAST_BYTES)
    ? { text: node.value, asCode: (call) => call }
    : null;
}

/** A property of a constant: it asks for its text when it is read. */
function ofProperty({ type, computed, kind, key, value }) {
  if (type !== "Property" || computed || kind !== "init") {
    return null;
  }
  const text =
    value.type === "TemplateLiteral" && value.expressions.length === 0
      ? value.quasis[0].value.cooked
      : value.value;
  const name = key.name ?? key.raw;
  return isWorthIt(text, LEAST_PROPERTY_BYTES)
    ? { text, asCode: (call) => `get ${name}(){return ${call}}` }
    : null;
}

function isWorthIt(text, leastBytes) {
  return (
    typeof text === "string" &&
    CYRILLIC.test(text) &&
    Buffer.byteLength(text) >= leastBytes &&
    IN_ALPHABET.test(text) &&
    !text.includes("\0")
  );
}

/** One byte a character; from 128 on it is a place in the alphabet. */
function asBytes(text) {
  const characters = [...new Set(text)].filter((one) => one > "\x7f").sort();
  if (characters.length > 128) {
    throw new Error("lazy-texts: the alphabet is too long");
  }
  const places = new Map(characters.map((one, at) => [one, at + 128]));
  return {
    alphabet: characters.join(""),
    bytes: Uint8Array.from(text, (one) => places.get(one) ?? one.charCodeAt(0)),
  };
}

/** Without names of properties, which must stand in the code. */
function childrenOf(node) {
  const isNamed =
    /^(?:Property|MethodDefinition|PropertyDefinition)$/.test(node.type) &&
    !node.computed;
  return Object.entries(node)
    .filter(([key]) => !(isNamed && key === "key"))
    .filter(
      ([key]) => !(node.type === "TaggedTemplateExpression" && key === "quasi"),
    )
    .flatMap(([, value]) => value)
    .filter((value) => typeof value?.type === "string");
}

/** No scope may hide it, so no other name in the bundle is like it. */
function freeName(names) {
  const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"];
  const tried = letters.flatMap((one) => letters.map((other) => one + other));
  return (
    tried.find((name) => !names.has(name) && !KEYWORDS.has(name)) ?? "lazyText$"
  );
}
