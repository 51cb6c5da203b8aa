/** A link that opens beside the page, which goes on working. */
import type { ComponentChildren } from "preact";

export function NewTabLink(props: {
  readonly href: string;
  readonly children: ComponentChildren;
}) {
  return (
    <a href={props.href} target="_blank" rel="noopener">
      {props.children}
    </a>
  );
}
