/** A form linked to a tab writes answers there as text, and loses none. */
import { beforeEach, describe, expect, test } from "vitest";
import { DestinationType } from "../../host/services/form-enums";
import { FormApp } from "../../host/services/forms-app";
import type { Form } from "../../host/services/forms-form";
import { formsOf } from "../../host/services/forms-workspace";
import { memoryWorkspace, type TestWorkspace } from "../support/workspace";

let host: TestWorkspace;
let form: Form;

beforeEach(() => {
  host = memoryWorkspace();
  form = new FormApp(host.execution).create("Анкета наставника", true);
});

describe("a linked form", () => {
  const link = () => form.setDestination(DestinationType.SPREADSHEET, "book-1");
  const book = () => formsOf(host.workspace).context.book;
  const sheetId = () =>
    formsOf(host.workspace).get(form.getId())?.destination?.sheetId ?? "";
  const submit = (answers: Record<string, string | string[]>) =>
    formsOf(host.workspace).submit(form.getId(), answers);

  test("has no destination before, and none after it is taken away", () => {
    expect(() => form.getDestinationId()).toThrow(
      "The form currently has no response destination.",
    );
    link();
    expect(form.getDestinationId()).toBe("book-1");
    expect(form.getDestinationType()).toBe(DestinationType.SPREADSHEET);
    const url = host.workspace.book.facts().formUrls[sheetId()];
    expect(url).toBe(`http://localhost/forms/d/${form.getId()}/viewform`);
    const tab = sheetId();

    form.removeDestination();

    expect(() => form.getDestinationId()).toThrow("no response destination");
    expect(host.workspace.book.facts().formUrls).toStrictEqual({});
    expect(book().hasTab(tab)).toBe(true);
  });

  test("refuses a book that is not there", () => {
    expect(() =>
      form.setDestination(DestinationType.SPREADSHEET, "other"),
    ).toThrow("No item with the given ID");
  });

  test("writes texts as they are and days as dates under their questions", () => {
    const name = form.addTextItem().setTitle("ФИО");
    const about = form.addParagraphTextItem().setTitle("О себе");
    const ticks = form.addCheckboxItem().setTitle("Темы");
    ticks.setChoiceValues(["а", "б"]);
    const born = form.addDateItem().setTitle("Дата рождения");
    link();

    const { written } = submit({
      [name.getId()]: '=IMPORTXML("http://example.org";"//a")',
      [about.getId()]: "+7 900\n'строка",
      [ticks.getId()]: ["б", "а"],
      [born.getId()]: "2010-05-09",
    });

    expect(book().tabNames()).toStrictEqual(["Лист1", "Ответы на форму (1)"]);
    expect(book().values(sheetId())).toStrictEqual([
      ["Отметка времени", "ФИО", "О себе", "Темы", "Дата рождения"],
      [
        new Date("2026-09-01T09:00:00.000Z"),
        '=IMPORTXML("http://example.org";"//a")',
        "+7 900\n'строка",
        "а, б",
        new Date("2010-05-08T20:00:00.000Z"),
      ],
    ]);
    expect(
      host.workspace.book.worksheet(sheetId()).getCellMatrix().getValue(1, 1)
        ?.f,
    ).toBeFalsy();
    expect(written).toMatchObject({
      row: 1,
      columnCount: 5,
      values: [
        "01.09.2026 12:00:00",
        '=IMPORTXML("http://example.org";"//a")',
        "+7 900\n'строка",
        "а, б",
        "09.05.2010",
      ],
      namedValues: { Темы: ["а, б"] },
    });
  });

  test("questions named like parts of JavaScript do no harm", () => {
    form.addTextItem().setTitle("constructor");
    const second = form.addTextItem().setTitle("__proto__");
    link();

    const { written } = submit({ [second.getId()]: "x" });

    expect(written?.values).toStrictEqual(["01.09.2026 12:00:00", "", "x"]);
    expect(Object.entries(written?.namedValues ?? {})).toContainEqual([
      "__proto__",
      ["x"],
    ]);
  });

  test("adds columns for new questions and renames those nobody touched", () => {
    const name = form.addTextItem().setTitle("Имя");
    const age = form.addTextItem().setTitle("Возраст");
    link();
    book().write(sheetId(), 0, 2, [[{ text: "Моё название" }]]);

    name.setTitle("ФИО");
    age.setTitle("Сколько лет");
    form.addTextItem().setTitle("Новый");
    form.deleteItem(name);
    submit({ [age.getId()]: "30" });

    const [headers, row] = book().values(sheetId());
    expect(headers).toStrictEqual([
      "Отметка времени",
      "ФИО",
      "Моё название",
      "Новый",
    ]);
    expect(row?.slice(1)).toStrictEqual(["", "30"]);
  });

  test("finds its columns after the curator moved them", () => {
    const a = form.addTextItem().setTitle("А");
    const b = form.addTextItem().setTitle("Б");
    link();
    book().write(sheetId(), 0, 0, [
      [
        { text: "Б" },
        { text: "Заметки" },
        { text: "А" },
        { text: "Отметка времени" },
      ],
    ]);

    const { written } = submit({ [a.getId()]: "1", [b.getId()]: "2" });

    expect(book().values(sheetId())[1]?.slice(0, 3)).toStrictEqual([
      "2",
      "",
      "1",
    ]);
    expect(written?.values).toStrictEqual([
      "2",
      "",
      "1",
      "01.09.2026 12:00:00",
    ]);
  });

  test("an edited answer rewrites its own row, wherever it stands", () => {
    const name = form.addTextItem().setTitle("Имя");
    form.setAllowResponseEdits(true);
    link();
    const first = submit({ [name.getId()]: "Анна" });
    submit({ [name.getId()]: "Борис" });
    const rows = book().values(sheetId());
    // The curator sorted the tab the other way round.
    const moved = [rows[2], rows[1]].map((row) => [
      { moment: row?.[0] as Date },
      { text: String(row?.[1]) },
    ]);
    book().write(sheetId(), 1, 0, moved);
    host.setNow("2026-09-03T09:00:00.000Z");

    const edited = submit({
      [name.getId()]: "Анна Ивановна",
      edit2: first.response.editToken,
    });

    expect(edited.response.id).toBe(first.response.id);
    expect(edited.written?.row).toBe(2);
    expect(
      book()
        .values(sheetId())
        .map((row) => row[1]),
    ).toStrictEqual(["Имя", "Борис", "Анна Ивановна"]);
    expect(form.getResponses()).toHaveLength(2);
    expect(() =>
      submit({ [name.getId()]: "Чужой", edit2: "выдумано" }),
    ).toThrow("ссылка недействительна");
  });

  test("loses no answer when the tab is deleted, and copies all to a new one", () => {
    const name = form.addTextItem().setTitle("Имя");
    link();
    submit({ [name.getId()]: "Анна" });
    host.workspace.book.mutate("sheet.mutation.remove-sheet", {
      subUnitId: sheetId(),
      subUnitName: "Ответы на форму (1)",
    });

    const { written } = submit({ [name.getId()]: "Борис" });

    expect(written).toBeNull();
    expect(() => form.getDestinationId()).toThrow("no response destination");
    link();
    expect(
      book()
        .values(sheetId())
        .map((row) => row[1]),
    ).toStrictEqual(["Имя", "Анна", "Борис"]);
  });

  test("keeps 1,200 answers in a tab that starts with 1,000 rows", () => {
    const name = form.addTextItem().setTitle("Имя");
    for (let number = 1; number <= 1200; number += 1) {
      form
        .createResponse()
        .withItemResponse(name.createResponse(String(number)))
        .submit();
    }

    link();
    submit({ [name.getId()]: "последний" });

    const values = book().values(sheetId());
    expect(values).toHaveLength(1202);
    expect(values[1201]?.[1]).toBe("последний");
  });
});
