/** What is said of a consent that is missing: in lists, problems and reminders. */
import { formatDateShort } from "../language/dates";
import type { Birth, Iso } from "./age";
import { CONSENT_KIND, type ConsentKind, type Signer } from "./kinds";
import type { Standing } from "./standing";

const WHOSE: Readonly<Record<Signer, string>> = {
  parent: "родителя",
  self: "самого участника",
};

/** «истекло 31.05.2026, нужна подпись родителя» */
export function gapText(standing: Standing, birth: Birth): string {
  const { state, lacks, since, uncertain } = standing;
  const past =
    state === "withdrawn"
      ? `отозвано${onDay(since)}`
      : state === "expired"
        ? `истекло${onDay(since)}`
        : state === "issued"
          ? "выдано на подпись"
          : "не получено";
  const need = lacks.map((signer) => WHOSE[signer]).join(" и ");
  return [
    past,
    ...(need === "" ? [] : [`нужна подпись ${need}`]),
    ...(uncertain ? [doubt(birth)] : []),
  ].join(", ");
}

/** A day that could not be read is not shown. */
function onDay(day: Iso | null): string {
  return day === null || day < "1000" ? "" : ` ${formatDateShort(day)}`;
}

function doubt(birth: Birth): string {
  return typeof birth === "object" && "year" in birth
    ? `точный возраст неизвестен (год рождения ${birth.year}), поэтому на оба случая`
    : "возраст неизвестен: впишите год рождения";
}

/** Why a consent that is still valid is asked for anew. */
export const RENEWAL = {
  expires: "скоро истекает, подготовьте новое",
  cameOfAge:
    "участник стал совершеннолетним, нужно личное согласие; прежнее пока действует",
  mayComeOfAge:
    "в этом году совершеннолетие, день рождения не указан: после него нужно личное согласие",
} as const;

/** Text for a messenger. It names nobody: such chats are read by many. */
export function reminderText(
  kinds: readonly (readonly [ConsentKind, readonly Signer[]])[],
  organization: string,
  due: Iso | null,
): string {
  const lines = kinds.map(
    ([kind, signers]) =>
      `• ${CONSENT_KIND[kind]} – подпись ${signers.map((signer) => WHOSE[signer]).join(", ")}`,
  );
  return [
    `Здравствуйте! Для программы наставничества${organization === "" ? "" : ` (${organization})`} не хватает согласий:`,
    ...lines,
    `Каждое согласие – отдельный лист. Пожалуйста, заполните от руки и передайте куратору${due === null ? "" : ` до ${formatDateShort(due)}`}. Фото документов в чат не присылайте.`,
  ].join("\n");
}
