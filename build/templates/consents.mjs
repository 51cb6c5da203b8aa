/**
 * Consents, one sheet per person and kind: since 01.09.2025 a consent is a
 * document of its own (152-ФЗ, article 9, part 1). Tags are filled by
 * `consentData` of src/domain/documents/consent-documents.ts.
 */
import { AlignmentType } from "docx";
import { cell, paragraph, row } from "./blocks.mjs";
import { sheets } from "./skeleton.mjs";

const LINE = "_".repeat(78);
const HALF_LINE = "_".repeat(44);

export const CONSENTS = {
  "consent-processing": () =>
    consent("СОГЛАСИЕ", "на обработку персональных данных", [
      ...signer("даю согласие на обработку персональных данных"),
      ...operator(),
      points([
        "Цель: участие в программе наставничества – учёт участников, подбор наставнических пар и групп, встречи, персонализированные программы, анкетирование, подготовка приказов и отчётности организации.",
        "Данные: фамилия, имя, отчество; дата или год рождения; телефон и адрес электронной почты (для несовершеннолетнего – законного представителя); место работы и должность либо класс (группа); стаж, темы запроса или помощи, интересы, удобное время; ответы на анкеты, сведения о встречах и результатах программы. Сведения о здоровье и другие специальные категории не обрабатываются.",
        "Действия: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, передача учредителю и органам управления образованием в составе отчётности, обезличивание, блокирование, удаление, уничтожение – с использованием средств автоматизации и без них. Распространение этим согласием не разрешается.",
        `Обработка по поручению организации (кому; если никому – прочерк): ${HALF_LINE}`,
        TERM,
        "Отзыв: в любое время письменным заявлением в организацию; обработка прекращается, если закон не обязывает хранить данные дольше.",
      ]),
    ]),
  "consent-publication": () =>
    consent(
      "СОГЛАСИЕ",
      "на обработку персональных данных, разрешённых для распространения",
      [
        ...signer("разрешаю распространять персональные данные"),
        hand(`телефон, почта или почтовый адрес для связи: ${"_".repeat(34)}`),
        ...operator(),
        hand(`ИНН, ОГРН организации: ${"_".repeat(54)}`),
        points([
          "Цель: рассказать о программе наставничества, её участниках и результатах.",
          "Где: {site}",
          "Данные (нужное отметить): ☐ фамилия, имя, отчество; ☐ должность или класс; ☐ отзыв об участии; ☐ описание опыта пары (кейс); ☐ достижения в программе. Неотмеченное не распространяется.",
          `Условия и запреты для неограниченного круга лиц (по желанию): ${"_".repeat(18)}`,
          TERM,
          "Прекращение: в любое время по требованию, направленному в организацию; согласие прекращает действие, как только требование поступило.",
        ]),
      ],
    ),
  "consent-photo": () =>
    consent("СОГЛАСИЕ", "на фото- и видеосъёмку и использование изображений", [
      ...signer("даю согласие на съёмку и использование изображений"),
      ...operator(),
      points([
        "Что: фотографии и видеозаписи, сделанные на встречах и мероприятиях программы наставничества.",
        "Где (нужное отметить): ☐ в помещениях организации; ☐ на сайте {site}; ☐ на страницах организации в социальных сетях; ☐ в отчётах учредителю.",
        "Изображения используются безвозмездно, без имени и фамилии, если на их распространение нет отдельного согласия; не используются в рекламе и не передаются другим лицам.",
        TERM,
        "Отзыв: в любое время письменным заявлением; изображения снимаются с показа и удаляются со страниц организации.",
      ]),
    ]),
  "consent-participation": () =>
    consent("СОГЛАСИЕ", "на участие ребёнка в программе наставничества", [
      hand(`Я, ${LINE.slice(3)}`),
      note("(фамилия, имя, отчество законного представителя)"),
      hand("согласен (согласна), чтобы {name}{info}"),
      sheet(
        "участвовал(а) в программе наставничества организации: {organization}.",
      ),
      points([
        "Мне рассказали, зачем нужна программа, кто её куратор и как проходят встречи: в организации или онлайн, в согласованное время, бесплатно.",
        "Я узнаю имя наставника до первой встречи и могу попросить о замене.",
        "Участие добровольное: прекратить его можно в любое время, сообщив куратору; на учёбе это не скажется.",
        "Согласие действует до отзыва, но не дольше чем до {periodTo}",
      ]),
    ]),
  "consent-mentoring": () =>
    consent(
      "СОГЛАСИЕ",
      "на выполнение работы по наставничеству",
      [
        sheet(
          "Я, {name}{info}, согласен (согласна) по поручению работодателя выполнять работу по наставничеству (статья 351.8 Трудового кодекса Российской Федерации) в отношении: {mentees}.",
        ),
        points([
          ...WORK,
          "Мне известно, что я вправе досрочно отказаться от этой работы, а работодатель – досрочно отменить поручение, предупредив не менее чем за три рабочих дня.",
        ]),
      ],
      [right("{headTo}"), right("{organizationShort}"), right("от {from}")],
    ),
  "consent-agreement": () =>
    consent(
      "ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № ______",
      "к трудовому договору от ___.___.20___ № ______",
      [
        row([
          cell([paragraph("{city}", { style: "Hand" })], 85),
          cell(
            [
              paragraph(DATE, {
                style: "Hand",
                alignment: AlignmentType.RIGHT,
              }),
            ],
            80,
          ),
        ]),
        sheet(
          "{organization} (работодатель) в лице: {head}, и {name}{info} (работник) договорились дополнить трудовой договор:",
          { spacing: { before: 120 } },
        ),
        points([
          "Работодатель поручает, а работник с письменного согласия выполняет наряду с основной работой работу по наставничеству (статья 351.8 Трудового кодекса Российской Федерации) в отношении: {mentees}.",
          ...WORK,
          "Работник вправе досрочно отказаться от наставничества, а работодатель – досрочно отменить поручение, предупредив другую сторону не менее чем за три рабочих дня.",
          "Остальные условия трудового договора не меняются. Соглашение действует со дня подписания, составлено в двух экземплярах; экземпляр на руки получен: _______________ (подпись работника).",
        ]),
      ],
      [],
      [...sign("Работодатель: {headSign}"), ...sign("Работник: {signName}")],
    ),
};

