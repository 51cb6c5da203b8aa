/** Parts the text of one activity into its name, dates, people and what else it says. */

import { classifyHeader, fieldOf } from "./headers";
import { looksLikeDates } from "./looks-like-dates";
import type { StageField } from "./roadmap";
import { roleShare } from "./roles";

/** A part of the text; without a field it is the name, or goes on with what stands before. */
export type FieldPart = {
  readonly field: StageField | null;
  readonly text: string;
};

const WORDS =
  "сроки?|дата|период|время|когда|дедлайн|ответственн|отв|исполнител|организатор|кто|участник|для кого|целевая|результат|ожидаем|планируем|итог|продукт|вид документ|документ|подтвержда|форма отч|примечани|отметк|содержани|мероприяти|форма|задач|цел[ьи]";
const LABEL = new RegExp(
  `((?:^|[.;,(]\\s*|\\s[–—-]\\s+|\\s))((?:${WORDS})\\p{L}*\\.?(?: \\p{L}+){0,2})\\s*(:|\\s[–—-])\\s+|(?:^|[.;,(]\\s*|\\s[–—-]\\s+)(отв\\.)\\s*(?=\\p{L})`,
  "giu",
);

/** A line cut at its labels, and what stands before them at its brackets and dashes. */
export function partsOf(line: string): readonly FieldPart[] {
  const labels = Array.from(line.matchAll(LABEL)).flatMap((match) => {
    const [, before, label = "", end, short = ""] = match;
    const field = fieldOf(classifyHeader(label || short));
    // Within a sentence only «Срок:» with a capital is a label.
    const isSure =
      before?.trim() !== "" ||
      match.index === 0 ||
      (end === ":" && /^\p{Lu}/u.test(label));
    return field === null || !isSure
      ? []
      : [{ field, from: match.index, to: match.index + match[0].length }];
  });
  const [first] = labels;
  const lead = withDot(line, 0, first?.from);
  const opened = first !== undefined && line[first.from] === "(";
  return [
    ...unlabelled(lead.trim()),
    ...labels.map(({ field, to }, index) => ({
      field,
      text: withoutEnd(
        withDot(line, to, labels[index + 1]?.from).trim(),
        opened,
      ),
    })),
  ].filter(({ text }) => text !== "");
}

/** The dot between a sentence or «2026 г.» and the label after it belongs to what it ends. */
function withDot(line: string, from: number, label = line.length): string {
  return line.slice(from, line[label] === "." ? label + 1 : label);
}

/** Without the full stop, unless it belongs to initials, and without a bracket opened before it. */
function withoutEnd(text: string, opened: boolean): string {
  const bare = opened ? text.replace(/\)\.?$/, "") : text;
  return bare.replace(
    /(?<!\p{L}\p{Ll}?)[.;]$|(?<=\p{L}{3}|\p{Lu}{2})[.;]$|(?<=\d)[.;]$|;$/u,
    "",
  );
}

/** «(май) (куратор)» and one more. */
const MAX_BRACKETS = 3;

/** «Приказ (до 5 сентября, директор)», «Приказ – май – директор», «май: приказ». */
function unlabelled(text: string, brackets = 0): readonly FieldPart[] {
  const bracket = /^([\s\S]*\S)\s*[([]([^()[\]]+)[)\]]\s*[.;,]?$/u.exec(text);
  const inside = bracket === null ? null : datesAndPeople(bracket[2] ?? "");
  if (bracket !== null && inside !== null && brackets < MAX_BRACKETS) {
    return [...unlabelled(bracket[1] ?? "", brackets + 1), ...inside];
  }
  const dashed = text.split(/\s[–—-]\s(?![^«(]*[»)])/u);
  for (let from = 1; from < dashed.length; from += 1) {
    const tail = dashed.slice(from);
    const parts = tail.map((part) => datesAndPeople(part));
    if (parts.every((part) => part !== null)) {
      return [
        { field: null, text: dashed.slice(0, from).join(" – ") },
        ...parts.flat(),
      ];
    }
  }
  const leading = /^([^:]{3,40}):\s+(?=\S)/u.exec(text);
  return leading !== null && looksLikeDates(leading[1] ?? "")
    ? [
        { field: "dateText", text: leading[1] ?? "" },
        { field: null, text: text.slice(leading[0].length) },
      ]
    : [{ field: null, text }];
}

/** Dates, people, or both in either order; null when the words are something else. */
function datesAndPeople(text: string): readonly FieldPart[] | null {
  const flat = text
    .trim()
    .replace(/[.;]$/, (end) =>
      /\p{Lu}\.$/u.test(text.trim()) || /\d\s?г\.$/u.test(text.trim())
        ? end
        : "",
    );
  const halves = flat.split(/\s*;\s*/);
  if (halves.length === 2) {
    const [left = "", right = ""] = halves;
    const turned = opensWithDates(right) && arePeople(left);
    const [dates, people] = turned ? [right, left] : [left, right];
    return opensWithDates(dates) && arePeople(people)
      ? [
          { field: "dateText", text: dates },
          { field: "responsible", text: people },
        ]
      : null;
  }
  return cutAtComma(flat);
}

function cutAtComma(text: string): readonly FieldPart[] | null {
  if (looksLikeDates(text)) {
    return [{ field: "dateText", text }];
  }
  const pieces = text.split(/\s*,\s*/);
  for (let cut = pieces.length - 1; cut > 0; cut -= 1) {
    const left = pieces.slice(0, cut).join(", ");
    const right = pieces.slice(cut).join(", ");
    if (looksLikeDates(left) && arePeople(right)) {
      return [
        { field: "dateText", text: left },
        { field: "responsible", text: right },
      ];
    }
  }
  for (let cut = 1; cut < pieces.length; cut += 1) {
    const left = pieces.slice(0, cut).join(", ");
    const right = pieces.slice(cut).join(", ");
    if (arePeople(left) && looksLikeDates(right)) {
      return [
        { field: "dateText", text: right },
        { field: "responsible", text: left },
      ];
    }
  }
  return arePeople(text) ? [{ field: "responsible", text }] : null;
}

function opensWithDates(text: string): boolean {
  return looksLikeDates(text.split(",")[0] ?? "");
}

const INITIALS = /\p{Lu}\.\s?(?:\p{Lu}\.)?/u;

/** «куратор, наставники», «методист Ушакова Р. М.», «Фомина Л. Г.» */
function arePeople(text: string): boolean {
  const pieces = text.split(/\s*,\s*|\sи\s/);
  return (
    text.length < 160 &&
    pieces.every((piece) => INITIALS.test(piece) || roleShare(piece) >= 0.5)
  );
}
