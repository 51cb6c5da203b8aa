/** The whole panel: the screen of the moment between what waits and what failed. */
import {
  useEffect,
  useErrorBoundary,
  useLayoutEffect,
  useState,
} from "preact/hooks";
import type { Panel } from "../model/panel";
import type { View } from "../model/view";
import { ActionScreen } from "./action-screen";
import { ExplainScreen } from "./explain-screen";
import { FailureNotice } from "./failure-notice";
import { HomeScreen } from "./home-screen";
import { LostScreen } from "./lost-screen";
import { Heading, Waiting } from "./parts";
import { PreviewScreen } from "./preview-screen";
import { ResultScreen } from "./result-screen";
import { RunningScreen } from "./running-screen";
import { useFocus } from "./use-focus";

export type ScreenProps<Kind extends View["screen"]["kind"]> = {
  readonly panel: Panel;
  readonly screen: Extract<View["screen"], { readonly kind: Kind }>;
  readonly isBusy: boolean;
};

function CurrentScreen({ panel, view }: { panel: Panel; view: View }) {
  const { screen } = view;
  const shared = { panel, isBusy: view.busy !== null };
  switch (screen.kind) {
    case "loading":
      return <Heading quiet>Наставник</Heading>;
    case "lost":
      return <LostScreen screen={screen} {...shared} />;
    case "home":
      return <HomeScreen screen={screen} {...shared} />;
    case "action":
      return <ActionScreen screen={screen} {...shared} />;
    case "explain":
      return <ExplainScreen screen={screen} {...shared} />;
    case "preview":
      return <PreviewScreen screen={screen} {...shared} />;
    case "running":
      return <RunningScreen screen={screen} {...shared} />;
    case "result":
      return <ResultScreen screen={screen} {...shared} />;
  }
}

/** Reads the panel again when the curator comes back to it. */
function useRefresh(panel: Panel): void {
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") {
        void panel.refresh();
      }
    };
    window.addEventListener("focus", refresh);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      window.removeEventListener("focus", refresh);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [panel]);
}

function useView(panel: Panel): View {
  const [view, setView] = useState(panel.view());
  useLayoutEffect(() => {
    setView(panel.view());
    return panel.subscribe(() => setView(panel.view()));
  }, [panel]);
  return view;
}

function Frame({ panel, view }: { panel: Panel; view: View }) {
  const waiting = view.screen.kind === "loading" ? "Загружаем…" : view.busy;
  return (
    <main>
      {waiting !== null && <Waiting text={waiting} />}
      {view.failure !== null && <FailureNotice failure={view.failure} />}
      <CurrentScreen key={view.serial} panel={panel} view={view} />
    </main>
  );
}

/** What is left to do when a screen cannot be drawn at all. */
function Broken({ onReturn }: { onReturn: () => void }) {
  return (
    <main>
      <Heading>Экран не открылся</Heading>
      <p>Это наша ошибка. Данные таблицы не пострадали.</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={onReturn}>
          К списку шагов
        </button>
      </div>
    </main>
  );
}

export function App({ panel }: { panel: Panel }) {
  const view = useView(panel);
  const [error, forgetError] = useErrorBoundary();
  useFocus(view);
  useRefresh(panel);
  if (error !== undefined) {
    const onReturn = () => {
      forgetError();
      void panel.goHome();
    };
    return <Broken onReturn={onReturn} />;
  }
  return (
    <>
      <Frame panel={panel} view={view} />
      <div class="spoken" role="status" aria-live="polite">
        {view.announcement}
      </div>
    </>
  );
}
