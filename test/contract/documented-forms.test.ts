/** Forms: a second reader's checks of Google's reference, written before the host was asked. */
import { type Check, REFUSED, testDocumented } from "./documented-checks";

/** A published form in `f`, and `send` that answers one item of it. */
const form = (body: string): string =>
  `const f = FormApp.create('Ф').setTitle('Форма').setPublished(true); const send = (i, ...a) => f.createResponse().withItemResponse(i.createResponse(...a)).submit().getItemResponses()[0].getResponse(); ${body}`;

testDocumented([
  // The form itself.
  [
    "a new form",
    form(
      "return [f.getTitle(), f.getDescription(), f.getItems().length, f.getResponses().length, f.isAcceptingResponses(), f.isQuiz(), f.collectsEmail(), f.hasProgressBar(), f.getShuffleQuestions(), f.canEditResponse(), f.hasLimitOneResponsePerUser(), f.isPublishingSummary(), f.hasRespondAgainLink()];",
    ),
    [
      "Форма",
      "",
      0,
      0,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ],
  ],
  [
    "setters return the form",
    form(
      "return [f.setTitle('а'), f.setDescription('б'), f.setConfirmationMessage('в'), f.setAllowResponseEdits(true), f.setAcceptingResponses(true), f.setProgressBar(true), f.setShuffleQuestions(true), f.setCollectEmail(true), f.setShowLinkToRespondAgain(false), f.setCustomClosedFormMessage('г'), f.setLimitOneResponsePerUser(false)].every((x) => x.getId() === f.getId());",
    ),
    true,
  ],
  [
    "addresses",
    form(
      "return [f.getEditUrl().includes('/forms/d/' + f.getId()), /\\/viewform$/.test(f.getPublishedUrl()), f.getPublishedUrl() === f.getEditUrl()];",
    ),
    [true, true, false],
  ],
  [
    "a form is opened again by id and address",
    form(
      "return [FormApp.openById(f.getId()).getTitle(), FormApp.openByUrl(f.getEditUrl()).getId() === f.getId()];",
    ),
    ["Форма", true],
  ],
  ["a form that is not there", "return FormApp.openById('нет');", REFUSED],
  [
    "a script of a spreadsheet has no active form",
    "return FormApp.getActiveForm();",
    null,
  ],
  [
    "a closed form takes nothing",
    form(
      "f.setAcceptingResponses(false).setCustomClosedFormMessage('закрыто'); try { f.createResponse().submit(); return 'принято'; } catch (e) { return [f.isAcceptingResponses(), f.getCustomClosedFormMessage()]; }",
    ),
    [false, "закрыто"],
  ],
  [
    "an item's place, title and help",
    form(
      "const i = f.addTextItem().setTitle('Имя').setHelpText('как в паспорте'); return [i.getIndex(), i.getTitle(), i.getHelpText(), i.isRequired(), String(i.getType()), typeof i.getId()];",
    ),
    [0, "Имя", "как в паспорте", false, "TEXT", "number"],
  ],
  [
    "kinds of items",
    form(
      "f.addTextItem(); f.addParagraphTextItem(); f.addMultipleChoiceItem(); f.addCheckboxItem(); f.addListItem(); f.addScaleItem(); f.addGridItem(); f.addCheckboxGridItem(); f.addDateItem(); f.addDateTimeItem(); f.addTimeItem(); f.addDurationItem(); f.addSectionHeaderItem(); f.addPageBreakItem(); return f.getItems().map((i) => String(i.getType()));",
    ),
    [
      "TEXT",
      "PARAGRAPH_TEXT",
      "MULTIPLE_CHOICE",
      "CHECKBOX",
      "LIST",
      "SCALE",
      "GRID",
      "CHECKBOX_GRID",
      "DATE",
      "DATETIME",
      "TIME",
      "DURATION",
      "SECTION_HEADER",
      "PAGE_BREAK",
    ],
  ],
  ["an unknown item is null", form("return f.getItemById(1234567);"), null],
  [
    "moving an item outside",
    form("f.addTextItem(); return f.moveItem(0, 5);"),
    REFUSED,
  ],
  [
    "deleting an item that is not there",
    form("return f.deleteItem(0);"),
    REFUSED,
  ],
  [
    "deleting by the item",
    form(
      "const i = f.addTextItem(); f.addDateItem(); f.deleteItem(i); return f.getItems().map((x) => String(x.getType()));",
    ),
    ["DATE"],
  ],
  [
    "duplicates stand at the end",
    form(
      "const i = f.addTextItem().setTitle('в'); f.addDateItem(); const d = i.duplicate(); return [d.getTitle(), d.getIndex(), d.getId() !== i.getId(), f.getItems().length];",
    ),
    ["в", 2, true, 3],
  ],

  // Choices.
  [
    "choices have values",
    form(
      "const i = f.addMultipleChoiceItem(); i.setChoices([i.createChoice('да'), i.createChoice('нет')]); return i.getChoices().map((c) => c.getValue());",
    ),
    ["да", "нет"],
  ],
  [
    "choices that lead to pages",
    form(
      "const i = f.addMultipleChoiceItem(); const p = f.addPageBreakItem().setTitle('Стр. 2'); i.setChoices([i.createChoice('дальше', p), i.createChoice('конец', FormApp.PageNavigationType.SUBMIT)]); const c = i.getChoices(); return [c[0].getGotoPage().getTitle(), String(c[1].getPageNavigationType())];",
    ),
    ["Стр. 2", "SUBMIT"],
  ],
  [
    "choices with and without pages are not mixed",
    form(
      "const i = f.addListItem(); const p = f.addPageBreakItem(); return i.setChoices([i.createChoice('а', p), i.createChoice('б')]);",
    ),
    REFUSED,
  ],
  [
    "a page break leads on or elsewhere",
    form(
      "const p = f.addPageBreakItem(); const a = String(p.getPageNavigationType()); p.setGoToPage(FormApp.PageNavigationType.SUBMIT); return [a, String(p.getPageNavigationType())];",
    ),
    ["CONTINUE", "SUBMIT"],
  ],

  // Answers.
  [
    "an answer in all kinds",
    form(
      "const t = f.addTextItem(); const p = f.addParagraphTextItem(); const m = f.addMultipleChoiceItem().setChoiceValues(['а', 'б']); const c = f.addCheckboxItem().setChoiceValues(['x', 'y', 'z']); const s = f.addScaleItem().setBounds(1, 5); const d = f.addDateItem(); const h = f.addTimeItem(); const u = f.addDurationItem(); const r = f.createResponse(); [t.createResponse('т'), p.createResponse('а\\nб'), m.createResponse('б'), c.createResponse(['z', 'x']), s.createResponse(4), d.createResponse(new Date(2026, 8, 5)), h.createResponse(9, 5), u.createResponse(1, 2, 3)].forEach((x) => r.withItemResponse(x)); r.submit(); return f.getResponses()[0].getItemResponses().map((x) => x.getResponse());",
    ),
    ["т", "а\nб", "б", ["x", "z"], "4", "2026-09-05", "09:05", "01:02:03"],
  ],
  [
    "grids",
    form(
      "const g = f.addGridItem().setRows(['р', 'с']).setColumns(['1', '2']); const k = f.addCheckboxGridItem().setRows(['р', 'с']).setColumns(['1', '2']); f.createResponse().withItemResponse(g.createResponse(['2', null])).withItemResponse(k.createResponse([['1', '2'], null])).submit(); return f.getResponses()[0].getItemResponses().map((x) => x.getResponse());",
    ),
    [
      ["2", null],
      [["1", "2"], null],
    ],
  ],
  [
    "a response's facts",
    form(
      "const t = f.addTextItem(); const r = f.createResponse().withItemResponse(t.createResponse('а')).submit(); return [typeof r.getId(), r.getTimestamp() instanceof Date, r.getRespondentEmail(), f.getResponse(r.getId()).getItemResponses()[0].getResponse()];",
    ),
    ["string", true, "", "а"],
  ],
  [
    "a response not yet sent has no id and no time",
    form("const r = f.createResponse(); return [r.getId(), r.getTimestamp()];"),
    [null, null],
  ],
  [
    "a sent response is sent",
    form(
      "f.addTextItem(); const r = f.createResponse(); r.submit(); return r.submit();",
    ),
    REFUSED,
  ],
  [
    "no answer is an empty text, or no answer at all",
    form(
      "const t = f.addTextItem(); const s = f.addScaleItem(); const r = f.createResponse().submit(); return [r.getResponseForItem(t).getResponse(), r.getResponseForItem(s), r.getItemResponses().length];",
    ),
    ["", null, 1],
  ],
  [
    "a required item needs an answer",
    form(
      "f.addTextItem().setRequired(true); return f.createResponse().submit();",
    ),
    REFUSED,
  ],
  [
    "the last answer to an item counts",
    form(
      "const t = f.addTextItem(); const r = f.createResponse().withItemResponse(t.createResponse('а')).withItemResponse(t.createResponse('б')).submit(); return r.getItemResponses().map((x) => x.getResponse());",
    ),
    ["б"],
  ],
  [
    "other answers of a choice",
    form(
      "const i = f.addMultipleChoiceItem().setChoiceValues(['а']).showOtherOption(true); const r = f.createResponse().withItemResponse(i.createResponse('своё')).submit(); return r.getItemResponses()[0].getResponse();",
    ),
    "своё",
  ],
  [
    "responses from a moment on",
    form(
      "f.addTextItem(); f.createResponse().submit(); return [f.getResponses(new Date(2000, 0, 1)).length, f.getResponses(new Date(2100, 0, 1)).length];",
    ),
    [1, 0],
  ],
  [
    "deleting answers",
    form(
      "f.addTextItem(); const a = f.createResponse().submit(); f.createResponse().submit(); f.deleteResponse(a.getId()); const n = f.getResponses().length; f.deleteAllResponses(); return [n, f.getResponses().length];",
    ),
    [1, 0],
  ],
  [
    "an answer that is not there",
    form("return f.deleteResponse('нет');"),
    REFUSED,
  ],
  [
    "the link that edits an answer",
    form(
      "f.setAllowResponseEdits(true).addTextItem(); const r = f.createResponse().submit(); return [/^https?:/.test(r.getEditResponseUrl()), r.getEditResponseUrl() !== f.getPublishedUrl()];",
    ),
    [true, true],
  ],
  [
    "a prefilled link holds the answers",
    form(
      "const t = f.addTextItem(); const u = f.createResponse().withItemResponse(t.createResponse('Анна и К')).toPrefilledUrl(); return [u.includes('usp=pp_url'), u.includes('entry.'), decodeURIComponent(u.replace(/\\+/g, ' ')).includes('Анна и К'), f.getResponses().length];",
    ),
    [true, true, true, 0],
  ],
  [
    "an answer of the wrong kind",
    form("return f.addTextItem().createResponse(['а']);"),
    REFUSED,
  ],
  [
    "a grid's answer of the wrong length",
    form(
      "return f.addGridItem().setRows(['р', 'с']).setColumns(['1']).createResponse(['1']);",
    ),
    REFUSED,
  ],

  // Rules of answers.
  [
    "a whole number",
    form(
      "const i = f.addTextItem().setValidation(FormApp.createTextValidation().requireWholeNumber().build()); return send(i, '1,5');",
    ),
    REFUSED,
  ],
  [
    "a number between",
    form(
      "const i = f.addTextItem().setValidation(FormApp.createTextValidation().setHelpText('1–5').requireNumberBetween(1, 5).build()); send(i, '3'); return send(i, '7');",
    ),
    REFUSED,
  ],
  [
    "an address of mail",
    form(
      "const i = f.addTextItem().setValidation(FormApp.createTextValidation().requireTextIsEmail().build()); send(i, 'a@b.ru'); return send(i, 'a.b.ru');",
    ),
    REFUSED,
  ],
  [
    "a length",
    form(
      "const i = f.addParagraphTextItem().setValidation(FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(3).build()); send(i, 'абв'); return send(i, 'абвг');",
    ),
    REFUSED,
  ],
  [
    "a number of ticks",
    form(
      "const i = f.addCheckboxItem().setChoiceValues(['а', 'б', 'в']).setValidation(FormApp.createCheckboxValidation().requireSelectAtMost(2).build()); send(i, ['а', 'б']); return send(i, ['а', 'б', 'в']);",
    ),
    REFUSED,
  ],
  [
    "exactly so many ticks",
    form(
      "const i = f.addCheckboxItem().setChoiceValues(['а', 'б']).setValidation(FormApp.createCheckboxValidation().requireSelectExactly(1).build()); return send(i, ['а', 'б']);",
    ),
    REFUSED,
  ],
  [
    "a rule taken away",
    form(
      "const i = f.addTextItem().setValidation(FormApp.createTextValidation().requireNumber().build()); return send(i.clearValidation(), 'текст');",
    ),
    "текст",
  ],
  [
    "a pattern that is found anywhere",
    form(
      "const i = f.addTextItem().setValidation(FormApp.createTextValidation().requireTextContainsPattern('[0-9]{2}').build()); return send(i, 'а12б');",
    ),
    "а12б",
  ],
  [
    "one answer a column",
    form(
      "const g = f.addGridItem().setRows(['р', 'с']).setColumns(['1', '2']).setValidation(FormApp.createGridValidation().requireLimitOneResponsePerColumn().build()); return send(g, ['1', '1']);",
    ),
    REFUSED,
  ],

  // The tab of answers.
  [
    "answers go to a tab of their own",
    form(
      "f.addTextItem().setTitle('Имя'); f.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId()); SpreadsheetApp.flush(); const t = ss.getSheets().find((x) => (x.getFormUrl() || '').includes(f.getId())); const r = [String(f.getDestinationType()), f.getDestinationId() === ss.getId(), t.getLastRow(), t.getRange('B1').getValue(), t.getFrozenRows()]; f.removeDestination(); ss.deleteSheet(t); return r;",
    ),
    ["SPREADSHEET", true, 1, "Имя", 1],
  ],
  [
    "answers are rows with their time",
    form(
      "const i = f.addTextItem().setTitle('Имя'); const n = f.addScaleItem().setTitle('Балл').setBounds(1, 5); f.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId()); f.createResponse().withItemResponse(i.createResponse('Анна')).withItemResponse(n.createResponse(4)).submit(); SpreadsheetApp.flush(); const t = ss.getSheets().find((x) => (x.getFormUrl() || '').includes(f.getId())); const row = t.getRange('A2:C2').getValues()[0]; const r = [row[0] instanceof Date, row[1], row[2]]; f.removeDestination(); const left = t.getFormUrl(); ss.deleteSheet(t); return [...r, left];",
    ),
    [true, "Анна", 4, null],
  ],
  [
    "answers before the link come along",
    form(
      "const i = f.addTextItem().setTitle('Имя'); f.createResponse().withItemResponse(i.createResponse('Рано')).submit(); f.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId()); SpreadsheetApp.flush(); const t = ss.getSheets().find((x) => (x.getFormUrl() || '').includes(f.getId())); const r = t.getRange('B2').getValue(); f.removeDestination(); ss.deleteSheet(t); return r;",
    ),
    "Рано",
  ],
  [
    "a new question is a new column at the right",
    form(
      "f.addTextItem().setTitle('А'); f.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId()); f.addTextItem().setTitle('Б'); f.moveItem(1, 0); SpreadsheetApp.flush(); const t = ss.getSheets().find((x) => (x.getFormUrl() || '').includes(f.getId())); const r = t.getRange('B1:C1').getValues()[0]; f.removeDestination(); ss.deleteSheet(t); return r;",
    ),
    ["А", "Б"],
  ],
  [
    "a destination that is not there",
    form(
      "return f.setDestination(FormApp.DestinationType.SPREADSHEET, 'нет');",
    ),
    REFUSED,
  ],

  // Quizzes, feedback, dates.
  [
    "dates without a year",
    form(
      "const i = f.addDateItem().setIncludesYear(false); return [i.includesYear(), f.addDateTimeItem().includesYear()];",
    ),
    [false, true],
  ],
  [
    "a scale's labels",
    form(
      "const i = f.addScaleItem().setLabels('плохо', 'хорошо'); return [i.getLeftLabel(), i.getRightLabel(), f.addScaleItem().getLeftLabel()];",
    ),
    ["плохо", "хорошо", ""],
  ],
  [
    "items are seen by their general class and turned into their own",
    form(
      "f.addListItem().setTitle('в').setChoiceValues(['а']); const i = f.getItems()[0]; return [i.asListItem().getChoices()[0].getValue(), i.asListItem().getId() === i.getId()];",
    ),
    ["а", true],
  ],
] satisfies readonly Check[]);
