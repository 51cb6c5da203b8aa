/** What an action has done, what it left out, and where to look. */
import type { Link } from "../../shared/rpc";
import type { ScreenProps } from "./app";
import { LinkIcon, TabIcon } from "./icons";
import { Heading, Lines, Notice } from "./parts";
import { ProblemList } from "./problem-list";
import type { ShowProps } from "./problem-parts";
import { ProblemReport } from "./problem-report";

/** Only web addresses become links: anything else could run as script. */
const WEB_ADDRESS = /^https?:\/\//i;

function ResultLink({
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

export function ResultScreen({ panel, screen, isBusy }: ScreenProps<"result">) {
  const { title, result } = screen;
  const { summary, problems, links } = result;
  const isReport = result.report === true;
  const isPartial =
    !isReport && problems.some(({ severity }) => severity === "error");
  const onShow: ShowProps["onShow"] = (place) => void panel.show(place);
  return (
    <>
      <p class="overline">{title}</p>
      <Heading>{isPartial ? "Сделано, но не всё" : "Готово"}</Heading>
      {summary.length > 0 && (
        <Notice tone="good">
          <Lines lines={summary} />
        </Notice>
      )}
      {links.length > 0 && (
        <section aria-labelledby="links">
          <h2 id="links">Открыть</h2>
          <ul class="links">
            {links.map((link, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index}>
                <ResultLink link={link} isBusy={isBusy} onShow={onShow} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {isReport ? (
        <ProblemReport problems={problems} isBusy={isBusy} onShow={onShow} />
      ) : (
        <ProblemList
          problems={problems}
          errors={{
            title: "Пропущено",
            note: "Исправьте и выполните действие ещё раз.",
          }}
          warnings={{
            title: "Обратите внимание",
            note: "Это сделано, но лучше проверить.",
          }}
          isBusy={isBusy}
          onShow={onShow}
        />
      )}
      <div class="buttons footer">
        <button
          type="button"
          class="primary"
          disabled={isBusy}
          onClick={() => void panel.goHome()}
        >
          К списку шагов
        </button>
      </div>
    </>
  );
}
