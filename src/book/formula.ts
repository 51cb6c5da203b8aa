/** Small parts from which portable formulas are built: «;» between arguments, defined names, no decimals. */

/** A piece of a formula; made only here, so that no text slips in unquoted. */
export type Formula = { readonly text: string };

export function named(name: string): Formula {
  return { text: name };
}

export function text(value: string): Formula {
  return { text: `"${value.replace(/"/g, '""')}"` };
}

/** @throws RangeError for a fraction: its spelling depends on the locale. */
export function whole(value: number): Formula {
  if (!Number.isInteger(value)) {
    throw new RangeError(`whole: ${value} is not an integer`);
  }
  return { text: String(value) };
}

export function call(name: string, ...parts: readonly Formula[]): Formula {
  return { text: `${name}(${parts.map((part) => part.text).join(";")})` };
}

/** COUNTIFS over named columns: [column, condition] pairs. */
export function countIfs(
  ...conditions: readonly (readonly [string, Formula])[]
): Formula {
  return call(
    "COUNTIFS",
    ...conditions.flatMap(([column, condition]) => [named(column), condition]),
  );
}

/** Infix operator between two pieces, in brackets. */
export function infix(
  left: Formula,
  operator: "+" | "-" | "*" | "=" | "<>" | "<" | ">" | "<=" | ">=" | "&",
  right: Formula,
): Formula {
  return { text: `(${left.text}${operator}${right.text})` };
}

/** Rows in which all comparisons of named columns hold. */
export function countWhere(...comparisons: readonly Formula[]): Formula {
  const product = comparisons.reduce((left, right) => infix(left, "*", right));
  return call("SUMPRODUCT", infix(product, "*", whole(1)));
}

export function choose(when: Formula, yes: Formula, no: Formula): Formula {
  return call("IF", when, yes, no);
}

/** Condition «at least this», for COUNTIFS. */
export function atLeast(value: Formula): Formula {
  return { text: `">="&${value.text}` };
}

/** Value of a setting; 0 when it is empty or missing. */
export function settingValue(key: string): Formula {
  return call(
    "IFERROR",
    call(
      "INDEX",
      named("settings_value"),
      call("MATCH", text(key), named("settings_id"), whole(0)),
    ),
    whole(0),
  );
}

/** «a из b» as a percentage with one decimal, «н/д» when there is nothing to divide by. */
export function percentage(part: Formula, of: Formula): Formula {
  return call(
    "IF",
    { text: `${of.text}=0` },
    text("н/д"),
    call("ROUND", { text: `100*${part.text}/${of.text}` }, whole(1)),
  );
}

/** Share of `part` in per cent with one decimal; 0 when there is nothing to divide by, at most 100. */
export function percentOf(part: Formula, of: Formula): Formula {
  const divisor = { text: `(${of.text})` };
  const share = { text: `100*(${part.text})/${divisor.text}` };
  return call(
    "IF",
    { text: `${divisor.text}>0` },
    call("MIN", whole(100), call("ROUND", share, whole(1))),
    whole(0),
  );
}

export function sum(...parts: readonly Formula[]): Formula {
  return { text: parts.map((part) => part.text).join("+") };
}

export function difference(...parts: readonly Formula[]): Formula {
  return { text: `(${parts.map((part) => part.text).join("-")})` };
}

/** Both sides compared: `=`, `<`, `>=` … */
export function compared(
  left: Formula,
  sign: "=" | "<>" | "<" | "<=" | ">" | ">=",
  right: Formula,
): Formula {
  return { text: `${left.text}${sign}${right.text}` };
}

export function asFormula(formula: Formula): string {
  return `=${formula.text}`;
}
