/** How commands speak: people's text or JSON to stdout, complaints to stderr. */
import type {
  PreviewAnswer,
  ProblemAnswer,
  RunAnswer,
  SectionAnswer,
} from "../add-on";

export type Output = {
  /** A line for people; nothing with --json. */
  readonly say: (line: string) => void;
  /** The result for machines; nothing without --json. */
  readonly give: (value: unknown) => void;
  /** A line to stderr. */
  readonly complain: (line: string) => void;
};

export function makeOutput(isJson: boolean): Output {
  // `… | head` closes the pipe early; that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const write = (stream: NodeJS.WriteStream, text: string) =>
    stream.write(`${text}\n`);
  return {
    say: (line) => {
      if (!isJson) write(process.stdout, line);
    },
    give: (value) => {
      if (isJson) write(process.stdout, JSON.stringify(value, null, 2));
    },
    complain: (line) => write(process.stderr, line),
  };
}

export function sayPreview(output: Output, preview: PreviewAnswer): void {
  for (const line of preview.summary) output.say(line);
  sayProblems(output, preview.problems);
  for (const section of preview.details) saySection(output, section);
}

export function saySection(output: Output, section: SectionAnswer): void {
  const { title, lines = [], headers, rows = [] } = section;
  if (title !== undefined) output.say(`\n${title}`);
  for (const line of lines) output.say(line);
  if (headers !== undefined) sayTable(output, headers, rows);
}

export function sayResult(
  output: Output,
  result: Extract<RunAnswer, { readonly state: "done" }>,
): void {
  for (const line of result.summary) output.say(line);
  sayProblems(output, result.problems);
  for (const link of result.links) {
    output.say(`→ ${link.label}: ${link.url ?? `вкладка «${link.tab}»`}`);
  }
}

const MARKS: Readonly<Record<string, string>> = {
  error: "✗",
  warning: "!",
  hint: "·",
};

export function sayProblems(
  output: Output,
  problems: readonly ProblemAnswer[],
): void {
  for (const { severity, tab, row, column, message } of problems) {
    const place = [
      tab,
      row === undefined ? undefined : `строка ${row}`,
      column,
    ].filter((part) => part !== undefined);
    const mark = MARKS[severity] ?? "!";
    output.say(
      `${mark} ${place.length === 0 ? "" : `${place.join(", ")}: `}${message}`,
    );
  }
}

/** Rows of cells, tab between cells; breaks inside a cell become spaces. */
export function sayTable(
  output: Output,
  headers: readonly string[],
  rows: readonly (readonly unknown[])[],
): void {
  const line = (cells: readonly unknown[]) =>
    cells.map((cell) => String(cell ?? "").replace(/\s+/g, " ")).join("\t");
  output.say(line(headers));
  for (const row of rows) output.say(line(row));
}
