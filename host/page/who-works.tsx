/** Who is signed in at this window, and the choice to work as somebody else. */
import { pageUser } from "./connection";

/** Invented curators: with two of them, edits and triggers can be seen to meet. */
const CURATORS = [
  "kurator@example.org",
  "vtoroy@example.org",
  "tretiy@example.org",
];

type Props = {
  /** Who works when the address does not say. */
  readonly defaultUser: string;
};

export function WhoWorks({ defaultUser }: Props) {
  const user = pageUser() ?? defaultUser;
  const people = [...new Set([user, defaultUser, ...CURATORS])].sort();
  return (
    <label class="user">
      Работает{" "}
      <select
        value={user}
        onChange={(event) => workAs(event.currentTarget.value)}
      >
        {people.map((person) => (
          <option key={person} value={person}>
            {person}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Opens the page anew as this person. */
function workAs(person: string): void {
  const address = new URL(location.href);
  address.searchParams.set("user", person);
  location.assign(address);
}
