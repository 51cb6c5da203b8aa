/** Who must have signed by age on the day of signing; expiry, withdrawal, coming of age. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Birth, dayOfAge, fullYears } from "./age";
import type { ConsentKind, Signer } from "./kinds";
import { type Signature, standingOf } from "./standing";

const BOUNDS = { selfFrom: 14, adultFrom: 18 };
const TODAY = "2026-09-07";

function signed(
  signer: Signer,
  day: string | null,
  rest: Partial<Signature> = {},
): Signature {
  return { signer, signed: day, until: null, withdrawn: null, ...rest };
}

function standing(
  birth: Birth,
  signatures: readonly Signature[],
  { kind = "processing" as ConsentKind, today = TODAY, bounds = BOUNDS } = {},
) {
  return standingOf(kind, signatures, birth, bounds, today);
}

const born = (date: string): Birth => ({ date });

describe("by age on the day of signing", () => {
  const parent = signed("parent", TODAY);
  const self = signed("self", TODAY);

  test.each<[string, string, readonly Signature[], readonly Signer[]]>([
    ["a day before 14: parent", "2012-09-08", [parent], []],
    ["a day before 14: own is not enough", "2012-09-08", [self], ["parent"]],
    ["14 today: parent alone", "2012-09-07", [parent], ["self"]],
    ["14 today: both", "2012-09-07", [parent, self], []],
    ["14 today: own alone", "2012-09-07", [self], ["parent"]],
    ["a day before 18: own alone", "2008-09-08", [self], ["parent"]],
    ["18 today: own", "2008-09-07", [self], []],
    ["18 today: parent counts for nothing", "2008-09-07", [parent], ["self"]],
    ["nobody has signed, 15", "2011-03-01", [], ["parent", "self"]],
    ["nobody has signed, 12", "2014-03-01", [], ["parent"]],
  ])("%s", (_, birth, signatures, lacks) => {
    const result = standing(born(birth), signatures);

    expect(result.lacks).toStrictEqual(lacks);
    expect(result.state).toBe(lacks.length === 0 ? "valid" : "missing");
    expect(result.uncertain).toBe(false);
  });

  test("a parent's signature for a child goes on after the 14th birthday", () => {
    const before = signed("parent", "2026-09-06");

    expect(standing(born("2012-09-07"), [before]).state).toBe("valid");
  });

  test("a parent's signature from childhood and a later own one are enough", () => {
    const result = standing(born("2010-01-01"), [
      signed("parent", "2023-05-01", { until: "2025-05-31" }),
      signed("parent", "2026-01-10"),
      signed("self", "2026-02-10"),
    ]);

    expect(result.state).toBe("valid");
  });

  test("bounds are given, not built in", () => {
    const bounds = { selfFrom: 16, adultFrom: 21 };

    expect(
      standing(born("2011-09-07"), [parent], { bounds }).lacks,
    ).toStrictEqual([]);
    expect(
      standing(born("2006-09-07"), [self], { bounds }).lacks,
    ).toStrictEqual(["parent"]);
  });
});

describe("in time", () => {
  const adult = born("1990-05-05");

  test.each<[string, Partial<Signature>, string, string | null]>([
    ["holds on its last day", { until: TODAY }, "valid", null],
    ["is over a day later", { until: "2026-09-06" }, "expired", "2026-09-06"],
    ["withdrawn today", { withdrawn: TODAY }, "withdrawn", TODAY],
    ["withdrawn from tomorrow", { withdrawn: "2026-09-08" }, "valid", null],
    ["not back yet", { signed: null }, "issued", null],
    ["signed tomorrow", { signed: "2026-09-08" }, "missing", null],
  ])("%s", (_, rest, state, since) => {
    const result = standing(adult, [signed("self", "2026-09-01", rest)]);

    expect(result).toMatchObject({ state, since });
  });

  test("a withdrawal ends an earlier row of the same signer, not a later one", () => {
    const earlier = signed("self", "2026-08-01");
    const gone = signed("self", "2026-08-02", { withdrawn: "2026-08-20" });

    expect(standing(adult, [earlier, gone]).state).toBe("withdrawn");
    expect(
      standing(adult, [earlier, gone, signed("self", "2026-08-21")]).state,
    ).toBe("valid");
  });

  test("a withdrawal by the parent stops what a teenager signed too", () => {
    const result = standing(born("2010-01-01"), [
      signed("parent", "2026-02-01", { withdrawn: "2026-09-01" }),
      signed("self", "2026-02-01"),
    ]);

    expect(result).toMatchObject({ state: "withdrawn", lacks: ["parent"] });
  });
});

describe("coming of age", () => {
  test("a grown-up ends what the parent once signed", () => {
    const result = standing(born("2008-09-01"), [
      signed("parent", "2021-09-01"),
      signed("self", null, { withdrawn: "2026-09-05" }),
    ]);

    expect(result).toMatchObject({ state: "withdrawn", lacks: ["self"] });
  });

  const both = [signed("parent", "2025-09-01"), signed("self", "2025-09-01")];

  test("asks for an own consent from the birthday on; until then it holds", () => {
    const birth = born("2008-09-07");

    expect(standing(birth, both, { today: "2026-09-06" }).cameOfAge).toBe("no");
    expect(standing(birth, both)).toMatchObject({
      state: "valid",
      cameOfAge: "yes",
    });
    expect(standing(birth, [...both, signed("self", TODAY)]).cameOfAge).toBe(
      "no",
    );
  });

  test("with a year alone says maybe in that year and yes after it", () => {
    expect(standing({ year: 2008 }, both).cameOfAge).toBe("maybe");
    expect(
      standing({ year: 2008 }, both, { today: "2026-12-31" }).cameOfAge,
    ).toBe("yes");
  });
});

describe("with an uncertain age", () => {
  test("13 or 14: asks for both signatures and says so", () => {
    const result = standing({ year: 2012 }, [signed("parent", TODAY)]);

    expect(result).toMatchObject({ lacks: ["self"], uncertain: true });
    expect(
      standing({ year: 2012 }, [signed("parent", TODAY), signed("self", TODAY)])
        .state,
    ).toBe("valid");
  });

  test("is valid exactly when it is for every day of birth in the year", () => {
    const day = fc
      .integer({ min: 0, max: 800 })
      .map((shift) => addDays("2025-01-01", shift));
    const signature = fc.record({
      signer: fc.constantFrom<Signer>("parent", "self"),
      signed: day,
      until: fc.constant(null),
      withdrawn: fc.constant(null),
    });
    fc.assert(
      fc.property(
        fc.array(signature, { maxLength: 4 }),
        fc.integer({ min: 2005, max: 2014 }),
        fc.constantFrom(BOUNDS, { selfFrom: 18, adultFrom: 18 }),
        (signatures, year, bounds) => {
          const today = "2027-06-01";
          const births = Array.from({ length: 366 }, (_, at) =>
            addDays(`${year}-01-01`, at),
          ).filter((one) => one.startsWith(String(year)));
          const valid = births.map(
            (date) =>
              standing({ date }, signatures, { today, bounds }).state ===
              "valid",
          );
          const lacks = new Set(
            births.flatMap(
              (date) => standing({ date }, signatures, { today, bounds }).lacks,
            ),
          );
          const result = standing({ year }, signatures, { today, bounds });

          expect(result.state === "valid").toBe(!valid.includes(false));
          expect(new Set(result.lacks)).toStrictEqual(lacks);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("who signs at the needed ages is never asked again on that day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (shift) => {
        const birth = addDays("2000-01-01", shift);
        const asked = standing(born(birth), []).lacks;
        const after = standing(
          born(birth),
          asked.map((signer) => signed(signer, TODAY)),
        );

        expect(after.state).toBe("valid");
        expect(asked.includes("self")).toBe(fullYears(birth, TODAY) >= 14);
        expect(asked.includes("parent")).toBe(TODAY < dayOfAge(birth, 18));
      }),
    );
  });
});

describe("other kinds", () => {
  test("a parent's consent to take part is for minors only", () => {
    const kind = "participation";

    expect(standing(born("2010-01-01"), [], { kind }).lacks).toStrictEqual([
      "parent",
    ]);
    expect(standing(born("2008-09-07"), [], { kind }).state).toBe("notNeeded");
    expect(standing({ year: 2008 }, [], { kind })).toMatchObject({
      lacks: ["parent"],
      uncertain: true,
    });
  });

  test("the mentor signs labour papers", () => {
    const kind = "mentoring";

    expect(standing("adult", [], { kind }).lacks).toStrictEqual(["self"]);
    expect(standing("adult", [signed("self", TODAY)], { kind }).state).toBe(
      "valid",
    );
  });
});
