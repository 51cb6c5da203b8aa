/** What a page shows to weak eyes, screen readers and people who read Russian only; computed in the page itself. */
import type { Page } from "playwright-core";

/** The page's own parts, without the grid and the frames of the add-on. */
const OWN = ".header, .drawer, .sidebar > .bar, dialog, .notices, .menu-list";
const READABLE = 4.5;

/** Own texts with less contrast than 4.5:1, as «ratio: text». */
export function paleTexts(page: Page): Promise<string[]> {
  return page.evaluate(
    ([own, least]) => {
      type Color = readonly number[];
      const colorOf = (text: string): Color =>
        (text.match(/[\d.]+/g) ?? []).map(Number);
      const over = (
        [red = 0, green = 0, blue = 0, alpha = 1]: Color,
        under: Color,
      ) =>
        [red, green, blue].map(
          (part, at) => part * alpha + (under[at] ?? 0) * (1 - alpha),
        );
      const part = (value: number) =>
        value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      const light = ([red = 0, green = 0, blue = 0]: Color) =>
        0.2126 * part(red / 255) +
        0.7152 * part(green / 255) +
        0.0722 * part(blue / 255);
      const behind = (element: Element | null): Color =>
        element === null
          ? [255, 255, 255]
          : over(
              colorOf(getComputedStyle(element).backgroundColor),
              behind(element.parentElement),
            );
      const contrastOf = (element: Element) => {
        const back = behind(element);
        const ink = over(colorOf(getComputedStyle(element).color), back);
        const [low = 0, high = 0] = [light(ink), light(back)].sort(
          (one, other) => one - other,
        );
        return (high + 0.05) / (low + 0.05);
      };
      const hasText = (element: Element) =>
        [...element.childNodes].some(
          (node) => node.nodeType === 3 && node.textContent?.trim(),
        );
      return [...document.querySelectorAll<HTMLElement>(own)]
        .flatMap((root) => [...root.querySelectorAll<HTMLElement>("*")])
        .filter((element) => element.checkVisibility() && hasText(element))
        .filter((element) => element.closest("[disabled]") === null)
        .map((element) => [contrastOf(element), element.textContent] as const)
        .filter(([contrast]) => contrast < least)
        .map(([contrast, text]) => `${contrast}: ${text?.trim()}`);
    },
    [OWN, READABLE] as const,
  );
}

/** Own buttons, links and fields that a screen reader has no name for. */
export function namelessControls(page: Page): Promise<string[]> {
  return page.evaluate((own) => {
    const nameOf = (element: HTMLElement) =>
      [
        element.getAttribute("aria-label"),
        (element as HTMLInputElement).labels?.[0]?.textContent,
        element.title,
        element.textContent,
      ].find((name) => name?.trim());
    return [...document.querySelectorAll<HTMLElement>(own)]
      .flatMap((root) => [
        ...root.querySelectorAll<HTMLElement>(
          "button, a, input, select, iframe",
        ),
      ])
      .filter((element) => element.checkVisibility() && !nameOf(element))
      .map((element) => element.outerHTML.slice(0, 100));
  }, OWN);
}

/** Texts, names and hints of the grid, its panels and menus with Latin or Chinese words. */
export function foreignWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => element.checkVisibility())
      .filter((element) => element.closest(".drawer, .header") === null)
      .flatMap((element) => [
        element.getAttribute("aria-label") ?? "",
        element.getAttribute("title") ?? "",
        element.getAttribute("placeholder") ?? "",
        ...[...element.childNodes].map((node) =>
          node.nodeType === 3 ? (node.textContent ?? "") : "",
        ),
      ]);
    const words = said.filter((text) =>
      /[a-z]{3,}|[\u4e00-\u9fff]/i.test(text),
    );
    return [...new Set(words.map((text) => text.trim()))];
  });
}
