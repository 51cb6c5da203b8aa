/** The score of two real people before and after a change of the criteria, part by part. */
import type { Book } from "../../book/book";
import type { Criterion } from "../../domain/matching/criteria";
import type { IdPair } from "../../domain/matching/participant";
import type { Scene } from "../../domain/matching/scene";
import type { PairScore } from "../../domain/matching/score";
import type { Section } from "../../shared/rpc";
import { nameOf } from "./name-of";

export function criteriaExample(
  book: Book,
  before: Scene,
  after: Scene,
  [menteeId, mentorId]: IdPair,
): Section {
  const mentee = before.menteeOf.get(menteeId);
  const mentor = before.mentorOf.get(mentorId);
  if (mentee === undefined || mentor === undefined) {
    return {
      title: "Пример",
      lines: [
        `Для примера нужны коды людей из банков, а «${mentee === undefined ? menteeId : mentorId}» там нет.`,
      ],
    };
  }
  const old = before.detail(mentee, mentor);
  const fresh = after.detail(mentee, mentor);
  const rows = before.criteria.flatMap((criterion): string[][] => {
    const [was, will] = [
      partWords(old, before, criterion),
      partWords(fresh, after, criterion),
    ];
    return was === OFF && will === OFF ? [] : [[criterion.name, was, will]];
  });
  return {
    title: "Пример",
    lines: [
      `${nameOf(book, mentorId)} – ${nameOf(book, menteeId)}: балл ${old.score} → ${fresh.score}, сравнено ${old.completeness} % → ${fresh.completeness} %.`,
    ],
    headers: ["Критерий", "Было", "Станет"],
    rows: [...rows, ["Балл", String(old.score), String(fresh.score)]],
  };
}

const OFF = "не учитывается";

function partWords(score: PairScore, scene: Scene, { key }: Criterion): string {
  const part = score.parts.find((one) => one.key === key);
  if (part !== undefined) {
    return `${part.points} из ${part.most}`;
  }
  const weight = scene.criteria.find((one) => one.key === key)?.weight;
  return weight === undefined || weight === "off" ? OFF : "нет ответа";
}
