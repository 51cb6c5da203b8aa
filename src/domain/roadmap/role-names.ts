/** Splits a cell of people into roles and spells their abbreviations out. */
import { ownValue } from "../record";
import { roleWeight } from "./roles";

/** Abbreviation → in full, in the nominative. */
const FULL: Readonly<Record<string, string>> = {
  ЗНМР: "заместитель директора по научно-методической работе",
  ЗДНМР: "заместитель директора по научно-методической работе",
  ЗМР: "заместитель директора по методической работе",
  ЗУВР: "заместитель директора по учебно-воспитательной работе",
  ЗДУВР: "заместитель директора по учебно-воспитательной работе",
  ЗВР: "заместитель директора по воспитательной работе",
  ЗДВР: "заместитель директора по воспитательной работе",
  МО: "методическое объединение",
  ШМО: "школьное методическое объединение",
  РМО: "районное методическое объединение",
  ММО: "муниципальное методическое объединение",
  МЦН: "муниципальный центр наставничества",
  МНЦ: "муниципальный центр наставничества",
  УО: "управление образования",
  НМЦ: "научно-методический центр",
  ППк: "психолого-педагогический консилиум",
  СПС: "социально-психологическая служба",
  ИРО: "институт развития образования",
  ОО: "образовательная организация",
  ДОУ: "дошкольное образовательное учреждение",
  ЦК: "цикловая комиссия",
  ПЦК: "предметно-цикловая комиссия",
  СВ: "старший воспитатель",
};

/** Within a phrase, after «по», in the dative. */
const WORK: Readonly<Record<string, string>> = {
  УВР: "учебно-воспитательной работе",
  УР: "учебной работе",
  ВР: "воспитательной работе",
  МР: "методической работе",
  НМР: "научно-методической работе",
  УМР: "учебно-методической работе",
  УПР: "учебно-производственной работе",
  ВМР: "воспитательной и методической работе",
};

/** After «руководитель», «руководители», in the genitive; plural after the plural. */
const OF: Readonly<Record<string, readonly [string, string]>> = {
  МО: ["методического объединения", "методических объединений"],
  ШМО: [
    "школьного методического объединения",
    "школьных методических объединений",
  ],
  РМО: [
    "районного методического объединения",
    "районных методических объединений",
  ],
  ММО: [
    "муниципального методического объединения",
    "муниципальных методических объединений",
  ],
  МЦН: [
    "муниципального центра наставничества",
    "муниципальных центров наставничества",
  ],
  МНЦ: [
    "муниципального центра наставничества",
    "муниципальных центров наставничества",
  ],
  ОО: ["образовательной организации", "образовательных организаций"],
  ДОУ: [
    "дошкольного образовательного учреждения",
    "дошкольных образовательных учреждений",
  ],
  НМЦ: ["научно-методического центра", "научно-методических центров"],
  УО: ["управления образования", "управлений образования"],
  ЦК: ["цикловой комиссии", "цикловых комиссий"],
};

/**
 * The roles of a cell as they are written: split at commas, semicolons, lines,
 * slashes between words, and at an «и» before another role. Commas in brackets
 * and «по учебной и воспитательной работе» stay together.
 */
export function splitRoles(text: string): readonly string[] {
  return text
    .replace(/\([^()]*\)/gu, (bracket) => bracket.replace(/[,;\n]/g, "\u0001"))
    .split(/[;,\n]+|(?<=\p{L}) ?\/ ?(?=\p{L}{3})|\s+и\s+(?=(\S+))/u)
    .reduce<string[]>(joinCompound, [])
    .map((role) =>
      role
        .replace(/\u0001/g, ",")
        .trim()
        .replace(/(?<=\p{L}{4})\.$/u, ""),
    )
    .filter((role) => role !== "");
}

/**
 * The split leaves the word after «и» behind each «и»: the two sides come
 * together again when that word names nobody.
 */
function joinCompound(
  roles: string[],
  part: string | undefined,
  index: number,
  parts: readonly (string | undefined)[],
): string[] {
  if (index % 2 === 1 || part === undefined) {
    return roles;
  }
  const word = index > 0 ? parts[index - 1] : undefined;
  const before = roles[roles.length - 1];
  if (word !== undefined && before !== undefined && !namesSomebody(word)) {
    roles[roles.length - 1] = `${before} и ${part}`;
  } else {
    roles.push(part);
  }
  return roles;
}

function namesSomebody(word: string): boolean {
  const bare = word.replace(/[^\p{L}-]/gu, "");
  return (
    roleWeight(word) > 0.5 ||
    ownValue(FULL, bare) !== undefined ||
    /^зам\.?$/iu.test(word)
  );
}

/** The role with its abbreviations spelt out: «зам. директора по УВР» in full. */
export function fullRole(role: string): string {
  const spelt = role
    .replace(/(?<!\p{L})[Зз]ам(?:\.|\s)\s*/gu, (found) =>
      found.startsWith("З") ? "Заместитель " : "заместитель ",
    )
    .replace(/(?<!\p{L})[Рр]ук\.\s*/gu, (found) =>
      found.startsWith("Р") ? "Руководитель " : "руководитель ",
    )
    .replace(
      /(?<=\sпо )(\p{Lu}{2,3})(?!\p{L})/gu,
      (name) => ownValue(WORK, name) ?? name,
    )
    .replace(
      /(?<=(?:уководител|редседател)(ь|и) )(\p{Lu}{2,3})(?!\p{L})/gu,
      (name, ending: string) => OF[name]?.[ending === "и" ? 1 : 0] ?? name,
    );
  return ownValue(FULL, spelt) ?? spelt;
}

/** Abbreviations in the texts that have a meaning, each once, with it. */
export function abbreviations(
  texts: readonly string[],
): readonly (readonly [short: string, full: string])[] {
  const found = new Map<string, string>();
  for (const role of texts.flatMap(splitRoles)) {
    const full = fullRole(role);
    if (full !== role) {
      found.set(role, full);
    }
  }
  return Array.from(found);
}
