/** Consents and the supplementary agreement: the data of their templates, one sheet per person. */
import type { ConsentKind, Signer } from "../consents/kinds";
import { initialsWithSurname } from "../language/inflect-name";
import { counted } from "../language/plural";
import { BLANK_LINE, longDate, orBlank } from "./blanks";
import type { DocumentData, PreparedDocument } from "./document-data";
import { inSentence, type Person, withCapital } from "./person-in-sentence";

export type ConsentFacts = {
  readonly organization: {
    readonly full: string;
    readonly short: string;
    readonly address: string;
    readonly city: string;
    readonly site: string;
  };
  readonly head: Person;
  readonly period: { readonly from: string | null; readonly to: string | null };
  /** Years that data are kept after the programme. */
  readonly years: number;
  /** Age from which the participant signs beside the parent. */
  readonly selfFrom: number;
};

export type ConsentSheet = {
  /** Name or mark, position or class; empty texts on a blank. */
  readonly person: Person;
  readonly signers: readonly Signer[];
  /** Whom the mentor helps; empty leaves room to write. */
  readonly mentees: readonly Person[];
};

/** Kind of the template for a kind of consent. */
export function consentTemplate(kind: ConsentKind): string {
  return `consent-${kind}`;
}

/** A blank of this kind for every case of signing. */
export function blankSheets(kind: ConsentKind): readonly ConsentSheet[] {
  const sheet = (...signers: Signer[]): ConsentSheet => ({
    person: { name: "", position: "" },
    signers,
    mentees: [],
  });
  switch (kind) {
    case "participation":
      return [sheet("parent")];
    case "mentoring":
    case "agreement":
      return [sheet("self")];
    default:
      return [sheet("parent", "self"), sheet("self")];
  }
}

/**
 * Data for the template of one kind. Addresses, passports and parents' names
 * are lines to write by hand: the book never has them.
 */
export function consentData(
  kind: ConsentKind,
  facts: ConsentFacts,
  sheets: readonly ConsentSheet[],
): PreparedDocument {
  const problems: string[] = [];
  const { organization, head, period, years } = facts;
  const until = longDate(period.to);
  const organizationName = orBlank(organization.full);
  const common = {
    organization: organizationName,
    organizationShort: organization.short.trim() || organizationName,
    address: orBlank(organization.address, BLANK_LINE.repeat(2)),
    city: organization.city.trim(),
    site: orBlank(organization.site, BLANK_LINE.repeat(2)),
    periodTo: until,
    from1: longDate(period.from),
    term:
      years > 0
        ? `до ${until} (окончание программы) и ${counted(years, ["год", "года", "лет"])} после этого`
        : `до ${until} (окончание программы)`,
    head: inSentence(head, "genitive", "руководителя", problems),
    headTo: withCapital(inSentence(head, "dative", "руководителя", problems)),
    headSign: [head.position.trim(), initialsWithSurname(head.name).text]
      .filter((part) => part !== "")
      .join(" "),
  };
  if (organization.full.trim() === "" || organization.address.trim() === "") {
    problems.push(
      "Не указаны наименование или адрес организации: в документе оставлено место, но закон их требует. Впишите их на вкладке «Настройки».",
    );
  }
  return {
    data: {
      ...common,
      sheets: sheets.map((sheet) => ({
        ...sheetData(sheet, facts),
        ...(kind === "mentoring" || kind === "agreement"
          ? labourData(sheet, problems)
          : {}),
      })),
    },
    problems: [...new Set(problems)],
  };
}

function sheetData(
  { person, signers, mentees }: ConsentSheet,
  { selfFrom }: ConsentFacts,
): DocumentData {
  const position = person.position.trim();
  const byParent = signers.includes("parent");
  return {
    byParent,
    name: orBlank(person.name, BLANK_LINE.repeat(2)),
    info: position === "" ? "" : `, ${position}`,
    signatures: [
      ...(byParent ? [{ label: "Законный представитель:" }] : []),
      ...(signers.includes("self")
        ? [
            {
              label: byParent
                ? `Несовершеннолетний, которому исполнилось ${selfFrom} лет: с согласием ознакомлен(а), согласен (согласна).`
                : mentees.length > 0
                  ? "Наставник:"
                  : "Подпись:",
            },
          ]
        : []),
    ],
  };
}

/** What the papers of article 351.8 say besides, names in their cases. */
function labourData(
  { person, mentees }: ConsentSheet,
  problems: string[],
): DocumentData {
  const isBlank = person.name.trim() === "";
  return {
    from: isBlank
      ? BLANK_LINE
      : inSentence(person, "genitive", "наставника", problems),
    signName: isBlank ? "" : initialsWithSurname(person.name).text,
    mentees:
      mentees.length === 0
        ? BLANK_LINE.repeat(2)
        : mentees
            .map((mentee) =>
              inSentence(mentee, "genitive", "наставляемого", problems),
            )
            .join(", ")
            // The stop of the initials also ends the sentence.
            .replace(/\.$/, ""),
    workForm: `${workForm(mentees.length)}; очная / дистанционная (нужное подчеркнуть)`,
  };
}

function workForm(mentees: number): string {
  return mentees === 0
    ? "индивидуальная / групповая"
    : mentees === 1
      ? "индивидуальная"
      : "групповая";
}
