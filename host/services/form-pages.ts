/** Pages of a form: where they begin, and which of them a respondent's answers lead through. */
import { EMAIL_KEY } from "./form-links";
import type { Answer, FormItemType, GoTo } from "./form-record";

type PagedItem = {
  readonly id: number;
  readonly type: FormItemType;
  readonly choices?: readonly string[] | null;
  readonly goTo?: readonly GoTo[] | null;
  readonly after?: GoTo;
};

type Given = Readonly<Record<string, Answer>>;

/** The items of each page; a page break opens its page. */
export function pagesOf<Item extends { readonly type: FormItemType }>(
  items: readonly Item[],
): (readonly Item[])[] {
  const pages: Item[][] = [[]];
  for (const item of items) {
    if (item.type === "PAGE_BREAK") pages.push([]);
    pages[pages.length - 1]?.push(item);
  }
  return pages;
}

/** Where the last answered choice that leads somewhere leads to. */
function chosen(page: readonly PagedItem[], given: Given): GoTo | undefined {
  const taken = page.flatMap((item) => {
    const answer = Object.hasOwn(given, item.id) ? given[item.id] : undefined;
    const text = typeof answer === "string" ? answer : answer?.[0];
    const index = text === undefined ? -1 : (item.choices?.indexOf(text) ?? -1);
    return item.goTo?.[index] ?? [];
  });
  return taken[taken.length - 1];
}

/**
 * The page after one, as Google goes: a chosen choice decides before the page
 * break that follows; the last page always ends the form.
 *
 * @param from - 0-based page.
 * @returns 0-based page; null when the form is to be sent.
 */
export function nextPage(
  items: readonly PagedItem[],
  from: number,
  given: Given,
): number | null {
  const pages = pagesOf(items);
  const page = pages[from];
  const following = pages[from + 1];
  if (page === undefined || following === undefined) return null;
  const goTo = chosen(page, given) ?? following[0]?.after ?? "CONTINUE";
  if (goTo === "SUBMIT") return null;
  if (goTo === "RESTART") return 0;
  const target = pages.findIndex(([first]) => first?.id === goTo);
  return target > 0 ? target : from + 1;
}

/**
 * The pages the answers lead through, from the first to where the form is
 * sent; `isCircle` when they lead back to one that was there before.
 */
export function visitedPages(
  items: readonly PagedItem[],
  given: Given,
): { readonly pages: readonly number[]; readonly isCircle: boolean } {
  const pages: number[] = [];
  let page: number | null = 0;
  while (page !== null) {
    if (pages.includes(page)) return { pages, isCircle: true };
    pages.push(page);
    page = nextPage(items, page, given);
  }
  return { pages, isCircle: false };
}

/**
 * The page a respondent came from.
 *
 * @param page - 0-based; null when all pages are behind.
 */
export function pageBefore(
  items: readonly PagedItem[],
  page: number | null,
  given: Given,
): number {
  const { pages } = visitedPages(items, given);
  const place = page === null ? pages.length : pages.indexOf(page);
  return pages[place - 1] ?? 0;
}

/** Whether every way out of the page sends the form. */
export function isEnd(items: readonly PagedItem[], page: number): boolean {
  const pages = pagesOf(items);
  const following = pages[page + 1];
  if (following === undefined) return true;
  const ways = (pages[page] ?? []).flatMap((item) => item.goTo ?? []);
  return [...ways, following[0]?.after].every((goTo) => goTo === "SUBMIT");
}

/**
 * The first page that holds one of the items or rows.
 *
 * @param keys - Ids as text; the respondent's address stands on the first page.
 */
export function pageWith(
  items: readonly (PagedItem & {
    readonly rows?: readonly { readonly id: number }[];
  })[],
  keys: readonly string[],
): number | null {
  if (keys.includes(EMAIL_KEY)) return 0;
  const page = pagesOf(items).findIndex((shown) =>
    shown.some((item) =>
      [item, ...(item.rows ?? [])].some(({ id }) => keys.includes(String(id))),
    ),
  );
  return page === -1 ? null : page;
}
