/** The weekly letter is switched on, and nothing would send it. */
import { findRow } from "../../book/book";
import { scheduleOf } from "../digest/schedule";
import { type Check, remark } from "./check-type";

export const weeklyLetter: Check = (book) => {
  const row = findRow(book, "settings", "digest");
  return row !== null && scheduleOf(book).on && book.layout?.timer === false
    ? [
        remark(
          book,
          "settings",
          row,
          "value",
          "warning",
          "Еженедельное письмо включено, а расписания у Вашей учётной записи нет. Если письмо включали Вы, откройте «Еженедельное письмо…» и включите ещё раз; если другой человек, ничего не меняйте.",
        ),
      ]
    : [];
};
