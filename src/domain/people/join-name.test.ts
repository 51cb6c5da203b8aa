import { describe, expect, test } from "vitest";
import { joinName } from "./join-name";

describe("joinName", () => {
  test("joins the parts in the official order with single spaces", () => {
    expect(joinName(" Мамин-Лесной ", "Ян", "Глебович")).toBe(
      "Мамин-Лесной Ян Глебович",
    );
  });

  test("leaves out blank parts and dashes", () => {
    expect(joinName("Дубравин", "Матвей", "")).toBe("Дубравин Матвей");
    expect(joinName("Дубравин", "Матвей", "–")).toBe("Дубравин Матвей");
    expect(joinName("", " ", "-")).toBe("");
  });

  test("does not repeat what the surname's cell already has", () => {
    expect(joinName("Барвинкова Агата Львовна", "Агата", "Львовна")).toBe(
      "Барвинкова Агата Львовна",
    );
  });

  test("keeps a given name that equals the surname", () => {
    expect(joinName("Юрий", "Юрий", "Юрьевич")).toBe("Юрий Юрий Юрьевич");
  });
});
