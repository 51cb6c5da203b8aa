/** Forms behave as Google's do, as far as anybody has written down. */
import { beforeEach, describe, expect, test } from "vitest";
import { ItemType } from "../../host/services/form-enums";
import { FormApp } from "../../host/services/forms-app";
import type { Form } from "../../host/services/forms-form";
import { memoryWorkspace, type TestWorkspace } from "../support/workspace";

let host: TestWorkspace;
let app: FormApp;
let form: Form;

beforeEach(() => {
  host = memoryWorkspace();
  app = new FormApp(host.execution);
  form = app.create("Анкета наставника", true);
});

describe("a new form", () => {
  test("has no title until setTitle, and opens by its id", () => {
    expect(form.getTitle()).toBe("");

    form
      .setTitle("Анкета")
      .setDescription("Зачем")
      .setConfirmationMessage("Да");

    const again = app.openById(form.getId());
    expect(again.getTitle()).toBe("Анкета");
    expect(again.getDescription()).toBe("Зачем");
    expect(again.getConfirmationMessage()).toBe("Да");
  });

  test("made without being published takes no answers until published", () => {
    const draft = app.create("Черновик");
    expect(draft.isPublished()).toBe(false);
    expect(draft.isAcceptingResponses()).toBe(false);
    expect(() => draft.setAcceptingResponses(true)).toThrow("unpublished");
    expect(() => draft.createResponse().submit()).toThrow("not accepting");

    draft.setPublished(true);

    expect(draft.isAcceptingResponses()).toBe(true);
    draft.setAcceptingResponses(false);
    expect(draft.isPublished()).toBe(true);
    expect(draft.isAcceptingResponses()).toBe(false);
  });

  test("is not found by a wrong id", () => {
    expect(() => app.openById("constructor")).toThrow(
      "No item with the given ID could be found",
    );
  });
});

describe("items", () => {
  test("keep their order, move, and disappear", () => {
    const first = form.addTextItem().setTitle("Один");
    const second = form.addScaleItem().setTitle("Два");
    form.addSectionHeaderItem().setTitle("Три");

    form.moveItem(2, 0);
    form.deleteItem(first);

    expect(form.getItems().map((item) => item.getTitle())).toStrictEqual([
      "Три",
      "Два",
    ]);
    expect(form.getItemById(first.getId())).toBeNull();
    expect(form.getItems(ItemType.SCALE)).toHaveLength(1);
    expect(second.getIndex()).toBe(1);
    expect(() => first.getTitle()).toThrow("deleted");
    expect(() => form.deleteItem(7)).toThrow("no such item");
  });

  test("convert only to their own kind", () => {
    const id = form.addScaleItem().getId();

    const item = form.getItemById(id);

    expect(item?.asScaleItem().getUpperBound()).toBe(5);
    expect(() => item?.asTextItem()).toThrow(
      "Invalid conversion for item type: SCALE.",
    );
  });

  test("with choices start with one empty choice and refuse bad lists", () => {
    const list = form.addListItem();
    expect(list.getChoices().map((choice) => choice.getValue())).toStrictEqual([
      "",
    ]);
    expect(() => list.setChoiceValues([])).toThrow("Array is empty: values");
    expect(() => list.setChoiceValues(["а", "а"])).toThrow("twice");

    list.setChoices([list.createChoice("а"), list.createChoice("б")]);

    expect(list.getChoices().map((choice) => choice.getValue())).toStrictEqual([
      "а",
      "б",
    ]);
    expect(() => list.createResponse("в")).toThrow("not one of its choices");
  });

  test("scales take 0 or 1 up to 3…10 and cut decimals", () => {
    const scale = form.addScaleItem();

    scale.setBounds(0.9, 10.7).setLabels("плохо", "отлично");

    expect([scale.getLowerBound(), scale.getUpperBound()]).toStrictEqual([
      0, 10,
    ]);
    expect(() => scale.setBounds(2, 5)).toThrow("lower");
    expect(() => scale.setBounds(1, 11)).toThrow("upper");
    expect(() => scale.setBounds(1, 2)).toThrow("upper");
    expect(scale.createResponse(4).getResponse()).toBe("4");
    expect(() => scale.createResponse(11)).toThrow("integer");
  });

  test("dates are answered with a day of the script's zone", () => {
    const date = form.addDateItem();

    // 22:30 UTC is already the next day in Moscow.
    const response = date.createResponse(new Date("2026-08-31T22:30:00Z"));

    expect(response.getResponse()).toBe("2026-09-01");
  });
});

describe("answers given by a script", () => {
  test("come back with the form's items, ticks in the form's order", () => {
    const text = form.addTextItem().setTitle("Имя");
    const ticks = form.addCheckboxItem().setChoiceValues(["а", "б", "в"]);
    const scale = form.addScaleItem();
    const empty = form.addTextItem();

    const sent = form
      .createResponse()
      .withItemResponse(scale.createResponse(3))
      .withItemResponse(ticks.createResponse(["в", "а"]))
      .withItemResponse(text.createResponse("=1+1"))
      .submit();

    const stored = form.getResponse(sent.getId() ?? "");
    expect(
      stored.getItemResponses().map((one) => one.getResponse()),
    ).toStrictEqual(["=1+1", ["а", "в"], "3", ""]);
    expect(stored.getTimestamp()).toStrictEqual(
      new Date("2026-09-01T09:00:00.000Z"),
    );
    expect(stored.getItemResponses()[3]?.getItem().constructor.name).toBe(
      "Item",
    );
    expect(empty.getId()).not.toBe(text.getId());
  });

  test("are listed from a moment on, and can be deleted", () => {
    form.createResponse().submit();
    host.setNow("2026-09-02T09:00:00.000Z");
    const later = form.createResponse().submit();

    const from = form.getResponses(new Date("2026-09-01T09:00:00.001Z"));

    expect(form.getResponses()).toHaveLength(2);
    expect(from.map((one) => one.getId())).toStrictEqual([later.getId()]);
    form.deleteResponse(later.getId() ?? "");
    expect(form.getResponses()).toHaveLength(1);
    form.deleteAllResponses();
    expect(form.getResponses()).toHaveLength(0);
    expect(() => form.getResponse("нет")).toThrow("No response");
  });
});

test("forms are kept as plain JSON", () => {
  form.addTextItem().setTitle("Имя");
  form.createResponse().submit();
  const kept = host.workspace.storage.document<unknown>("forms", null).get();

  expect(JSON.parse(JSON.stringify(kept))).toStrictEqual(kept);
});
