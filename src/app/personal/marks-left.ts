/** What a plan that makes documents by codes says of the names in them. */

export const MARKS_LEFT =
  "Вместо имён стоят пометки вида {{НСТ-014}}. Скачайте документ как .docx и впишите имена на своём компьютере: «Персональные данные → Вписать имена в документы…».";
