/** HtmlService: pages made of text, of the bundle's HTML files, and of templates. */
import { BlobObject } from "./blob";
import { templateCode } from "./html-template";
import type { Execution, ServiceModule } from "./registry";
import {
  defineEnum,
  EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";
import { mismatch, needInteger, needText } from "./sheets-context";

const SandboxMode = defineEnum("HtmlService.SandboxMode", [
  "EMULATED",
  "IFRAME",
  "NATIVE",
]);
const XFrameOptionsMode = defineEnum("HtmlService.XFrameOptionsMode", [
  "ALLOWALL",
  "DEFAULT",
]);
/** The only ones Google lets through: https://developers.google.com/apps-script/reference/html/html-output */
const META_NAMES: ReadonlySet<string> = new Set([
  "apple-mobile-web-app-capable",
  "google-site-verification",
  "mobile-web-app-capable",
  "viewport",
]);

/** A page as the windows show it; sizes in pixels, null for the default. */
export type PageView = {
  readonly content: string;
  readonly title: string | null;
  readonly width: number | null;
  readonly height: number | null;
};

export class HtmlOutput extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(HtmlOutput.prototype),
  );

  #view: PageView;
  #faviconUrl: string | null = null;
  readonly #metaTags: HtmlOutputMetaTag[] = [];

  constructor(content: string) {
    super();
    this.#view = { content, title: null, width: null, height: null };
  }

  /** For the windows that show it. */
  get view(): PageView {
    return this.#view;
  }

  #change(fields: Partial<PageView>): this {
    this.#view = { ...this.#view, ...fields };
    return this;
  }

  getContent(): string {
    return this.#view.content;
  }

  setContent(content: unknown): this {
    return this.#change({
      content: needText("HtmlOutput.setContent", content),
    });
  }

  append(content: unknown): this {
    const text = needText("HtmlOutput.append", content);
    return this.#change({ content: this.#view.content + text });
  }

  /** Adds text that may hold no tags of its own. */
  appendUntrusted(content: unknown): this {
    const text = needText("HtmlOutput.appendUntrusted", content);
    return this.append(
      text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
    );
  }

  clear(): this {
    return this.#change({ content: "" });
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.getContent());
  }

  getBlob(): BlobObject {
    return new BlobObject(
      Buffer.from(this.getContent(), "utf8"),
      "text/html",
      this.getTitle() ?? "output.html",
    );
  }

  getAs(type: unknown): BlobObject {
    return this.getBlob().getAs(type);
  }

  /** @throws ServiceError for a name that Google does not let through. */
  addMetaTag(name: unknown, content: unknown): this {
    const call = "HtmlOutput.addMetaTag";
    const key = needText(call, name);
    if (!META_NAMES.has(key)) {
      throw new ServiceError(
        "The specified meta tag is not allowed in this context.",
      );
    }
    this.#metaTags.push(new HtmlOutputMetaTag(key, needText(call, content)));
    return this;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.#metaTags];
  }

  getFaviconUrl(): string | null {
    return this.#faviconUrl;
  }

  setFaviconUrl(url: unknown): this {
    this.#faviconUrl = needText("HtmlOutput.setFaviconUrl", url);
    return this;
  }

  getTitle(): string | null {
    return this.#view.title;
  }

  setTitle(title: unknown): this {
    return this.#change({ title: needText("HtmlOutput.setTitle", title) });
  }

  getWidth(): number | null {
    return this.#view.width;
  }

  setWidth(width: unknown): this {
    return this.#change({ width: needInteger("HtmlOutput.setWidth", width) });
  }

  getHeight(): number | null {
    return this.#view.height;
  }

  setHeight(height: unknown): this {
    const pixels = needInteger("HtmlOutput.setHeight", height);
    return this.#change({ height: pixels });
  }

  /** Frames and sandboxing are the same for every page here. */
  setSandboxMode(mode: unknown): this {
    if (!(mode instanceof EnumValue)) {
      throw mismatch("HtmlOutput.setSandboxMode", mode);
    }
    return this;
  }

  setXFrameOptionsMode(mode: unknown): this {
    if (!(mode instanceof EnumValue)) {
      throw mismatch("HtmlOutput.setXFrameOptionsMode", mode);
    }
    return this;
  }
}

export class HtmlOutputMetaTag extends ServiceObject {
  readonly #name: string;
  readonly #content: string;

  constructor(name: string, content: string) {
    super();
    this.#name = name;
    this.#content = content;
  }

  getName(): string {
    return this.#name;
  }

  getContent(): string {
    return this.#content;
  }
}

/** A page with scriptlets; what is assigned to its properties stays in the realm. */
export class HtmlTemplate extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(HtmlTemplate.prototype),
  );

  readonly #source: string;

  constructor(source: string) {
    super();
    this.#source = source;
  }

  getRawContent(): string {
    return this.#source;
  }

  getCode(): string {
    return templateCode(this.#source);
  }

  getCodeWithComments(): string {
    return `// ${this.#source.split("\n").join("\n// ")}\n${this.getCode()}`;
  }

  /** The realm runs the code of getCode and hands over what it printed. */
  evaluate(printed: unknown): HtmlOutput {
    return new HtmlOutput(needText("HtmlTemplate.evaluate", printed));
  }
}

class HtmlService extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "createHtmlOutput",
    "createHtmlOutputFromFile",
    "createTemplate",
    "createTemplateFromFile",
    "getUserAgent",
  ]);

  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  createHtmlOutput(html: unknown = ""): HtmlOutput {
    return new HtmlOutput(textOf("HtmlService.createHtmlOutput", html));
  }

  /** @throws ServiceError when the bundle has no such file. */
  createHtmlOutputFromFile(name: unknown): HtmlOutput {
    const call = "HtmlService.createHtmlOutputFromFile";
    return new HtmlOutput(this.#file(call, name));
  }

  createTemplate(html: unknown): HtmlTemplate {
    return new HtmlTemplate(textOf("HtmlService.createTemplate", html));
  }

  /** @throws ServiceError when the bundle has no such file. */
  createTemplateFromFile(name: unknown): HtmlTemplate {
    const call = "HtmlService.createTemplateFromFile";
    return new HtmlTemplate(this.#file(call, name));
  }

  #file(call: string, name: unknown): string {
    const file = needText(call, name);
    const content = this.#execution.htmlFile(file);
    if (content === null) {
      throw new ServiceError(`No HTML file named ${file} was found.`);
    }
    return content;
  }

  /** Only web apps are asked for by a browser. */
  getUserAgent(): string | null {
    return null;
  }
}

/** Text, or the text of a blob. */
function textOf(call: string, html: unknown): string {
  return html instanceof BlobObject
    ? html.getDataAsString()
    : needText(call, html);
}

export const htmlModule: ServiceModule = {
  globals: [
    {
      name: "HtmlService",
      type: HtmlService,
      create: (execution) => new HtmlService(execution),
      enums: { SandboxMode, XFrameOptionsMode },
    },
  ],
};
