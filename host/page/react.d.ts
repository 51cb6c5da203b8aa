/** The one function of React that the page calls itself, for what Univer draws. */
declare module "react" {
  /** Gives an element that only Univer's own React looks into. */
  export function createElement(
    tag: string,
    properties: Readonly<Record<string, unknown>>,
    children: unknown,
  ): object;
}
