/** Home: what is due today, the steps of the programme year, everything else. */
import type { PanelState, Step } from "../../shared/rpc";
import type { Panel } from "../model/panel-type";
import { formatMoment } from "../model/words";
import type { ScreenProps } from "./app";
import { DoneIcon, ForwardIcon, NowIcon, WaitIcon } from "./icons";
import { WebLinkView } from "./link-view";
import { Heading, Notice } from "./parts";

const MAX_TODAY = 7;

const STATES = {
  done: { word: "Готово", Icon: DoneIcon },
  now: { word: "Сейчас", Icon: NowIcon },
  waiting: { word: "Ждёт", Icon: WaitIcon },
} as const;

type PartProps = { readonly panel: Panel; readonly isBusy: boolean };

function Unfinished({
  run,
  panel,
  isBusy,
}: PartProps & { readonly run: NonNullable<PanelState["unfinished"]> }) {
  const who = [formatMoment(run.started), run.user]
    .filter((part) => part !== "")
    .join(", ");
  return (
    <section aria-label="Прерванное действие">
      <Notice tone="warning">
        <p class="notice-title">Действие «{run.title}» было прервано</p>
        {who !== "" && <p class="note">Начато: {who}</p>}
        <div class="buttons">
          <button
            type="button"
            class="primary"
            disabled={isBusy}
            onClick={() => void panel.resume()}
          >
            Продолжить
          </button>
          <button
            type="button"
            disabled={isBusy}
            onClick={() => void panel.abandon()}
          >
            Отменить начатое
          </button>
        </div>
      </Notice>
    </section>
  );
}

function Today({
  items,
  panel,
  isBusy,
}: PartProps & { readonly items: PanelState["today"] }) {
  return (
    <section aria-labelledby="today">
      <h2 id="today">Сегодня</h2>
      {items.length === 0 && <p class="note">Срочных дел нет.</p>}
      <ul class="today">
        {items.slice(0, MAX_TODAY).map((item, index) => (
          <li key={`${item.action} ${item.text}`}>
            <span id={`today-${index}`}>{item.text}</span>
            {item.link !== undefined && <WebLinkView link={item.link} />}
            <button
              type="button"
              disabled={isBusy}
              aria-describedby={`today-${index}`}
              onClick={() => void panel.open(item.action, item.input)}
            >
              {item.verb}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StepState({ step }: { readonly step: Step }) {
  const { word, Icon } = STATES[step.state];
  const joint = step.state === "waiting" ? ": " : " · ";
  return (
    <span class="step-state">
      <Icon />
      <span>
        <b>{word}</b>
        {step.note !== "" && joint + step.note}
      </span>
    </span>
  );
}

/** The row itself is the button; the step of the moment has a button of its own. */
function StepRow({
  step,
  number,
  isPrimary,
  panel,
  isBusy,
}: PartProps & {
  readonly step: Step;
  readonly number: number;
  readonly isPrimary: boolean;
}) {
  const open = () => void panel.open(step.action);
  const text = (
    <span class="step-text">
      <span class="step-title" id={`step-${number}`}>
        {step.title}
      </span>
      <StepState step={step} />
    </span>
  );
  if (!isPrimary) {
    return (
      <li class={`step ${step.state}`}>
        <button type="button" class="row" disabled={isBusy} onClick={open}>
          <span class="step-number">{number}</span>
          {text}
          <ForwardIcon />
        </button>
      </li>
    );
  }
  return (
    <li class="step now current" aria-current="step">
      <div class="row">
        <span class="step-number">{number}</span>
        {text}
      </div>
      <button
        type="button"
        class="primary"
        disabled={isBusy}
        aria-describedby={`step-${number}`}
        onClick={open}
      >
        Открыть шаг
      </button>
    </li>
  );
}

export function HomeScreen({ panel, screen, isBusy }: ScreenProps<"home">) {
  const { title, steps, more, today, unfinished } = screen.state;
  const current =
    unfinished === null ? steps.findIndex(({ state }) => state === "now") : -1;
  return (
    <>
      <Heading>{title}</Heading>
      {unfinished !== null && (
        <Unfinished run={unfinished} panel={panel} isBusy={isBusy} />
      )}
      <Today items={today} panel={panel} isBusy={isBusy} />
      <section aria-labelledby="steps">
        <h2 id="steps">Шаги программы</h2>
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers */}
        <ol class="steps" role="list">
          {steps.map((step, index) => (
            <StepRow
              key={step.action + step.title}
              step={step}
              number={index + 1}
              isPrimary={index === current}
              panel={panel}
              isBusy={isBusy}
            />
          ))}
        </ol>
      </section>
      {more.length > 0 && (
        <section aria-labelledby="more">
          <h2 id="more">Ещё</h2>
          <ul class="more">
            {more.map((item) => (
              <li key={item.action}>
                <button
                  type="button"
                  class="row"
                  disabled={isBusy}
                  onClick={() => void panel.open(item.action)}
                >
                  <span class="step-text">{item.title}</span>
                  <ForwardIcon />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
