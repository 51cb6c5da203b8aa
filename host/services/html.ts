/** HtmlService: pages made of text or of the bundle's HTML files. */
import type { Execution, ServiceModule } from "./registry";
import { ServiceError, ServiceObject } from "./service-object";
import { mismatch, needInteger, needText } from "./sheets-context";

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

  clear(): this {
    return this.#change({ content: "" });
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
  setSandboxMode(): this {
    return this;
  }
}

class HtmlService extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "createHtmlOutput",
    "createHtmlOutputFromFile",
  ]);

  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  createHtmlOutput(html: unknown = ""): HtmlOutput {
    if (typeof html !== "string") {
      throw mismatch("HtmlService.createHtmlOutput", html);
    }
    return new HtmlOutput(html);
  }

  /** @throws ServiceError when the bundle has no such file. */
  createHtmlOutputFromFile(name: unknown): HtmlOutput {
    const call = "HtmlService.createHtmlOutputFromFile";
    const file = needText(call, name);
    const content = this.#execution.htmlFile(file);
    if (content === null) {
      throw new ServiceError(`No HTML file named ${file} was found.`);
    }
    return new HtmlOutput(content);
  }
}

export const htmlModule: ServiceModule = {
  globals: [
    {
      name: "HtmlService",
      type: HtmlService,
      create: (execution) => new HtmlService(execution),
    },
  ],
};
