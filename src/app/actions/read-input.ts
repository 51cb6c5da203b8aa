/** Validates what the panel or the CLI sends, with Russian messages. */
import * as z from "zod/mini";
import { isIsoDate } from "../../book/parse-cell";
import { UserError } from "../../domain/errors";
import type { JsonObject } from "../../shared/rpc";

z.config({ jitless: true });

export const optionalText = z._default(z.string(), "");

export const optionalDate = z._default(
  z.union([z.literal(""), z.string().check(z.refine(isIsoDate, "нужна дата"))]),
  "",
);

/** Form fields arrive as numbers or as their text. */
export const optionalInteger = z._default(
  z.union([
    z.literal("").check(),
    z.number().check(z.refine(Number.isInteger, "нужно целое число")),
    z.string().check(z.regex(/^\s*-?\d+\s*$/, "нужно целое число")),
  ]),
  "",
);

/** @throws UserError `INPUT` naming the fields that do not fit. */
export function readInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: JsonObject,
  labels: Readonly<Record<string, string>>,
): z.output<Schema> {
  const result = z.safeParse(schema, input);
  if (result.success) {
    return result.data;
  }
  const lines = result.error.issues.map((issue) => {
    const key = String(issue.path[0] ?? "");
    return `«${labels[key] ?? key}»`;
  });
  throw new UserError(
    "INPUT",
    `Проверьте заполнение: ${[...new Set(lines)].join(", ")}. Значение пропущено или не того вида.`,
  );
}

/** Integer of an optional field, or null. */
export function integerOf(value: string | number): number | null {
  return typeof value === "number"
    ? value
    : value.trim() === ""
      ? null
      : Number(value);
}
