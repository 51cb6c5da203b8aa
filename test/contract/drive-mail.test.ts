/** MailApp writes to the outbox and keeps Google's limits. */
import { beforeEach, expect, test } from "vitest";
import { BlobObject } from "../../host/services/blob";
import { MailApp, mailOf } from "../../host/services/mail";
import { memoryWorkspace, type TestWorkspace } from "../support/workspace";

let host: TestWorkspace;
let mail: MailApp;

beforeEach(() => {
  host = memoryWorkspace();
  mail = new MailApp(host.execution);
});

test("every way to call sendEmail fills the same fields", () => {
  const blob = new BlobObject(Buffer.from("x"), "text/plain", "план.ics");
  mail.sendEmail("a@example.org", "Тема", "Текст", {
    cc: "b@example.org",
    htmlBody: "<p>Текст</p>",
    attachments: [blob],
  });
  mail.sendEmail("a@example.org", "r@example.org", "Тема", "Текст");
  mail.sendEmail({ to: "a@example.org", subject: "Тема", body: "Текст" });

  const letters = mailOf(host.workspace).letters();

  expect(
    letters.map(({ to, subject, body }) => [to, subject, body]),
  ).toStrictEqual(
    Array.from({ length: 3 }, () => ["a@example.org", "Тема", "Текст"]),
  );
  expect(letters[0]).toMatchObject({
    cc: "b@example.org",
    attachments: ["план.ics"],
    sentAt: "2026-09-01T09:00:00.000Z",
    from: "curator@example.org",
  });
  expect(letters[1]?.replyTo).toBe("r@example.org");
});

test("bad addresses and unknown options are refused, nothing is kept", () => {
  expect(() => mail.sendEmail("нет", "т", "т")).toThrow("Invalid email: нет");
  expect(() => mail.sendEmail("", "т", "т")).toThrow("no recipient");
  expect(() => mail.sendEmail("a@b.ru,c", "т", "т")).toThrow(
    "Invalid email: c",
  );
  expect(() => mail.sendEmail("a@b.ru")).toThrow("signature");
  expect(() =>
    mail.sendEmail({ to: "a@b.ru", subject: "", body: "", важность: 1 }),
  ).toThrow("важность");
  expect(() =>
    mail.sendEmail("a@b.ru", "т", "т", { attachments: ["файл"] }),
  ).toThrow("Invalid argument: attachments");
  expect(() => mail.sendEmail("a@b.ru", "т", "т", { replyTo: "нет" })).toThrow(
    "Invalid email: нет",
  );

  expect(mailOf(host.workspace).letters()).toStrictEqual([]);
});

test("attachments and pictures can be read again, each as it was given", () => {
  const png = Buffer.from("89504e470d0a", "hex");
  mail.sendEmail({
    to: "a@example.org",
    name: "Школа № 3",
    replyTo: "r@example.org",
    noReply: true,
    subject: "Приказ",
    body: "Приказ во вложении",
    htmlBody: '<p>Приказ</p><img src="cid:logo"><img src="cid:нет">',
    attachments: [
      new BlobObject(Buffer.from("один"), "text/plain", "один.txt"),
      { fileName: "два.csv", mimeType: "text/csv", content: "а;б" },
    ],
    inlineImages: { logo: new BlobObject(png, "image/png", "logo.png") },
  });
  const outbox = mailOf(host.workspace);
  const [letter] = outbox.views();
  const id = letter?.id ?? "";

  expect(letter).toMatchObject({
    senderName: "Школа № 3",
    replyTo: "r@example.org",
    isHtml: true,
    attachments: [
      { index: 0, name: "один.txt", size: 8 },
      { index: 1, name: "два.csv", size: 5 },
    ],
  });
  expect(outbox.html(id)).toBe(
    '<p>Приказ</p><img src="data:image/png;base64,iVBORw0K"><img src="cid:нет">',
  );
  expect(outbox.attachment(id, 1)?.bytes).toStrictEqual(
    new Uint8Array(Buffer.from("а;б")),
  );
  expect(outbox.attachment(id, 2)).toBe(null);
  expect(outbox.attachment("нет", 0)).toBe(null);
});

test("a letter over 25 MB or 250 attachments is refused", () => {
  const big = new BlobObject(Buffer.alloc(13 * 1024 * 1024), "text/plain", "a");
  const small = new BlobObject(Buffer.from("x"), "text/plain", "x");
  const send = (attachments: readonly BlobObject[]) => () =>
    mail.sendEmail("a@b.ru", "т", "т", { attachments });

  expect(send([big, big])).toThrow("Email Total Attachments Size");
  expect(send(Array.from({ length: 251 }, () => small))).toThrow(
    "Email Attachments Per Message",
  );
  expect(mailOf(host.workspace).letters()).toStrictEqual([]);
});

test("the day's quota counts recipients and starts anew the next day", () => {
  const fifty = Array.from({ length: 50 }, (_, i) => `p${i}@example.org`);
  mail.sendEmail(fifty.join(","), "т", "т");
  mail.sendEmail(fifty.slice(1).join(","), "т", "т");
  expect(mail.getRemainingDailyQuota()).toBe(1);
  expect(() => mail.sendEmail("a@b.ru, c@b.ru", "т", "т")).toThrow(
    "Service invoked too many times for one day: email.",
  );

  host.setNow("2026-09-02T09:00:00.000Z");

  expect(mail.getRemainingDailyQuota()).toBe(100);
  expect(() =>
    mail.sendEmail([...fifty, "z@b.ru"].join(","), "т", "т"),
  ).toThrow("Recipients Per Message");
  expect(() => mail.sendEmail("a@b.ru", "т", "я".repeat(110_000))).toThrow(
    "Email Body Size",
  );
});
