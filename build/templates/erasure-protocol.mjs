/** Protocol of the erasure of personal data: codes, ground, places; no names. Tags are filled by `erasureProtocolData`. */
import { annexTable, cell, paragraph, row } from "./blocks.mjs";
import { portrait } from "./skeleton.mjs";

export function erasureProtocol() {
  return [
    portrait([
      paragraph("{organization}", { style: "Center", bold: true }),
      paragraph("ПРОТОКОЛ", {
        style: "Center",
        bold: true,
        spacing: { before: 360 },
      }),
      paragraph("удаления персональных данных", {
        style: "Center",
        bold: true,
        spacing: { after: 240 },
      }),
      row([
        cell([paragraph("{date}")], 90),
        cell([paragraph("№ ____________", { style: "Right" })], 80),
      ]),
      paragraph("{city}", { style: "Center", spacing: { after: 200 } }),
      body(
        "Из электронной таблицы программы наставничества удалены персональные данные участников. Участники названы кодами: {codes}.",
      ),
      body("Основание: {ground}."),
      body(
        "Удалены: фамилия, имя, отчество и контактные данные, дата и год рождения, сведения о работе или учёбе, запросы и темы, ответы на анкеты, тексты о парах и встречах. Оставлены без указания на человека: код, форма наставничества, даты и отметки, по которым считаются показатели.",
      ),
      body(
        "Способ: очистка ячеек таблицы, удаление ответов анкет и файлов средствами надстройки «Наставник». Отменить удаление нельзя.",
      ),
      body("Где удалено:", {
        spacing: { before: 160, after: 80 },
        keepNext: true,
      }),
      annexTable("places", [
        { header: "№", width: 12, lines: [{ text: "{index}" }] },
        { header: "Место", width: 98, lines: [{ text: "{place}" }] },
        { header: "Сколько", width: 60, lines: [{ text: "{amount}" }] },
      ]),
      body(
        "Этим действием не удалено, проверяется отдельно (отметить после проверки):",
        { spacing: { before: 240, after: 80 }, keepNext: true },
      ),
      paragraph("{#left}"),
      body("☐ {text}"),
      paragraph("{/left}"),
      body("Удаление выполнено под учётной записью: {who}.", {
        spacing: { before: 200 },
      }),
      paragraph("", { spacing: { before: 360 }, keepNext: true }),
      row([
        cell([paragraph("{position}")], 78),
        cell([paragraph("_______________", { style: "Center" })], 42),
        cell([paragraph("{name}", { style: "Right" })], 50),
      ]),
    ]),
  ];
}

function body(text, options = {}) {
  return paragraph(text, { style: "Body", ...options });
}
