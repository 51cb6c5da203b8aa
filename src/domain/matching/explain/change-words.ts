/** Russian words for changes that would help. */
import { counted } from "../../language/plural";
import { valuesOf } from "../answers";
import type { Participant } from "../participant";
import { placesOf } from "../place-locks";
import type { Scene } from "../scene";
import type { NameOf } from "./explanation";
import type { Trial, Tried } from "./trials";
import type { TriedTwo } from "./two-changes";

const PLACES = ["место", "места", "мест"] as const;

export function changesHeading(
  what: "helps" | "two" | "others" | "nothing" | "contradiction",
): string {
  switch (what) {
    case "helps":
      return "Что поможет (каждое изменение проверено новым подбором).";
    case "two":
      return "Одного небольшого изменения мало: помогут два вместе (каждое сочетание проверено новым подбором).";
    case "others":
      return "Здесь ни одно небольшое изменение не поможет, но поможет другим.";
    case "nothing":
      return "Ничего не поможет: ни одно небольшое изменение пары не даёт, и два ближайших вместе тоже.";
    case "contradiction":
      return "Правила пар противоречат друг другу, подбор невозможен. Сначала исправьте правила.";
  }
}

/** «Добавить место – НМ-12 (станет 2): пара появится (всего пар: +1).» */
export function changeWords(
  scene: Scene,
  nameOf: NameOf,
  tried: Tried,
): string {
  return `${deed(scene, nameOf, tried)}: ${effect(tried)}.`;
}

/** «Получить согласие наставника – НМ-12 и добавить место – НМ-12 (станет 2): …» */
export function twoWords(
  scene: Scene,
  nameOf: NameOf,
  { first, second, gain }: TriedTwo,
): string {
  const tried = (one: Trial): Tried => ({ ...one, gain, helps: true });
  const then = deed(scene, nameOf, second);
  const both = `${deed(scene, nameOf, tried(first))} и ${then.charAt(0).toLowerCase()}${then.slice(1)}`;
  return `${both}: ${effect({ ...second, gain })}.`;
}

function effect({ gain, helps }: Tried): string {
  const all = `всего пар: ${gain < 0 ? "−" : "+"}${Math.abs(gain)}`;
  if (!helps) {
    return `здесь пара не появится, но появится у других (${all})`;
  }
  return gain > 0
    ? `пара появится (${all})`
    : `пара появится за счёт других (${all})`;
}

function deed(scene: Scene, nameOf: NameOf, tried: Tried): string {
  const { kind, amount, alteration } = tried;
  const who = tried.mentorId === null ? "" : ` – ${nameOf(tried.mentorId)}`;
  switch (kind) {
    case "two":
      throw new RangeError("deed: two changes are told by twoWords");
    case "rerun":
      return "Повторить подбор";
    case "own-consent":
      return "Получить согласие";
    case "own-form":
      return `Указать форму наставничества${formOf(alteration)}`;
    case "own-status":
      return "Вернуть в программу, исправив статус";
    case "mentor-consent":
      return `Получить согласие наставника${who}`;
    case "mentor-form":
      return `Указать форму наставничества${formOf(alteration)}${who}`;
    case "mentor-status":
      return `Вернуть наставника в программу${who}`;
    case "reserve":
      return amount === 0
        ? `Снять резерв наставника${who}`
        : `Уменьшить резерв наставника${who} (останется ${amount})`;
    case "place":
      return `Добавить ${amount === 1 ? "место" : counted(amount ?? 1, PLACES)}${who}${willBe(alteration)}`;
    case "never":
      return `Снять запрет пары${who}`;
    case "soften":
      return `${named(scene, tried)}: сделать «важно» вместо «обязательно»`;
    case "gap":
      return `${named(scene, tried)}: допустить на 1 больше${limits(scene, tried)}`;
    case "threshold":
      return `Порог балла ${amount} вместо ${scene.rules.minScore}`;
    case "new-mentor":
      return newMentor(scene, alteration);
  }
}

function personOf(alteration: Tried["alteration"]): Participant | null {
  return alteration?.kind === "mentor" || alteration?.kind === "mentee"
    ? alteration.person
    : null;
}

function formOf(alteration: Tried["alteration"]): string {
  const form = personOf(alteration)?.form ?? null;
  return form === null ? "" : ` «${form}»`;
}

function willBe(alteration: Tried["alteration"]): string {
  const person = personOf(alteration);
  return person === null ? "" : ` (станет ${placesOf(person)})`;
}

function named({ criteria }: Scene, { criterion }: Tried): string {
  const name = criteria.find(({ key }) => key === criterion)?.name ?? "";
  return `Критерий «${name.replace(/\s+/g, " ").trim()}»`;
}

function limits({ criteria }: Scene, { criterion, amount }: Tried): string {
  const limit = criteria.find(({ key }) => key === criterion)?.limit;
  if (limit === null || limit === undefined || amount === null) {
    return "";
  }
  const before = amount - 1 === limit.to ? limit.to : limit.from;
  return ` (предел ${amount} вместо ${before})`;
}

/** Only topics and times are quoted: other answers may be nobody's business. */
function newMentor(scene: Scene, alteration: Tried["alteration"]): string {
  const person = personOf(alteration);
  if (person === null) {
    return "Новый наставник";
  }
  const inUse = scene.criteria.filter(({ weight }) => weight !== "off");
  const wanted = [
    ["topics", "темы"],
    ["time", "время"],
  ].flatMap(([key, word]) => {
    const field = inUse.find((one) => one.key === key)?.mentorField ?? "";
    const values = [...valuesOf(person.answers[field]).values()];
    return values.length === 0
      ? []
      : [`${word} – ${values.map((value) => `«${value}»`).join(", ")}`];
  });
  return [
    `Новый наставник${formOf(alteration)}`,
    ...wanted,
    counted(placesOf(person), PLACES),
  ].join(", ");
}
