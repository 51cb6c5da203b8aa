/** What an action has done, what it left out, and where to look. */
import type { ScreenProps } from "./app";
import { LinkView } from "./link-view";
import { Heading, Lines, Notice } from "./parts";
import { ProblemList } from "./problem-list";
import type { ShowProps } from "./problem-parts";
import { ProblemReport } from "./problem-report";

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
                <LinkView link={link} isBusy={isBusy} onShow={onShow} />
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
