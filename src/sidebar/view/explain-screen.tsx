/** Why the selected row is as it is, and what can be done about it. */
import type { Explanation } from "../../shared/rpc";
import type { Panel } from "../model/panel-type";
import type { ScreenProps } from "./app";
import { WebLinkView } from "./link-view";
import { BackLink, Heading, Lines } from "./parts";
import { Sections } from "./sections";

export function ExplainScreen({
  panel,
  screen,
  isBusy,
}: ScreenProps<"explain">) {
  const { explanation } = screen;
  return (
    <>
      <BackLink caption="К списку шагов" isBusy={isBusy} onPress={panel.back} />
      {explanation !== null && <p class="overline">{explanation.place}</p>}
      <Heading>{explanation?.title ?? "Разбор строки"}</Heading>
      {explanation === null ? (
        <p class="intro">
          Выберите в таблице ячейку любой строки на вкладке «Пары»,
          «Наставляемые» или «Наставники»: здесь будет сказано, почему пара
          такая, чем она хуже или лучше других и почему человек остался без
          пары. На вкладке «Дорожная карта» – срок и состояние мероприятия и
          ссылка в календарь.
        </p>
      ) : (
        <Explained panel={panel} explanation={explanation} isBusy={isBusy} />
      )}
      <div class="buttons footer">
        <button
          type="button"
          class={explanation === null ? "primary" : undefined}
          disabled={isBusy}
          onClick={() => void panel.explain()}
        >
          Разобрать выбранную строку
        </button>
      </div>
    </>
  );
}

function Explained({
  panel,
  explanation,
  isBusy,
}: {
  readonly panel: Panel;
  readonly explanation: Explanation;
  readonly isBusy: boolean;
}) {
  const { summary, sections, links = [], deeds } = explanation;
  return (
    <>
      <Lines lines={summary} />
      <Sections sections={sections} />
      {links.length > 0 && (
        <ul class="links">
          {links.map((link) => (
            <li key={link.url}>
              <WebLinkView link={link} />
            </li>
          ))}
        </ul>
      )}
      {deeds.length > 0 && (
        <section aria-labelledby="deeds">
          <h2 id="deeds">Что можно сделать</h2>
          <div class="buttons">
            {deeds.map(({ label, action, input }) => (
              <button
                key={label}
                type="button"
                disabled={isBusy}
                onClick={() => void panel.open(action, input)}
              >
                {label}
              </button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
