/** One action before its preview: what it does and what it needs to know. */
import type { TargetedSubmitEvent } from "preact";
import type { ScreenProps } from "./app";
import { FieldView } from "./field-view";
import { BackLink, Heading, Notice, Paragraphs } from "./parts";

/** Keys of inputs that hold something the browser cannot make a value of. */
function brokenKeys(form: HTMLFormElement): ReadonlySet<string> {
  const inputs = form.querySelectorAll<HTMLInputElement>("input[data-key]");
  return new Set(
    Array.from(inputs)
      .filter((input) => input.validity.badInput)
      .map((input) => input.dataset["key"] ?? ""),
  );
}

export function ActionScreen({ panel, screen, isBusy }: ScreenProps<"action">) {
  const { card, values, errors } = screen.draft;
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void panel.preview(brokenKeys(event.currentTarget));
  };
  return (
    <>
      <BackLink caption="К списку шагов" isBusy={isBusy} onPress={panel.back} />
      <Heading>{card.title}</Heading>
      {screen.note !== undefined && (
        <Notice tone="warning">
          <p>{screen.note}</p>
        </Notice>
      )}
      <div class="intro">
        <Paragraphs text={card.intro} />
      </div>
      {card.blocked !== undefined ? (
        <>
          <Notice tone="warning">
            <p class="notice-title">Пока начать нельзя</p>
            <Paragraphs text={card.blocked} />
          </Notice>
          <div class="buttons">
            <button type="button" disabled={isBusy} onClick={panel.back}>
              Назад
            </button>
          </div>
        </>
      ) : (
        <form noValidate onSubmit={onSubmit}>
          {card.fields.map((field, index) => (
            <FieldView
              key={field.key}
              field={field}
              id={`field-${index}`}
              value={values.get(field.key) ?? null}
              error={errors.get(field.key) ?? null}
              isBusy={isBusy}
              onChange={(value) => panel.setValue(field.key, value)}
            />
          ))}
          <div class="buttons footer">
            <button type="submit" class="primary" disabled={isBusy}>
              Предпросмотр
            </button>
            <p class="note">Пока ничего не изменится.</p>
          </div>
        </form>
      )}
    </>
  );
}
