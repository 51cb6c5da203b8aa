/** Order that assigns mentors to mentees, with the table of pairs as annex 1. */
import {
  acquaintance,
  annexTable,
  orderHead,
  paragraph,
  point,
  signature,
} from "./blocks.mjs";
import { landscape, portrait } from "./skeleton.mjs";

/** Sections of the template; tags are filled by `pairingOrderData`. */
export function pairingOrder() {
  return [portrait(order()), landscape(annex())];
}

function order() {
  return [
    ...orderHead(),
    paragraph("{preamble}", { style: "Body" }),
    paragraph("ПРИКАЗЫВАЮ:", {
      bold: true,
      spacing: { before: 160, after: 160 },
      keepNext: true,
    }),
    point(
      "Закрепить наставнические пары (группы) на период с {periodFrom} по {periodTo} согласно приложению № 1 к настоящему приказу.",
    ),
    point("Наставникам, указанным в приложении № 1:", 0, { keepNext: true }),
    point(
      "совместно с наставляемыми разработать персонализированные программы наставничества и передать их куратору в срок до {programDeadline};",
      1,
    ),
    point(
      "проводить встречи по плану программы и сообщать куратору об их результатах.",
      1,
    ),
    point("{curatorAddress}:", 0, { keepNext: true }),
    point("вести учёт наставнических пар (групп) и проведённых ими встреч;", 1),
    point(
      "оказывать наставникам методическую помощь и следить за ходом персонализированных программ;",
      1,
    ),
    point(
      "по завершении программ подготовить сводную справку об их итогах.",
      1,
    ),
    paragraph("{#hasEmployeePairs}"),
    point(
      "С наставниками, которым поручается помощь другим работникам организации, до начала этой работы оформить дополнительные соглашения к трудовым договорам и указать в них содержание, срок и форму наставничества, размер и условия выплат (статья 351.8 Трудового кодекса Российской Федерации).",
    ),
    paragraph("{/hasEmployeePairs}"),
    point("Контроль за исполнением приказа {control}", 0, { keepNext: true }),
    ...signature(),
    ...acquaintance(),
  ];
}

function annex() {
  return [
    paragraph("Приложение № 1", { style: "Right" }),
    paragraph("к приказу от {shortDate} № {number}", { style: "Right" }),
    paragraph("Наставнические пары (группы) на {schoolYear} учебный год", {
      style: "Center",
      bold: true,
      spacing: { before: 200, after: 200 },
    }),
    annexTable("pairs", [
      { header: "№", width: 9, lines: [{ text: "{index}" }] },
      {
        header: "Ф.И.О. наставника, должность",
        width: 48,
        lines: [
          { text: "{mentorName}{#hasMentorPosition}," },
          { text: "{mentorPosition}{/hasMentorPosition}" },
        ],
      },
      {
        header: "Ф.И.О. наставляемого, должность/класс",
        width: 48,
        lines: [
          { text: "{menteeName}{#hasMenteePosition}," },
          { text: "{menteePosition}{/hasMenteePosition}" },
        ],
      },
      { header: "Форма", width: 28, lines: [{ text: "{form}" }] },
      { header: "Вид", width: 30, lines: [{ text: "{kind}" }] },
      {
        header: "Срок (с – по)",
        width: 27,
        lines: [{ text: "с {from}" }, { text: "по {to}" }],
      },
      {
        header: "Тема персонализированной программы",
        width: 42,
        lines: [{ text: "{topic}" }],
      },
      {
        header: "Согласие наставника (подпись)",
        width: 25,
        lines: [{ text: "" }],
      },
    ]),
  ];
}
