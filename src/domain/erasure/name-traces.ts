/** Names of given people in any text: in every case, with initials, in either order. */
import { nameWords } from "../people/normalize-name";
import { type NameForms, nameForms, type WordForms } from "./name-forms";
import type { Seeker, Trace, TracedPerson } from "./traces";

/** Letters with what may stand inside a word. */
const WORD = /\p{L}[\p{L}\p{M}\u00ad\u200b-\u200d\u2060'’ʼ`]*|\p{N}+/gu;

/** What parts the words of one name. */
const BETWEEN_WORDS = /^[\s.,_\u00a0‐-―-]{0,4}$/;

/** Endings that a Russian surname, name or patronymic may change into. */
const ENDINGS: ReadonlySet<string> = new Set(
  " а у е ы о я ю и ь ом ым им ем ой ый ий ей ою ею ая яя ую юю ого его ому ему ых их ыми ими ам ям ах ях ов ев ами ями".split(
    " ",
  ),
);

/** Shorter stems agree with too much. */
const LEAST_STEM = 3;

/** Shorter surnames alone are common words («Ли», «Ан»). */
const LEAST_LONE = 3;

type Word = {
  readonly start: number;
  readonly end: number;
  readonly norm: string;
  readonly isCapital: boolean;
};

type Wanted = NameForms & { readonly mark: string; readonly isShared: boolean };

/** The shelf a word stands on: its first letters. */
function shelfOf(word: string): string {
  return word.slice(0, 2);
}

export function nameSeeker(
  people: readonly TracedPerson[],
  others: readonly string[],
): Seeker {
  const othersWords = new Set(others.flatMap((name) => nameWords(name)));
  const shelves = new Map<string, Wanted[]>();
  const shelve = (key: string, wanted: Wanted) => {
    const shelf = shelves.get(key) ?? [];
    shelves.set(key, shelf);
    if (!shelf.includes(wanted)) {
      shelf.push(wanted);
    }
  };
  for (const { mark, name } of people) {
    const forms = nameForms(name);
    const [surname] = forms.surname;
    const alone =
      surname ?? (forms.whole.length === 1 ? new Set(forms.whole) : undefined);
    const isShared =
      alone !== undefined &&
      [...othersWords].some((word) => isFormOf(word, alone));
    const wanted = { ...forms, mark, isShared };
    const beginnings = [...(surname ?? []), ...forms.first, ...forms.whole];
    for (const word of beginnings) {
      shelve(shelfOf(word), wanted);
    }
  }
  if (shelves.size === 0) {
    return () => [];
  }
  return (text) => tracesIn(text, shelves);
}

function tracesIn(
  text: string,
  shelves: ReadonlyMap<string, readonly Wanted[]>,
): Trace[] {
  const words = wordsOf(text);
  const traces: Trace[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const candidates = shelves.get(shelfOf(words[at]?.norm ?? "")) ?? [];
    const found = candidates
      .map((wanted) => ({ wanted, span: spanOf(text, words, at, wanted) }))
      .filter(({ span }) => span !== null)
      .sort((a, b) => (b.span?.length ?? 0) - (a.span?.length ?? 0))[0];
    if (found?.span != null) {
      const { from, to, isLone } = found.span;
      traces.push({
        start: words[from]?.start ?? 0,
        end: endOf(text, words[to]),
        mark: found.wanted.mark,
        isDoubtful: isLone && found.wanted.isShared,
      });
      at = Math.max(at, to);
    }
  }
  return traces;
}

/** The stop of an initial goes with it. */
function endOf(text: string, last: Word | undefined): number {
  const end = last?.end ?? 0;
  return last?.norm.length === 1 && text.charAt(end) === "." ? end + 1 : end;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const [written] = match;
    const start = match.index ?? 0;
    return {
      start,
      end: start + written.length,
      norm: nameWords(written).join(""),
      isCapital: /^\p{Lu}/u.test(written),
    };
  });
}

/** Words `from` to `to`, both included. */
type Span = {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly isLone: boolean;
};

