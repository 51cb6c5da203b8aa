/** Drawer: the answers of one form, counted by question or one by one. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { FormResults as Results } from "../types";
import { fetchFormResults } from "./connection";
import { formatMoment } from "./format";

/** More are shown on request, so that a thousand answers do not slow the page. */
const SHOWN_AT_ONCE = 100;

type Props = {
  readonly form: { readonly id: string; readonly title: string };
  /** Another value when there may be further answers. */
  readonly changed: unknown;
  readonly onBack: () => void;
};

export function FormResults({ form, changed, onBack }: Props) {
  const [results, setResults] = useState<Results | string | null>(null);
  const [isOneByOne, setOneByOne] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when something changed
  useEffect(() => {
    let isWanted = true;
    fetchFormResults(form.id).then(
      (loaded) => isWanted && setResults(loaded),
      (error: unknown) =>
        isWanted &&
        setResults(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [form.id, changed]);

  return (
    <section class="results" aria-label={`Ответы: ${form.title}`}>
      <div class="results-bar">
        <button type="button" onClick={onBack} ref={back}>
          ← Все формы
        </button>
        <h3>{form.title}</h3>
        <button
          type="button"
          aria-pressed={!isOneByOne}
          onClick={() => setOneByOne(false)}
        >
          По вопросам
        </button>
        <button
          type="button"
          aria-pressed={isOneByOne}
          onClick={() => setOneByOne(true)}
        >
          По одному
        </button>
      </div>
      <Shown results={results} isOneByOne={isOneByOne} />
    </section>
  );
}

function Shown(props: {
  readonly results: Results | string | null;
  readonly isOneByOne: boolean;
}) {
  const { results, isOneByOne } = props;
  if (results === null) return <p role="status">Загружаем…</p>;
  if (typeof results === "string") {
    return (
      <p role="alert" class="error-text">
        Ответы не загрузились: {results}
      </p>
    );
  }
  if (results.responses.length === 0) return <p>Ответов пока нет.</p>;
  return isOneByOne ? (
    <OneByOne results={results} />
  ) : (
    <Summary results={results} />
  );
}

function Summary({ results }: { readonly results: Results }) {
  return (
    <>
      <p role="status">Ответов: {results.responses.length}</p>
      {results.questions.map(({ id, title, answered, counts }) => (
        <section key={id}>
          <h4>{title || "Вопрос без названия"}</h4>
          {counts === null ? (
            <p>Ответили: {answered}</p>
          ) : (
            <table class="counts">
              <thead>
                <tr>
                  <th>Вариант</th>
                  <th>Выбрали</th>
                </tr>
              </thead>
              <tbody>
                {counts.map(({ choice, number }) => (
                  <tr key={choice}>
                    <td>{choice}</td>
                    <td>
                      {number}
                      {share(number, answered)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </>
  );
}

/** Of those who answered the question. */
function share(number: number, answered: number): string {
  return answered === 0 ? "" : ` (${Math.round((number / answered) * 100)} %)`;
}

function OneByOne({ results }: { readonly results: Results }) {
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { questions, responses } = results;
  return (
    <>
      {responses.slice(0, limit).map(({ id, at, email, answers }) => (
        <details key={id} class="letter">
          <summary>
            {[formatMoment(at), ...(email === "" ? [] : [email])].join(" · ")}
          </summary>
          <dl>
            {questions.map((question, index) => [
              <dt key={`${question.id} title`}>
                {question.title || "Вопрос без названия"}
              </dt>,
              <dd key={question.id}>{answers[index] || "нет ответа"}</dd>,
            ])}
          </dl>
        </details>
      ))}
      {responses.length > limit && (
        <button type="button" onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
          Показать ещё ({responses.length - limit})
        </button>
      )}
    </>
  );
}
