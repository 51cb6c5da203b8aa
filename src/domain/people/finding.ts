/** What a look for names and contacts hands back. */

/** A place in a text: from, to in characters. */
export type Finding = {
  readonly kind: "name" | "phone" | "email" | "account" | "paper" | "address";
  readonly from: number;
  readonly to: number;
};

export const FINDING_WORDS: Readonly<Record<Finding["kind"], string>> = {
  name: "имя",
  phone: "телефон",
  email: "адрес почты",
  account: "страница в соцсети или мессенджере",
  paper: "номер документа",
  address: "домашний адрес",
};
