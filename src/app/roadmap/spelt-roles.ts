/** Abbreviations of the people in a roadmap: shown, and spelt out when asked. */

import type { Stage } from "../../domain/roadmap/roadmap";
import {
  abbreviations,
  fullRole,
  splitRoles,
} from "../../domain/roadmap/role-names";
import type { Field, Section } from "../../shared/rpc";

/** The input that asks for it. */
export const SPELL = "spell";

const peopleOf = (stages: readonly Stage[]) =>
  stages.flatMap(({ responsible, participants }) => [
    responsible,
    participants,
  ]);

/** The stages with people as roles in full, «;» between them. */
export function speltOut(stages: readonly Stage[]): readonly Stage[] {
  const spelt = (text: string) => splitRoles(text).map(fullRole).join("; ");
  return stages.map((stage) => ({
    ...stage,
    responsible: spelt(stage.responsible),
    participants: spelt(stage.participants),
  }));
}

/** What the abbreviations mean; null when there are none. */
export function rolesAsked(
  stages: readonly Stage[],
  spell: boolean,
): { readonly section: Section; readonly fields: readonly Field[] } | null {
  const found = abbreviations(peopleOf(stages));
  return found.length === 0
    ? null
    : {
        section: {
          title: "Сокращения ответственных и участников",
          headers: ["В карте", "Полностью"],
          rows: found.map((pair) => [...pair]),
        },
        fields: [
          {
            key: SPELL,
            label: "Записать ответственных полностью",
            kind: "yesno",
            hint: "Сокращения раскроются, роли разделятся точкой с запятой.",
            value: spell,
          },
        ],
      };
}