/** The longest run of words around word `at` that calls this person, or null. */
function spanOf(
  text: string,
  words: readonly Word[],
  at: number,
  wanted: Wanted,
): Span | null {
  if (wanted.whole.length > 0) {
    return wholeSpan(text, words, at, wanted.whole);
  }
  return (
    surnameSpan(text, words, at, wanted) ?? givenSpan(text, words, at, wanted)
  );
}

function span(from: number, to: number, isLone = false): Span {
  return { from, to, length: to - from + 1, isLone };
}

/** A class or a name that cannot be inflected: its words in their order. */
function wholeSpan(
  text: string,
  words: readonly Word[],
  at: number,
  whole: readonly string[],
): Span | null {
  const to = at + whole.length - 1;
  const isThere = whole.every(
    (word, index) => words[at + index]?.norm === word,
  );
  if (!isThere || !isTogether(text, words, at, to)) {
    return null;
  }
  return whole.length === 1 ? loneSpan(words, at, to) : span(at, to);
}

/** «Иванову Анну Сергеевну», «А. С. Иванова», «Иванова А.», «Ивановой». */
function surnameSpan(
  text: string,
  words: readonly Word[],
  at: number,
  wanted: Wanted,
): Span | null {
  const to = at + wanted.surname.length - 1;
  const isSurname =
    wanted.surname.length > 0 &&
    wanted.surname.every((forms, index) =>
      isFormOf(words[at + index]?.norm ?? "", forms),
    );
  if (!isSurname || !isTogether(text, words, at, to)) {
    return null;
  }
  const given = (index: number, which: 0 | 1) =>
    isGiven(words[index], wanted, which) &&
    isTogether(text, words, Math.min(index, at), Math.max(index, to));
  if (given(to + 1, 0)) {
    return span(at, given(to + 2, 1) ? to + 2 : to + 1);
  }
  // Another given name or other initials: a relative or a namesake.
  if (isOtherInitial(text, words, to, wanted)) {
    return null;
  }
  if (given(at - 1, 1) && given(at - 2, 0)) {
    return span(at - 2, to);
  }
  return given(at - 1, 0) ? span(at - 1, to) : loneSpan(words, at, to);
}

function loneSpan(words: readonly Word[], at: number, to: number): Span | null {
  const word = words[at];
  return word?.isCapital === true && word.norm.length >= LEAST_LONE
    ? span(at, to, true)
    : null;
}

/** «Анна Сергеевна» without a surname. */
function givenSpan(
  text: string,
  words: readonly Word[],
  at: number,
  { first, middle }: Wanted,
): Span | null {
  const isCalled =
    middle.size > 0 &&
    isFormOf(words[at]?.norm ?? "", first) &&
    isFormOf(words[at + 1]?.norm ?? "", middle) &&
    isTogether(text, words, at, at + 1);
  return isCalled ? span(at, at + 1) : null;
}

/** Whether a word is the given name (0) or patronymic (1), or its initial. */
function isGiven(
  word: Word | undefined,
  { first, middle, initials }: Wanted,
  which: 0 | 1,
): boolean {
  if (word === undefined) {
    return false;
  }
  return word.norm.length === 1
    ? word.isCapital && word.norm === initials[which]
    : isFormOf(word.norm, which === 0 ? first : middle);
}

/** «Иванов П.» where Иванова is Анна. */
function isOtherInitial(
  text: string,
  words: readonly Word[],
  to: number,
  { initials }: Wanted,
): boolean {
  const next = words[to + 1];
  return (
    next !== undefined &&
    initials[0] !== "" &&
    next.norm.length === 1 &&
    next.isCapital &&
    text.charAt(next.end) === "." &&
    isTogether(text, words, to, to + 1)
  );
}

function isTogether(
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at += 1) {
    const [one, two] = [words[at], words[at + 1]];
    if (one === undefined || two === undefined) {
      return false;
    }
    if (!BETWEEN_WORDS.test(text.slice(one.end, two.start))) {
      return false;
    }
  }
  return true;
}

function isFormOf(word: string, forms: WordForms): boolean {
  if (forms.has(word)) {
    return true;
  }
  const [base = ""] = forms;
  const stem = base.replace(/[аяоеыйьиу]{1,2}$/, "");
  return (
    stem.length >= LEAST_STEM &&
    word.startsWith(stem) &&
    ENDINGS.has(word.slice(stem.length))
  );
}
