/** Reads roadmaps written as a numbered list: «1. … Срок: … Ответственный: …». */

import { classifyHeader, fieldOf } from "./headers";
import { plainText } from "./normalise";
import type { SourceLine, Stage, StageField, TableReading } from "./roadmap";
import { NO_TEXTS, numbered } from "./stage-rows";

const START =
  /^\s*(?:(?:этап|пункт|п\.)\s*)?(\d{1,3}(?:\.\d{1,3})*)[.)]\s+(\S.*)$/iu;
const LABEL =
  /(?:^|[.;]\s+)((?:сроки?|дата|период|ответственн|исполнител|участник|результат|ожидаем|итог|вид документ|документ|форма отч|примечани|содержани|мероприяти|задач)\p{L}*(?: \p{L}+){0,2})\s*[:–—-]\s+/giu;

/** As many stages with a date or a person make a list a roadmap. */
const LEAST_STAGES = 2;

type Draft = { -readonly [Key in keyof Stage]: Stage[Key] };

/**
 * The roadmap in a numbered list whose stages name their dates or people.
 *
 * @param text - Lines end with `\n`.
 * @returns null if the text is not such a list.
 */
export function readList(text: string): TableReading | null {
  const before: SourceLine[] = [];
  const stages: Draft[] = [];
  const fields = new Set<StageField>(["name"]);
  let field: StageField = "name";
  text.split("\n").forEach((raw, index) => {
    const line = plainText(raw).replace(/\n/g, " ");
    const start = START.exec(line);
    if (start !== null) {
      const number = start[1] ?? "";
      stages.push({ ...NO_TEXTS, number, section: "", sourceLine: index + 1 });
    }
    const stage = stages[stages.length - 1];
    if (stage === undefined) {
      before.push({ line: index + 1, text: line });
      return;
    }
    // A line that no label opens goes on with what stands before it.
    field = start === null ? (field === "name" ? "content" : field) : "name";
    for (const part of partsOf(start?.[2] ?? line)) {
      field = part.field ?? field;
      fields.add(field);
      stage[field] = [stage[field], part.text].filter(Boolean).join("\n");
    }
  });
  const labelled = stages.filter(
    ({ dateText, responsible }) => dateText !== "" || responsible !== "",
  );
  return labelled.length < LEAST_STAGES
    ? null
    : {
        before,
        stages: numbered(stages),
        after: [],
        fields: Array.from(fields),
        warnings: [],
      };
}

type Part = { readonly field: StageField | null; readonly text: string };

/** A line cut at its labels; what stands before the first one has none. */
function partsOf(line: string): readonly Part[] {
  const labels = Array.from(line.matchAll(LABEL)).flatMap((match) => {
    const kind = fieldOf(classifyHeader(match[1] ?? ""));
    return kind === null
      ? []
      : [{ kind, from: match.index, to: match.index + match[0].length }];
  });
  const lead = line.slice(0, labels[0]?.from ?? line.length);
  // The dot between a sentence and the label after it belongs to the sentence.
  const dot =
    labels[0] !== undefined && line[labels[0].from] === "." ? "." : "";
  return [
    { field: null, text: `${lead}${dot}`.trim() },
    ...labels.map(({ kind, to }, index) => ({
      field: kind,
      text: line
        .slice(to, labels[index + 1]?.from ?? line.length)
        .trim()
        .replace(/(?<!\p{L}\p{Ll}?)\.$|(?<=\p{L}{3})\.$|(?<=\d)\.$/u, ""),
    })),
  ].filter(({ text }) => text !== "");
}
