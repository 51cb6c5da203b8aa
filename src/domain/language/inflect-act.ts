/** Names of legal acts after «в соответствии с»: the instrumental case. */
import type { Inflected } from "./grammatical-case";
import { declineAdjective } from "./paradigms";

/** Heads of acts: nominative → instrumental. */
const HEADS: ReadonlyMap<string, string> = new Map([
  ["распоряжение", "распоряжением"],
  ["постановление", "постановлением"],
  ["положение", "положением"],
  ["решение", "решением"],
  ["соглашение", "соглашением"],
  ["заявление", "заявлением"],
  ["представление", "представлением"],
  ["поручение", "поручением"],
  ["письмо", "письмом"],
  ["приказ", "приказом"],
  ["закон", "законом"],
  ["кодекс", "кодексом"],
  ["указ", "указом"],
  ["протокол", "протоколом"],
  ["устав", "уставом"],
  ["договор", "договором"],
  ["план", "планом"],
  ["проект", "проектом"],
  ["пункт", "пунктом"],
  ["порядок", "порядком"],
  ["статья", "статьёй"],
  ["часть", "частью"],
  ["глава", "главой"],
  ["карта", "картой"],
  ["программа", "программой"],
  ["модель", "моделью"],
  ["методика", "методикой"],
  ["методология", "методологией"],
  ["концепция", "концепцией"],
  ["стратегия", "стратегией"],
  ["конституция", "конституцией"],
  ["инструкция", "инструкцией"],
  ["ходатайство", "ходатайством"],
  ["рекомендации", "рекомендациями"],
  ["правила", "правилами"],
  ["согласия", "согласиями"],
  ["согласие", "согласием"],
]);

const INSTRUMENTALS: ReadonlySet<string> = new Set([
  ...HEADS.values(),
  "статьей",
]);

/** Heads whose first letter is small inside a sentence. */
const SMALL =
  /^(распоряжени|постановлени|решени|соглашени|заявлени|представлени|поручени|письм|приказ|протокол|устав|договор|пункт|стать|част|глав|ходатайств|методическ|согласи|письменн|дорожн)/i;

/**
 * An act as it follows «в соответствии с»: «Распоряжение Минпросвещения России
 * от 25.12.2019 № Р-145» → «распоряжением Минпросвещения России от …».
 *
 * @param act - Nominative, or already instrumental; with its date and number.
 * @returns `sure: false` with the text as it was when the head is unknown.
 *   Abbreviations («ст. 351.8 ТК РФ») stay as they are, sure.
 */
export function actInInstrumental(act: string): Inflected {
  const text = act
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[;,]+$/, "")
    .replace(/([^ ]{4}|[»)\d])\.$/, "$1");
  if (/^(ст|п|пп|ч|гл|разд)\./i.test(text)) {
    return { text: text.charAt(0).toLowerCase() + text.slice(1), sure: true };
  }
  const words = text.split(" ");
  const headAt = words.findIndex((word) => isHead(word));
  const before = words.slice(0, headAt < 0 ? 0 : headAt);
  const head = words[headAt];
  if (head === undefined || !before.every(isAdjectiveOfAct)) {
    return { text, sure: false };
  }
  const inflected = [
    ...before.map(adjectiveInInstrumental),
    headInInstrumental(head),
    participlesInInstrumental(words.slice(headAt + 1).join(" ")),
  ]
    .filter((word) => word !== "")
    .join(" ");
  return {
    text: SMALL.test(inflected)
      ? inflected.charAt(0).toLowerCase() + inflected.slice(1)
      : inflected,
    sure: true,
  };
}

/** «Положение …, утверждённое приказом» → «Положением …, утверждённым …». */
function participlesInInstrumental(rest: string): string {
  return rest.replace(
    /(^|, | и )((?:утвержд[её]н|принят|введ[её]н|издан|подписан|согласован|заключ[её]н|зарегистрирован)н?(?:ое|ый|ая|ые))(?![а-яё])/gi,
    (_, before: string, participle: string) =>
      before + adjectiveInInstrumental(participle),
  );
}

function isHead(word: string): boolean {
  const small = word.toLowerCase().replace(/,$/, "");
  return HEADS.has(small) || INSTRUMENTALS.has(small);
}

function isAdjectiveOfAct(word: string): boolean {
  return /(ый|ий|ой|ая|яя|ое|ее|ые|ие|ым|им|ей|ыми|ими)$/i.test(word);
}

function headInInstrumental(word: string): string {
  const small = word.toLowerCase().replace(/,$/, "");
  const inflected = HEADS.get(small) ?? small;
  const comma = word.endsWith(",") ? "," : "";
  return word.charAt(0) + inflected.slice(1) + comma;
}

/** «Федеральный» → «Федеральным», «методические» → «методическими». */
function adjectiveInInstrumental(word: string): string {
  if (/[ыи]е$/i.test(word)) {
    return `${word.slice(0, -1)}ми`;
  }
  if (/[ое]е$/i.test(word)) {
    const vowel = /([гкхжшчщ]о|е)е$/i.test(word) ? "и" : "ы";
    return `${word.slice(0, -2)}${vowel}м`;
  }
  return /(ый|ий|ой|ая|яя)$/i.test(word)
    ? declineAdjective(word, "instrumental")
    : word;
}
