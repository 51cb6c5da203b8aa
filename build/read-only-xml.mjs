/**
 * Stands for @xmldom/xmldom (87 KB) in the bundle. docxtemplater asks the lists
 * of a package (content types, relations) for elements and their attributes and
 * writes them back as they were; of our templates it changes none.
 */

const TAG =
  /<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text) {
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, digits) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name]);
}

function elementOf(attributes) {
  const values = new Map(
    [...attributes.matchAll(ATTRIBUTE)].map(([, name, one, other]) => [
      name,
      decoded(one ?? other ?? ""),
    ]),
  );
  return { getAttribute: (name) => values.get(name) ?? "" };
}

export function DOMParser() {
  return {
    parseFromString(source) {
      // Comments and CDATA could hold what looks like a tag.
      const bare = source.replace(
        /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g,
        "",
      );
      return {
        source,
        getElementsByTagName: (wanted) =>
          [...bare.matchAll(TAG)]
            .filter(([, name]) => name === wanted)
            .map(([, , attributes]) => elementOf(attributes)),
      };
    },
  };
}

export function XMLSerializer() {
  return { serializeToString: ({ source }) => source };
}
