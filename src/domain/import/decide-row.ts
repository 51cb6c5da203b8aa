/** Whether a person's row adds, updates, is doubtful or refused. */
import { findEmails } from "../people/contacts";
import { type PersonIndex, personIndex } from "../people/find-person";
import {
  canBeName,
  looksLikeGroup,
  looksLikeName,
} from "../people/looks-like-name";
import { nameWords, normalizeName } from "../people/normalize-name";
import { samePerson } from "../people/same-person";
import { compareKey, quoted } from "./compare-text";
import type { ExistingPerson, ImportBank, ImportResult } from "./import-plan";
import type { NameFlaw } from "./name-cell";
import { keysMeaning, personal, type ReadPerson } from "./read-person";

/** An address of so many different names is nobody's in particular. */
const SHARED_EMAIL_NAMES = 3;

export type Finder = {
  readonly bank: PersonIndex<ExistingPerson>;
  readonly byCode: ReadonlyMap<string, ExistingPerson>;
  /** Earlier rows of the source. */
  readonly file: PersonIndex<number>;
  /** Row id → source row that updates it. */
  readonly claimed: Map<string, number>;
};

/** Everything that finding people needs, once per import. */
export function personFinder(
  bank: ImportBank,
  people: readonly ReadPerson[],
): Finder {
  const names = new Map<string, Set<string>>();
  for (const facts of [...bank.existing, ...people.map((one) => one.facts)]) {
    for (const email of findEmails(facts.email ?? "")) {
      const known = names.get(email) ?? new Set<string>();
      names.set(email, known.add(normalizeName(facts.name)));
    }
  }
  const shared = new Set(
    [...names]
      .filter(([, owners]) => owners.size >= SHARED_EMAIL_NAMES)
      .map(([email]) => email),
  );
  const index = personIndex<ExistingPerson>(shared);
  for (const person of bank.existing) {
    index.add(personal(person), person);
  }
  return {
    bank: index,
    byCode: new Map(
      bank.existing.map((person) => [compareKey(person.id), person]),
    ),
    file: personIndex<number>(shared),
    claimed: new Map(),
  };
}

/** Why a name's cell is not a name, with the cell quoted. */
const FLAW: Readonly<Record<NameFlaw, (cell: string) => string>> = {
  same: (cell) =>
    `Вместо ФИО отсылка к строке выше: ${cell}. Впишите ФИО полностью.`,
  nobody: (cell) =>
    `Человек не назван: ${cell}. Впишите ФИО или удалите строку.`,
  several: (cell) =>
    `В ячейке несколько человек: ${cell}. Запишите каждого своей строкой.`,
};

type Decision = Omit<ImportResult, "sourceRow" | "values">;

/** What one person's row does; rows are to be decided in order. */
export function decide(
  person: ReadPerson,
  bank: ImportBank,
  finder: Finder,
): Decision {
  const { facts, sourceRow } = person;
  const byCode =
    person.code === "" ? undefined : finder.byCode.get(compareKey(person.code));
  const flaw = byCode === undefined ? nameFlaw(person, bank) : null;
  if (flaw !== null) {
    return flaw;
  }
  const decision =
    byCode === undefined
      ? notByHeading(decideByFacts(person, finder), person)
      : decideByCode(person, byCode, finder);
  finder.file.add(facts, sourceRow);
  if (decision.action === "update" && decision.targetId !== undefined) {
    finder.claimed.set(decision.targetId, sourceRow);
  }
  return decision;
}

/** Why a row cannot be taken for its name alone, or null. */
function nameFlaw(person: ReadPerson, bank: ImportBank): Decision | null {
  const { name } = person.facts;
  if (name === "") {
    return bank.nameRequired === false
      ? null
      : {
          action: "refused",
          reason: "Нет ФИО. Впишите фамилию, имя и отчество и загрузите снова.",
        };
  }
  if (person.nameFlaw !== null && !isGroup(person, bank)) {
    return {
      action: "doubtful",
      reason: FLAW[person.nameFlaw](quoted(name)),
    };
  }
  if (!canBeName(name) && !looksLikeGroup(name) && !isGroup(person, bank)) {
    return {
      action: "doubtful",
      reason: `Не похоже на ФИО: ${quoted(name)}. Проверьте строку.`,
    };
  }
  return isAlone(person) && nameWords(name).length < 2
    ? {
        action: "doubtful",
        reason: `В строке одно слово ${quoted(name)}: это заголовок или неполное имя. Допишите ФИО или удалите строку.`,
      }
    : null;
}

/** Whether the row says nothing but a name. */
function isAlone({ values, facts }: ReadPerson): boolean {
  return Object.values(values).every(
    (value) => value === null || value === facts.name,
  );
}

/** Nobody is added by a line that may as well be a heading. */
function notByHeading(decision: Decision, person: ReadPerson): Decision {
  const { name } = person.facts;
  return decision.action === "add" &&
    name !== "" &&
    isAlone(person) &&
    !looksLikeName(name) &&
    !looksLikeGroup(name)
    ? {
        action: "doubtful",
        reason: `В строке только ${quoted(name)}: это заголовок или имя с маленькой буквы. Исправьте или удалите строку.`,
      }
    : decision;
}

/** Whether the row says that it is a group or a class. */
function isGroup(person: ReadPerson, bank: ImportBank): boolean {
  return keysMeaning(bank.columns, "participant").some((key) =>
    /^(?:групп|класс)/.test(compareKey(String(person.values[key] ?? ""))),
  );
}

function decideByCode(
  person: ReadPerson,
  target: ExistingPerson,
  finder: Finder,
): Decision {
  const { facts } = person;
  const isNamed = facts.name !== "" && target.name !== "";
  if (isNamed && samePerson(facts, target) === "different") {
    return {
      action: "doubtful",
      targetId: target.id,
      reason: `Под кодом ${target.id} в банке другой человек: ${quoted(target.name)}. Проверьте код.`,
    };
  }
  return claim(target, finder);
}

function decideByFacts(person: ReadPerson, finder: Finder): Decision {
  const inFile = finder.file.find(person.facts);
  if (inFile?.verdict === "same") {
    return repeats(inFile.owners[0], "Тот же человек, что и");
  }
  const inBank = finder.bank.find(person.facts);
  if (inBank?.verdict === "same") {
    const [first, ...others] = inBank.owners;
    return others.length === 0
      ? claim(first, finder)
      : {
          action: "doubtful",
          targetId: first.id,
          reason: `В банке несколько таких: ${inBank.owners
            .slice(0, 3)
            .map(({ id }) => id)
            .join(", ")}. Укажите код в строке.`,
        };
  }
  if (inBank !== null) {
    const [first] = inBank.owners;
    return {
      action: "doubtful",
      targetId: first.id,
      reason: `Похоже на ${first.id} ${quoted(first.name)}, но есть расхождения. Проверьте, один ли это человек.`,
    };
  }
  return inFile === null
    ? { action: "add" }
    : repeats(inFile.owners[0], "Похоже на человека");
}

function repeats(sourceRow: number, text: string): Decision {
  return {
    action: "doubtful",
    sameAs: sourceRow,
    reason: `${text} в строке ${sourceRow}. Оставьте одну из строк.`,
  };
}

/** An update, unless an earlier row already updates the same person. */
function claim(target: ExistingPerson, finder: Finder): Decision {
  const earlier = finder.claimed.get(target.id);
  return earlier === undefined
    ? { action: "update", targetId: target.id }
    : {
        action: "doubtful",
        targetId: target.id,
        sameAs: earlier,
        reason: `Строка ${earlier} уже обновляет ${target.id}. Оставьте одну из строк.`,
      };
}
