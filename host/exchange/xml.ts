/** XML from strangers: no document type, so no entity of its own is ever resolved. */
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { DAMAGED, UploadError } from "./limits";

export type { Element };

/** @throws UploadError when the text declares a document type. */
export function refuseDoctype(text: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new UploadError(DAMAGED);
}

/** @throws UploadError when the text is no well-formed XML. */
export function parseXml(text: string): Document {
  refuseDoctype(text);
  const failed: string[] = [];
  try {
    const document = new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") failed.push(message);
      },
    }).parseFromString(text, "text/xml");
    if (failed.length === 0) return document;
  } catch (cause) {
    throw new UploadError(DAMAGED, { cause });
  }
  throw new UploadError(DAMAGED);
}

/** Child elements in their order; of one local name, when given. */
export function childrenOf(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (name === undefined || element.localName === name) found.push(element);
  }
  return found;
}

export function childOf(parent: Element, name: string): Element | null {
  return childrenOf(parent, name)[0] ?? null;
}

/** All elements of a local name, whatever their namespace. */
export function elementsOf(
  parent: Element | Document,
  name: string,
): Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}

/** An attribute by its local name, "" when there is none. */
export function attributeOf(element: Element, name: string): string {
  for (const attribute of element.attributes) {
    if ((attribute.localName ?? attribute.name) === name) {
      return attribute.value;
    }
  }
  return "";
}
