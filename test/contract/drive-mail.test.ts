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
    mail.sendEmail({ to: "a@b.ru", subject: "", body: "", inlineImages: {} }),
  ).toThrow("inlineImages");

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
