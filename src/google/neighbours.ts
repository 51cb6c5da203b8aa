/** Joins writes of columns that stand beside each other. */
import type { ColumnWrite } from "../book/writes";

/** Columns side by side with the same rows, together. */
export function neighbours(
  columns: readonly ColumnWrite[],
): readonly (readonly ColumnWrite[])[] {
  const blocks: ColumnWrite[][] = [];
  for (const write of [...columns].sort((a, b) => a.column - b.column)) {
    const block = blocks[blocks.length - 1];
    const last = block?.[block.length - 1];
    if (
      last !== undefined &&
      last.column + 1 === write.column &&
      last.row === write.row &&
      last.count === write.count
    ) {
      block?.push(write);
    } else {
      blocks.push([write]);
    }
  }
  return blocks;
}
