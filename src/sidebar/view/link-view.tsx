/** A link to a tab of the book or out of it. */
import type { Link, WebLink } from "../../shared/rpc";
import { LinkIcon, TabIcon } from "./icons";
import type { ShowProps } from "./problem-parts";

/** Only web addresses become links: anything else could run as script. */
const WEB_ADDRESS = /^https?:\/\//i;

export function LinkView({
  link,
  isBusy,
  onShow,
}: ShowProps & { readonly link: Link }) {
  if ("tab" in link) {
    return (
      <button
        type="button"
        class="link"
        disabled={isBusy}
        onClick={() => onShow({ tab: link.tab })}
      >
        <TabIcon />
        {link.label}
      </button>
    );
  }
  return <WebLinkView link={link} />;
}

export function WebLinkView({ link }: { readonly link: WebLink }) {
  if (!WEB_ADDRESS.test(link.url)) {
    return (
      <span>
        {link.label}: {link.url}
      </span>
    );
  }
  return (
    <a class="link" href={link.url} target="_blank" rel="noopener">
      <LinkIcon />
      <span>
        {link.label}
        <span class="spoken"> (откроется в новой вкладке браузера)</span>
      </span>
    </a>
  );
}
