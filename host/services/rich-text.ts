/** RichTextValue: a text with styles and links for parts of it. */
import type { IStyleBase } from "@univerjs/core";
import { ServiceError, ServiceObject } from "./service-object";
import { mismatch, needInteger, needText } from "./sheets-context";
import { TextStyle } from "./text-style";

/** A stretch of a text that looks the same; `end` is the first character after it. */
export type TextRun = {
  readonly start: number;
  readonly end: number;
  readonly style: IStyleBase;
  readonly url: string | null;
};

/** Text with its runs in order, without gaps. */
export type RichText = {
  readonly text: string;
  readonly runs: readonly TextRun[];
};

export class RichTextValue extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(RichTextValue.prototype),
  );

  /** For cells. */
  readonly rich: RichText;
  readonly #offset: number;

  /** @param offset - Where the text lies in the text it was cut from. */
  constructor(rich: RichText, offset = 0) {
    super();
    this.rich = rich;
    this.#offset = offset;
  }

  getText(): string {
    return this.rich.text;
  }

  getStartIndex(): number {
    return this.#offset;
  }

  getEndIndex(): number {
    return this.#offset + this.rich.text.length;
  }

  getRuns(): RichTextValue[] {
    return this.rich.runs.map(
      (run) => new RichTextValue(cut(this.rich, run.start, run.end), run.start),
    );
  }

  #part(call: string, given: readonly unknown[]): RichText {
    if (given.length === 0) return this.rich;
    const [start, end] = given;
    return cut(this.rich, needInteger(call, start), needInteger(call, end));
  }

  /** (): null when there are several; (start, end): of a part. */
  getLinkUrl(...given: unknown[]): string | null {
    const { runs } = this.#part("RichTextValue.getLinkUrl", given);
    const [first] = runs;
    return runs.every(({ url }) => url === first?.url)
      ? (first?.url ?? null)
      : null;
  }

  /** (): what all parts share; (start, end): of a part. */
  getTextStyle(...given: unknown[]): TextStyle {
    const { runs } = this.#part("RichTextValue.getTextStyle", given);
    const [first, ...others] = runs.map(({ style }) => style);
    const shared = Object.entries(first ?? {}).filter(([key, value]) =>
      others.every(
        (style) =>
          JSON.stringify(style[key as keyof IStyleBase]) ===
          JSON.stringify(value),
      ),
    );
    return new TextStyle(Object.fromEntries(shared));
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.rich);
  }
}

/** @throws ServiceError for a part that the text does not have. */
function cut({ text, runs }: RichText, start: number, end: number): RichText {
  checkPart(text, start, end);
  return {
    text: text.slice(start, end),
    runs: runs
      .filter((run) => run.start < end && run.end > start)
      .map((run) => ({
        ...run,
        start: Math.max(run.start, start) - start,
        end: Math.min(run.end, end) - start,
      })),
  };
}

function checkPart(text: string, start: number, end: number): void {
  if (start < 0 || end > text.length || start > end) {
    throw new ServiceError(
      "Invalid argument: the offsets are outside the text.",
    );
  }
}

/** SpreadsheetApp.newRichTextValue(). */
export class RichTextValueBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(RichTextValueBuilder.prototype),
  );

  #text: string | null;
  #runs: readonly TextRun[];

  constructor(rich?: RichText) {
    super();
    this.#text = rich?.text ?? null;
    this.#runs = rich?.runs ?? [];
  }

  /** Takes the styles and links of an earlier text away. */
  setText(text: unknown): this {
    const given = needText("RichTextValueBuilder.setText", text);
    this.#text = given;
    const whole = { start: 0, end: given.length, style: {}, url: null };
    this.#runs = given === "" ? [] : [whole];
    return this;
  }

  #change(
    member: string,
    given: readonly unknown[],
    edit: (run: TextRun, value: unknown) => TextRun,
  ): this {
    const call = `RichTextValueBuilder.${member}`;
    if (this.#text === null) {
      throw new ServiceError(
        "The text of the rich text value must be set first.",
      );
    }
    if (given.length !== 1 && given.length !== 3)
      throw mismatch(call, ...given);
    const value = given.at(-1);
    const isPart = given.length === 3;
    const start = isPart ? needInteger(call, given[0]) : 0;
    const end = isPart ? needInteger(call, given[1]) : this.#text.length;
    checkPart(this.#text, start, end);
    const edited = this.#runs.flatMap((run) => {
      const from = Math.max(run.start, start);
      const to = Math.min(run.end, end);
      if (from >= to) return [run];
      return [
        { ...run, end: from },
        edit({ ...run, start: from, end: to }, value),
        { ...run, start: to },
      ].filter((part) => part.start < part.end);
    });
    this.#runs = joined(edited);
    return this;
  }

  /** (url) or (start, end, url); null takes the link away. */
  setLinkUrl(...given: unknown[]): this {
    const call = "RichTextValueBuilder.setLinkUrl";
    return this.#change("setLinkUrl", given, (run, url) => ({
      ...run,
      url: url === null ? null : needText(call, url),
    }));
  }

  /** (style) or (start, end, style); null takes the style away. */
  setTextStyle(...given: unknown[]): this {
    return this.#change("setTextStyle", given, (run, style) => {
      if (style === null) return { ...run, style: {} };
      if (!(style instanceof TextStyle)) {
        throw mismatch("RichTextValueBuilder.setTextStyle", style);
      }
      return { ...run, style: { ...run.style, ...style.style } };
    });
  }

  build(): RichTextValue {
    return new RichTextValue({ text: this.#text ?? "", runs: this.#runs });
  }
}

/** Neighbours that look the same become one. */
function joined(runs: readonly TextRun[]): TextRun[] {
  const result: TextRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const isSame =
      last !== undefined &&
      last.url === run.url &&
      JSON.stringify(last.style) === JSON.stringify(run.style);
    if (isSame) result[result.length - 1] = { ...last, end: run.end };
    else result.push(run);
  }
  return result;
}
