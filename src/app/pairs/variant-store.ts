/** Saved variants in the tab «Варианты»: figures in the first row, pairs in chunks below it. */
import * as z from "zod/mini";
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { Edit, Values } from "../../book/edits";
import { nextIds } from "../../book/next-id";
import type { Problem } from "../../shared/rpc";

/** `[menteeId, mentorId, score]` */
export type SavedPair = readonly [string, string, number];

export type Variant = {
  readonly name: string;
  /** The row with the figures. */
  readonly row: Row;
  readonly pairs: readonly SavedPair[];
};

/** A cell holds 50,000 characters; 1,000 pairs with long codes stay below. */
const PAIRS_IN_CELL = 1_000;

const CONTENT = z.array(z.tuple([z.string(), z.string(), z.number()]));

/** Every variant, oldest first; one whose content is damaged is reported. */
export function variantsOf(book: Book): {
  readonly variants: readonly Variant[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const groups = new Map<string, Row[]>();
  for (const row of rowsOf(book, "variants")) {
    const name = textOf(row, "name");
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const variants = [...groups].flatMap(([name, rows]): Variant[] => {
    const [row] = rows;
    const chunks = rows.map((one) => readContent(textOf(one, "content")));
    const bad = rows[chunks.indexOf(null)];
    if (bad !== undefined) {
      problems.push({
        severity: "warning",
        tab: "Варианты",
        row: bad.row,
        message: `Состав варианта «${name}» повреждён, его не сравнить и не принять. Сохраните вариант заново.`,
      });
    }
    return row === undefined || bad !== undefined
      ? []
      : [{ name, row, pairs: chunks.flatMap((chunk) => chunk ?? []) }];
  });
  return { variants, problems };
}

function readContent(text: string): readonly SavedPair[] | null {
  try {
    const read = z.safeParse(CONTENT, JSON.parse(text || "[]"));
    return read.success ? read.data : null;
  } catch {
    // A cell that somebody typed over is no JSON.
    return null;
  }
}

/** @param figures - Columns of the first row but name and content. */
export function variantEdits(
  book: Book,
  name: string,
  pairs: readonly SavedPair[],
  figures: Values,
): Edit[] {
  const ids = nextIds(book, "variants");
  const chunks = Array.from(
    { length: Math.max(1, Math.ceil(pairs.length / PAIRS_IN_CELL)) },
    (_, at) => pairs.slice(at * PAIRS_IN_CELL, (at + 1) * PAIRS_IN_CELL),
  );
  return chunks.map(
    (chunk, at): Edit => ({
      kind: "insert",
      table: "variants",
      row: ids(),
      values: {
        ...(at === 0 ? figures : {}),
        name,
        content: JSON.stringify(chunk),
      },
    }),
  );
}
