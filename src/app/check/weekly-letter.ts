/** The weekly letter is switched on, and nothing would send it. */
import { findRow } from "../../book/book";
import { scheduleOf } from "../digest/schedule";
import { type Check, remark } from "./check-type";

export const weeklyLetter: Check = (book) => {
  const row = findRow(book, "settings", "digest");
  const { count, isMine } = book.layout?.timer ?? {};
  return row !== null && scheduleOf(book).on && count === 0 && isMine
    ? [
        remark(
          book,
          "settings",
          row,
          "value",
          "warning",
          "Еженедельное письмо включено, а расписания у Вашей учётной записи нет. Выберите «Проверить и исправить»: расписание вернётся.",
        ),
      ]
    : [];
};
