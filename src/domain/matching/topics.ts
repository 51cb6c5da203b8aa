/** Suggests topics of the list for a request in free words; the curator decides. */
import { stemmer } from "@orama/stemmers/russian";
import { choiceKey } from "./choice-key";

export type TopicSuggestion = {
  /** As it stands in the list. */
  readonly topic: string;
  /** Words of the text that speak for it, as written. */
  readonly words: readonly string[];
};

/** More of a text than this is not looked at. */
const MOST_WORDS = 2000;

const SHORTEST_STEMMED = 3;

/** Words that carry no meaning, and those that any topic could be about. */
const EMPTY = new Set(
  (
    "а без бы быть в вам вас весь во вот все всё вы где да для до его ее если есть еще же за и из или им их к как " +
    "какой ко который кто ли лучше меня мне много мной мой мы на над надо нам нас не нет ни но ну нужен нужно о об один он она они от " +
    "очень по под при про с свой себя со так также тем то только ты у уже хотеть хочу чем что чтобы это этот я " +
    "ведение вести вопрос другой занятие изучение инструмент навык надежный новый общий организация основа особенность " +
    "подготовка помочь помощь практика предмет проблема работа работать развитие разный сложность тема трудность умение управление участие уровень"
  )
    .split(" ")
    .map(stemOf),
);

/** Endings of an adjective as topics are written. */
const ADJECTIVE = /(?:ый|ий|ая|яя|ое|ые|[кгхжшщч]ие)$/;

/** Longer stem of one family of words: «документ» and «документац». */
const LONGEST_TAIL = 3;
const SHORTEST_COMMON = 5;

type Word = { readonly written: string; readonly stem: string };

type Topic = {
  readonly topic: string;
  readonly key: string;
  readonly words: readonly (Word & { readonly isAdjective: boolean })[];
};

/** A topic suggested and the share of its words that the text has. */
type Hit = TopicSuggestion & { readonly share: number };

/**
 * Topics that share at least half of their meaningful words with the text by
 * stem, best first. An adjective alone does not suggest a topic that also has a
 * noun: «профессиональное выгорание» is no competition.
 */
export function suggestTopics(
  text: string,
  topics: readonly string[],
): readonly TopicSuggestion[] {
  return topicMatcher(topics)(text);
}

/** The same for many texts and one list. */
export function topicMatcher(
  topics: readonly string[],
): (text: string) => readonly TopicSuggestion[] {
  const known = [...new Set(topics)].map(
    (topic): Topic => ({
      topic,
      key: choiceKey(topic),
      words: wordsOf(topic).map((word) => ({
        ...word,
        isAdjective: ADJECTIVE.test(choiceKey(word.written)),
      })),
    }),
  );
  return (text) => {
    const words = wordsOf(text);
    return known
      .flatMap((topic) => hitOf(topic, words))
      .sort((a, b) => b.share - a.share)
      .map(({ topic, words: spoken }) => ({ topic, words: spoken }));
  };
}

function hitOf(topic: Topic, words: readonly Word[]): Hit[] {
  const found = topic.words.filter((one) =>
    words.some((word) => isRelated(one.stem, word.stem)),
  );
  const hasNoun = topic.words.some(({ isAdjective }) => !isAdjective);
  const isMeant =
    found.length * 2 >= topic.words.length &&
    (!hasNoun || found.some(({ isAdjective }) => !isAdjective));
  if (found.length === 0 || !isMeant) {
    return [];
  }
  const spoken = words.filter((word) =>
    found.some(({ stem }) => isRelated(stem, word.stem)),
  );
  return [
    {
      topic: topic.topic,
      words: [...new Set(spoken.map(({ written }) => written))],
      share: found.length / topic.words.length,
    },
  ];
}

function isRelated(one: string, other: string): boolean {
  if (one === other) {
    return true;
  }
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    short.length >= SHORTEST_COMMON &&
    long.length - short.length <= LONGEST_TAIL &&
    long.startsWith(short)
  );
}

/** Meaningful words of a text, in order. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const [written] of text
    .normalize("NFC")
    .matchAll(/[\p{L}\p{N}]+[+#]*/gu)) {
    if (words.length === MOST_WORDS) {
      break;
    }
    const stem = stemOf(written);
    if (written.length > 1 && !EMPTY.has(stem)) {
      words.push({ written, stem });
    }
  }
  return words;
}

/** A word of three letters is its own stem: «ИЗО» is not «из». */
function stemOf(word: string): string {
  const key = choiceKey(word);
  return key.length > SHORTEST_STEMMED ? stemmer(key) : key;
}
