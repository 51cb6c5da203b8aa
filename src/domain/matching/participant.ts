/** What matching knows of a person: plain data, read once from a bank. */

/** One cell of a bank: a number, a text, or the values of a list. */
export type Answer = number | string | readonly string[];

export type Participant = {
  /** `НМ-001` or `НСТ-001`. */
  readonly id: string;
  readonly role: "mentor" | "mentee";
  /** Form of mentoring; null = not known, and then nobody is offered. */
  readonly form: string | null;
  /**
   * Mentor: mentees at most, pairs that go on included. Mentee: mentors wanted,
   * 1 for a person, more for a class or group.
   */
  readonly capacity: number;
  /** People behind the row: 1, or the size of a class or group. */
  readonly headcount: number;
  readonly consent: "yes" | "no" | "withdrawn";
  /** False for people who left, finished or are paused. */
  readonly active: boolean;
  /** The same for both rows of a person who is mentor and mentee. */
  readonly personKey: string | null;
  /**
   * By column key of the bank, or by the header of a column of the curator's
   * own. A question without an answer has no key here.
   */
  readonly answers: Readonly<Record<string, Answer>>;
};

/** `[menteeId, mentorId]` */
export type IdPair = readonly [string, string];
