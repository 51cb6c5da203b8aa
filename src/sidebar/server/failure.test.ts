/** Known texts of Google, in both languages, lead to the right advice. */
import { expect, test } from "vitest";
import { explainFailure } from "./failure";

const SEVERAL_ACCOUNTS = "Google не пустил панель к таблице";
const PERMISSION = "Не хватает разрешения";
const CONNECTION = "Нет связи с Google";
const TIME = "Google остановил работу по времени";
const LIMITS = "Google просит подождать";
const UPDATED = "Панель устарела";
const UNKNOWN = "Что-то пошло не так";

test.each([
  [
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    SEVERAL_ACCOUNTS,
  ],
  [
    "К сожалению, произошла ошибка сервера при чтении из хранилища. Код ошибки: PERMISSION_DENIED.",
    SEVERAL_ACCOUNTS,
  ],
  ["ScriptError: PERMISSION_DENIED", SEVERAL_ACCOUNTS],
  ["Authorization is required to perform that action.", PERMISSION],
  ["Authorisation is required to perform that action.", PERMISSION],
  [
    "Exception: You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail",
    PERMISSION,
  ],
  [
    "Specified permissions are not sufficient to call FormApp.openById.",
    PERMISSION,
  ],
  ["Для выполнения этого действия требуется авторизация.", PERMISSION],
  [
    "Указанных разрешений недостаточно для вызова FormApp.openById.",
    PERMISSION,
  ],
  ["NetworkError: Connection failure due to HTTP 0", CONNECTION],
  ["TypeError: Failed to fetch", CONNECTION],
  ["Exceeded maximum execution time", TIME],
  ["Превышено максимальное время выполнения", TIME],
  ["Service invoked too many times for one day: email.", LIMITS],
  ["There are too many simultaneous invocations: Spreadsheets", LIMITS],
  ["Служба вызвана слишком много раз за один день: email.", LIMITS],
  ["Script function not found: rpc", UPDATED],
  ["Exception: Something nobody has seen", UNKNOWN],
  ["", UNKNOWN],
])("explains «%s» as «%s»", (message, title) => {
  const failure = explainFailure(new Error(message), true);

  expect(failure.title).toBe(title);
  expect(failure.kind).toBe("unreachable");
  expect(failure.advice.length).toBeGreaterThan(0);
});

test("blames the connection when the browser is offline", () => {
  expect(explainFailure(new Error("whatever"), false).title).toBe(CONNECTION);
});

test.each([[null], [undefined], [42], ["text"], [{ message: { a: 1 } }]])(
  "takes %s for an error without breaking",
  (thrown) => {
    expect(explainFailure(thrown, true).title).toBe(UNKNOWN);
  },
);

test("keeps the original text for a specialist", () => {
  expect(explainFailure(new Error("odd <b>text</b>"), true).technical).toBe(
    "Error: odd <b>text</b>",
  );
});
