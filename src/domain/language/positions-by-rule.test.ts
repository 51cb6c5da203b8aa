/** Positions in all cases, against labels made by rule. */
import { expect, test } from "vitest";
import { POSITIONS } from "../../../test/fixtures/language/positions";
import { inflectPosition } from "./inflect-position";

/** «Секретарём» and «секретарем» are one spelling. */
const plain = (text: string) => text.replace(/ё/g, "е");

test.each(POSITIONS)("«%s»", (...row) => {
  const [position] = row;
  const forms = (
    [
      "nominative",
      "genitive",
      "dative",
      "accusative",
      "instrumental",
      "prepositional",
    ] as const
  ).map((to) => plain(inflectPosition(position, to).text));

  expect(forms).toStrictEqual(row.map(plain));
});
