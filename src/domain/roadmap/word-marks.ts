/** What the look of one word says about the cell it may begin or end. */

import { roleWeight } from "./roles";

export type WordMarks = {
  readonly isCapital: boolean;
  readonly isLower: boolean;
  /** «МНЦ», «ОО,». */
  readonly isAbbreviation: boolean;
  /** Ends a sentence or an item of a list. */
  readonly endsSentence: boolean;
  readonly endsColon: boolean;
  /** Cannot be the last word: «и», «для», a comma, a dash. */
  readonly joins: boolean;
  readonly isAdjective: boolean;
  /** Only a number or a mark of a list. */
  readonly isListMark: boolean;
  /** «Проведение», «Подготовка»: names of deeds. */
  readonly isDeed: boolean;
  /** «Утверждён», «Приказ»: names of results. */
  readonly isOutcome: boolean;
  /** See `roleWeight`. */
  readonly roleWeight: number;
};

const DEED = /(?:ние|ния|ция|ции|тие|ка|ки|ство|рос|бор|ор)$/u;
const OUTCOME =
  /^(?:с?формирован|утвержд[её]н|разработан|составлен|заключен|представлен|оформлен|включен|согласован|наполнен|создан|проведен|определен|издан|приказ|положение|протокол|база|банк|отч[её]т|справка|план|программа|список|реестр|договор)/iu;
const JOINING =
  /(?:^(?:и|в|во|на|по|с|со|о|об|для|из|от|к|ко|у|при|за|до|их|его|её|ее|или|не|а|над|под|между|через|без|них|которые|который|которая|также|среди|находится)$|[,–—(«-]$)/iu;
const ADJECTIVE =
  /(?:[ыи]х|[ыи]ми|[ое]го|[ое]му|[ая]я|ые|ый|[кгхшщчж]и[ей]|[ую]ю)$/u;

/** Marks of one word, with the punctuation that stands at it. */
export function markWord(text: string): WordMarks {
  const isCapital = /^[«"„(]*\p{Lu}/u.test(text);
  return {
    isCapital,
    isLower: /^\p{Ll}/u.test(text),
    isAbbreviation: /^\p{Lu}{2,},?$/u.test(text),
    endsSentence: /[.;:!?]$/.test(text),
    endsColon: text.endsWith(":"),
    joins: JOINING.test(text),
    isAdjective: ADJECTIVE.test(text),
    isListMark: /^\d{1,2}(?:\.\d{1,2})*[.)]?$|^[-–—•]$/.test(text),
    isDeed: isCapital && DEED.test(text),
    isOutcome: OUTCOME.test(text),
    roleWeight: roleWeight(text),
  };
}
