/** The weekly letter: one content as plain text and as simple HTML. */

export type LetterLine = {
  readonly text: string;
  /** Address and caption of a link after the text. */
  readonly link?: { readonly url: string; readonly caption: string };
};

export type LetterSection = {
  readonly title: string;
  readonly lines: readonly LetterLine[];
};

export type LetterText = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** Lines of a section that are written out; the rest is counted. */
const MOST_LINES = 30;

/**
 * @param sections - Empty ones are left out.
 * @param end - Said below in small print.
 */
export function letterText(
  subject: string,
  sections: readonly LetterSection[],
  end: readonly string[],
): LetterText {
  const filled = sections
    .filter(({ lines }) => lines.length > 0)
    .map(shortened);
  const shown: readonly LetterSection[] =
    filled.length > 0
      ? filled
      : [{ title: "На этой неделе", lines: [{ text: "Срочных дел нет." }] }];
  return {
    subject: oneLine(subject),
    text: [
      ...shown.map(({ title, lines }) =>
        [title, ...lines.map(plainLine)].join("\n"),
      ),
      end.join("\n"),
    ].join("\n\n"),
    html: [
      ...shown.map(
        ({ title, lines }) =>
          `<h3>${html(title)}</h3>\n<ul>\n${lines.map(htmlLine).join("\n")}\n</ul>`,
      ),
      `<p><small>${end.map(html).join("<br>")}</small></p>`,
    ].join("\n"),
  };
}

function shortened({ title, lines }: LetterSection): LetterSection {
  const rest = lines.length - MOST_LINES;
  return rest <= 0
    ? { title, lines }
    : {
        title,
        lines: [
          ...lines.slice(0, MOST_LINES),
          { text: `И ещё ${rest}: смотрите в таблице.` },
        ],
      };
}

function plainLine({ text, link }: LetterLine): string {
  const line = `– ${oneLine(text)}`;
  return link === undefined ? line : `${line}\n  ${link.caption}: ${link.url}`;
}

function htmlLine({ text, link }: LetterLine): string {
  const after =
    link === undefined
      ? ""
      : ` <a href="${html(link.url)}">${html(link.caption)}</a>`;
  return `<li>${html(oneLine(text))}${after}</li>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
