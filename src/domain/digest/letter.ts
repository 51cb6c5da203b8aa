/** The weekly letter: one content as plain text and as simple HTML. */

export type LetterLine = {
  /** Said first and in bold: the days. */
  readonly lead?: string;
  readonly text: string;
  /** Address and caption of a link after the text. */
  readonly link?: { readonly url: string; readonly caption: string };
};

export type LetterSection = {
  readonly title: string;
  readonly lines: readonly LetterLine[];
  /** True: what is late already. */
  readonly isLate?: boolean;
};

export type LetterText = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it consists of, for a preview. */
  readonly sections: readonly LetterSection[];
};

/** Lines of a section that are written out; the rest is counted. */
const MOST_LINES = 30;
/** Letters have at most 200 KB, subjects 250 characters. */
const LONGEST_LINE = 400;
const LONGEST_SUBJECT = 150;

/**
 * @param sections - Empty ones are left out.
 * @param around - `start`: said first; `link`: to the table, "" for none;
 *   `end`: said below in small print.
 */
export function letterText(
  subject: string,
  sections: readonly LetterSection[],
  around: {
    readonly start: readonly string[];
    readonly link: string;
    readonly end: readonly string[];
  },
): LetterText {
  const filled = sections
    .filter(({ lines }) => lines.length > 0)
    .map(shortened);
  const shown: readonly LetterSection[] =
    filled.length > 0
      ? filled
      : [{ title: "На этой неделе", lines: [{ text: "Срочных дел нет." }] }];
  const { start, link, end } = around;
  return {
    subject: short(subject, LONGEST_SUBJECT),
    text: [
      ...(start.length === 0 ? [] : [start.join("\n")]),
      ...shown.map(({ title, lines }) =>
        [title, ...lines.map(plainLine)].join("\n"),
      ),
      [...(link === "" ? [] : [`Открыть таблицу: ${link}`]), ...end].join("\n"),
    ].join("\n\n"),
    html: [
      `<div lang="ru" style="${PAGE}">`,
      ...start.map((line) => `<p style="${NOTICE}">${html(line)}</p>`),
      ...shown.map(htmlSection),
      ...(link === ""
        ? []
        : [
            `<p style="margin:24px 0 0"><a href="${html(link)}" style="${LINK}">Открыть таблицу</a></p>`,
          ]),
      `<p style="${SMALL}">${end.map(html).join("<br>")}</p>`,
      "</div>",
    ].join("\n"),
    sections: shown,
  };
}

// Mail programs drop style sheets, so that every element says how it looks.
const PAGE =
  "max-width:640px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;color:#202124;overflow-wrap:anywhere;word-break:break-word";
const NOTICE =
  "margin:0 0 16px;padding:8px 12px;border-left:4px solid #b06000;background:#fef7e0";
const HEADING = "margin:20px 0 6px;font-size:17px;line-height:1.3;color:";
const LIST = "margin:0;padding:0 0 0 20px";
const ITEM = "margin:0 0 6px";
const LINK = "color:#1558b0";
const SMALL =
  "margin:16px 0 0;padding:12px 0 0;border-top:1px solid #dadce0;font-size:13px;color:#5f6368";

function htmlSection({ title, lines, isLate }: LetterSection): string {
  const colour = isLate === true ? "#b3261e" : "#202124";
  const items = lines.map(htmlLine).join("\n");
  return `<h2 style="${HEADING}${colour}">${html(title)}</h2>\n<ul style="${LIST}">\n${items}\n</ul>`;
}

function shortened(section: LetterSection): LetterSection {
  const lines = section.lines.map((line) => ({
    ...line,
    text: short(line.text, LONGEST_LINE),
  }));
  const rest = lines.length - MOST_LINES;
  return {
    ...section,
    lines:
      rest <= 0
        ? lines
        : [
            ...lines.slice(0, MOST_LINES),
            { text: `И ещё ${rest}: смотрите в таблице.` },
          ],
  };
}

/** «09.09.2026: 1. Педсовет». */
export function lineText({ lead, text }: LetterLine): string {
  return lead === undefined ? text : `${lead}: ${text}`;
}

function plainLine(line: LetterLine): string {
  const { link } = line;
  const text = `– ${lineText(line)}`;
  return link === undefined ? text : `${text}\n  ${link.caption}: ${link.url}`;
}

function htmlLine({ lead, text, link }: LetterLine): string {
  const before = lead === undefined ? "" : `<b>${html(lead)}:</b> `;
  const after =
    link === undefined
      ? ""
      : ` <a href="${html(link.url)}" style="${LINK};white-space:nowrap">${html(link.caption)}</a>`;
  return `<li style="${ITEM}">${before}${html(text)}${after}</li>`;
}

/** One line of so many characters; a pair of surrogates is not torn. */
function short(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const signs = Array.from(line.slice(0, 2 * length));
  return signs.length > length
    ? `${signs.slice(0, length - 1).join("")}…`
    : line;
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
