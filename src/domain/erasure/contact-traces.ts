/** Telephones and addresses of given people in any text, however they are written. */
import { findEmails, findPhones } from "../people/contacts";
import type { Seeker, Trace, TracedPerson } from "./traces";

/** What stands between the digits of one number, up to so many signs. */
const BETWEEN_DIGITS = /^[\s().–—-]{0,4}$/;

/** The code of the country before a number. */
const COUNTRY = /(?:\+\s?7|\b[78])[\s(.–—-]{0,4}$/;

const EMAIL = /[^\s<>()[\],;:"«»]+@[^\s<>()[\],;:"«»]+/gu;

/** Fewer digits are no telephone but a number of anything. */
const LEAST_DIGITS = 5;

const CONTACT_MARK = "(удалено)";

type Contacts = {
  /** Digits of the numbers; Russian ones without the code of the country. */
  readonly numbers: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
};

export function contactSeeker(people: readonly TracedPerson[]): Seeker {
  const { numbers, emails } = contactsOf(people);
  const lengths = [...new Set([...numbers].map((number) => number.length))];
  return (text) => [
    ...(lengths.length === 0 ? [] : numberTraces(text, numbers, lengths)),
    ...(emails.size === 0 || !text.includes("@")
      ? []
      : emailTraces(text, emails)),
  ];
}

function contactsOf(people: readonly TracedPerson[]): Contacts {
  const numbers = new Set<string>();
  const emails = new Set<string>();
  for (const { contacts } of people) {
    for (const email of findEmails(contacts)) {
      emails.add(email);
    }
    const phones = findPhones(contacts);
    for (const phone of phones) {
      numbers.add(phone.replace(/^\+7?/, ""));
    }
    if (phones.length === 0) {
      // A number of the town («2-34-56»), as it stands.
      for (const part of contacts.split(/[,;\n]|\p{L}+/u)) {
        const digits = part.replace(/\D/g, "");
        if (digits.length >= LEAST_DIGITS) {
          numbers.add(digits);
        }
      }
    }
  }
  return { numbers, emails };
}

/** Windows of as many digits as a number has, wherever they stand. */
function numberTraces(
  text: string,
  numbers: ReadonlySet<string>,
  lengths: readonly number[],
): Trace[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (isDigit(text.charAt(at))) {
      places.push(at);
    }
  }
  return lengths.flatMap((length) => {
    const traces: Trace[] = [];
    for (let at = 0; at + length <= places.length; at += 1) {
      const window = places.slice(at, at + length);
      const digits = window.map((place) => text.charAt(place)).join("");
      if (numbers.has(digits) && isOneNumber(text, window)) {
        traces.push(numberTrace(text, window));
      }
    }
    return traces;
  });
}

function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9";
}

function isOneNumber(text: string, places: readonly number[]): boolean {
  const isClose = places.every((place, index) => {
    const before = places[index - 1];
    return (
      before === undefined || BETWEEN_DIGITS.test(text.slice(before + 1, place))
    );
  });
  const last = places[places.length - 1] ?? 0;
  return isClose && !isDigit(text.charAt(last + 1));
}

function numberTrace(text: string, places: readonly number[]): Trace {
  const first = places[0] ?? 0;
  const last = places[places.length - 1] ?? first;
  const country = COUNTRY.exec(text.slice(Math.max(0, first - 8), first));
  return {
    start: first - (country?.[0].length ?? 0),
    end: last + 1,
    mark: CONTACT_MARK,
    isDoubtful: false,
  };
}

function emailTraces(text: string, emails: ReadonlySet<string>): Trace[] {
  return [...text.matchAll(EMAIL)].flatMap((match): Trace[] => {
    const start = match.index ?? 0;
    const [written] = match;
    return findEmails(written).some((email) => emails.has(email))
      ? [
          {
            start,
            end: start + written.length,
            mark: CONTACT_MARK,
            isDoubtful: false,
          },
        ]
      : [];
  });
}
