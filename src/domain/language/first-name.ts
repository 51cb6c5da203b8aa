/** First names in a case, by the rules where the library knows only a list. */
import { inclineFirstname } from "lvovich";
import {
  type Endings,
  type Gender,
  type GrammaticalCase,
  likeLetters,
  withEnding,
} from "./grammatical-case";
import { declineInA } from "./paradigms";

/** French and Spanish women's names that keep their soft sign in all cases. */
const FROZEN_SOFT =
  /^(мишель|николь|габриэль|даниэль|ариэль|рашель|марисоль)$/i;

/** First halves that no case changes: «Жан-Жака», «Абдул-Азиза». */
const FROZEN_FIRST_PARTS = /^(жан|пьер|абд|абду|абдул|абу|ибн|нур|сейид)$/i;

const FEMININE_SOFT: Endings = ["и", "и", "ь", "ью", "и"];
const SHORT_IN_IA: Endings = ["и", "е", "ю", "ей", "е"];

/**
 * A first name, hyphenated ones part by part: «Шота» → «Шоты», «Гузель» →
 * «Гузели», «Лия» → «Лие»; names that do not decline come back as they are.
 */
export function declineFirstName(
  first: string,
  gender: Gender,
  to: GrammaticalCase,
): string {
  const parts = first.split("-");
  return parts
    .map((part, at) =>
      at < parts.length - 1 && FROZEN_FIRST_PARTS.test(part)
        ? part
        : declinePart(part, gender, to),
    )
    .join("-");
}

function declinePart(
  part: string,
  gender: Gender,
  to: GrammaticalCase,
): string {
  if (/[аеёиоуыэюя]а$/i.test(part)) {
    return part;
  }
  // One syllable before -ия: «при Лие», not «при Лии».
  if (/^[^аеёиоуыэюя]*ия$/i.test(part)) {
    return withEnding(part, 1, SHORT_IN_IA, to);
  }
  if (/[ая]$/i.test(part)) {
    return declineInA(part, to);
  }
  if (gender === "female" && /ь$/i.test(part)) {
    // «Любовь» keeps its vowel as a name, too.
    return FROZEN_SOFT.test(part)
      ? part
      : withEnding(part, 1, FEMININE_SOFT, to);
  }
  return likeLetters(part, inclineFirstname(part, to, gender));
}
