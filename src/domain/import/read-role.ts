/** Mentor or mentee, as people write it. */
import { compareKey } from "./compare-text";

export type Role = "mentor" | "mentee";

/** Who needs, seeks or has a mentor is a mentee. */
const WANTS =
  /(?:^| )(?:нуж(?:ен|на|но|ны)|необходим\S*|нужда(?:юсь|ется|ющ\S*)|без|ищу|ищет|требуется|есть|закрепить|назначить)(?: в)?(?: \S+)? (?:наставни(?:к(?:а|е|ов|ах)?|ц\S*)|ментор(?:а|е|ов|ах)?)(?: |$)/;

/**
 * Reads a role out of a cell or a heading («Наставник», «наставляемые»,
 * «Раздел 2. Наставники», «Мне нужен наставник»).
 *
 * @returns The role; `both` when the text names both; null when neither.
 */
export function readRole(text: string): Role | "both" | null {
  const key = compareKey(text);
  if (WANTS.test(key)) {
    return "mentee";
  }
  const words = key.split(" ");
  const isMentee = words.some((word) =>
    /^(?:наставляем|подопечн|менти$)/.test(word),
  );
  const isMentor = words.some((word) =>
    /^(?:наставник|наставниц|ментор)/.test(word),
  );
  if (isMentee) {
    return isMentor ? "both" : "mentee";
  }
  return isMentor ? "mentor" : null;
}