/** Content, term, form and pay: what article 351.8 asks to be written down. */
const WORK = [
  "Содержание: помощь в освоении должности и работы на рабочем месте – совместное планирование, посещение и разбор занятий, консультации по персонализированной программе; дополнительно: ________________________________",
  "Форма: {workForm}.",
  "Срок: с {from1} по {periodTo}",
  "Выплата (размер или процент, условия и основание): ________________________________",
];

const TERM =
  "Срок: со дня подписания {term}, если согласие не отозвано раньше.";

const DATE = "«____» ______________ 20___ г.";

/** One sheet per item of `sheets`. */
function consent(title, about, body, head = [], signatures = null) {
  return [
    sheets([
      paragraph("{#sheets}"),
      // A new page each, so that nothing else stands on the sheet.
      hand("", { pageBreakBefore: true }),
      ...head,
      paragraph(title, {
        style: "Center",
        bold: true,
        spacing: { before: head.length === 0 ? 0 : 360 },
      }),
      paragraph(about, {
        style: "Center",
        bold: true,
        spacing: { after: 200 },
      }),
      ...body.flat(),
      ...(signatures ?? personSignatures()),
      paragraph("{/sheets}"),
    ]),
  ];
}

/** Who consents: the participant, or the parent for the child. */
function signer(verb) {
  return [
    paragraph("{#byParent}"),
    hand(`Я, ${LINE.slice(3)}`),
    note("(фамилия, имя, отчество законного представителя)"),
    ...identity(),
    hand(`законный представитель на основании: ${"_".repeat(40)}`),
    note("(свидетельство о рождении, акт об опеке: номер, дата)"),
    sheet(`${verb} ребёнка: {name}{info},`, { spacing: { before: 80 } }),
    ...identity("ребёнка"),
    paragraph("{/byParent}"),
    paragraph("{^byParent}"),
    sheet("Я, {name}{info},"),
    ...identity(),
    sheet(`${verb}, относящихся ко мне,`, { spacing: { before: 80 } }),
    paragraph("{/byParent}"),
  ];
}

/** Address and passport are written by hand only: they never enter the book. */
function identity(whose = "") {
  const of = whose === "" ? "" : ` ${whose}`;
  const rest = "_".repeat(68 - of.length);
  return [
    hand(`адрес${of}: ${rest}`),
    hand(`документ${of}: ${rest.slice(3)}`),
    note("(вид, серия и номер, кем и когда выдан)"),
  ];
}

function operator() {
  return [
    sheet("организации: {organization}, адрес: {address}.", {
      spacing: { before: 80, after: 80 },
    }),
  ];
}

function points(texts) {
  return texts.map((text, index) =>
    sheet(`${index + 1}. ${text}`, {
      spacing: { before: 40, line: 240 },
      // Justified text before a line to write on would be torn apart.
      ...(text.includes("____") ? { alignment: AlignmentType.LEFT } : {}),
    }),
  );
}

function personSignatures() {
  return [
    paragraph("{#signatures}"),
    ...sign("{label}"),
    paragraph("{/signatures}"),
  ];
}

/** Date, line to sign, name in full by hand. */
function sign(label) {
  return [
    hand(label, { spacing: { before: 240 }, keepNext: true }),
    row([
      cell([paragraph(DATE, { style: "Hand" })], 66),
      cell([paragraph("______________", { style: "Hand" })], 36),
      cell([paragraph("/ ________________________ /", { style: "Hand" })], 63),
    ]),
  ];
}

function sheet(text, options = {}) {
  return paragraph(text, { style: "Sheet", ...options });
}

function hand(text, options = {}) {
  return paragraph(text, { style: "Hand", ...options });
}

function right(text) {
  return paragraph(text, { style: "Hand", indent: { left: 4800 } });
}

function note(text) {
  return paragraph(text, { style: "Note" });
}
