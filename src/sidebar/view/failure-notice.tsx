/** A failed call in words: what happened, why, what to do. */
import type { Failure } from "../server/failure";
import { Notice, Paragraphs } from "./parts";

/** The parts below the title; also the body of the screen of a lost run. */
export function FailureBody({ failure }: { readonly failure: Failure }) {
  const { text, advice, technical } = failure;
  return (
    <>
      <Paragraphs text={text} />
      {advice.length === 1 && <p>{advice[0]}</p>}
      {advice.length > 1 && (
        <ol class="advice">
          {advice.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {technical !== undefined && technical !== "" && (
        <details class="technical">
          <summary>Текст ошибки для специалиста</summary>
          <p class="lines">{technical}</p>
        </details>
      )}
    </>
  );
}

export function FailureNotice({ failure }: { readonly failure: Failure }) {
  return (
    <div role="alert" tabIndex={-1} data-failure>
      <Notice tone="error">
        <p class="notice-title">{failure.title}</p>
        <FailureBody failure={failure} />
      </Notice>
    </div>
  );
}
