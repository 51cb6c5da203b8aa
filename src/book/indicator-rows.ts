/** The indicators of the kindergarten's regulation as live formulas over defined names. */
import { YOUNG_SPECIALIST } from "../domain/vocabulary";
import type { Values } from "./edits";
import {
  asFormula,
  atLeast,
  call,
  countIfs,
  type Formula,
  named,
  percentage,
  settingValue,
  text,
  whole,
} from "./formula";

type Indicator = {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly target: number;
  readonly part: Formula;
  readonly whole: Formula;
};

/** Satisfied respondents and all respondents of one questionnaire. */
function satisfaction(questionnaire: string): {
  part: Formula;
  whole: Formula;
} {
  const counted = [
    ["answers_kind", text(questionnaire)],
    ["answers_state", text("учтён")],
  ] as const;
  return {
    part: countIfs(...counted, [
      "answers_satisfaction",
      atLeast(settingValue("satisfiedFrom")),
    ]),
    whole: countIfs(...counted, ["answers_satisfaction", atLeast(whole(1))]),
  };
}

const INDICATORS: readonly Indicator[] = [
  {
    key: "young-mentees",
    name: "Доля педагогов, молодых специалистов, образовательной организации вошедших в программы наставничества в роли наставляемого",
    about:
      "Числитель: строки вкладки «Наставляемые» с категорией «молодой специалист», у которых есть утверждённая, действующая или завершённая пара. Знаменатель: значение «Молодых специалистов в организации» на вкладке «Настройки».",
    target: 70,
    part: countIfs(
      ["mentees_category", text(YOUNG_SPECIALIST)],
      ["mentees_paired", whole(1)],
    ),
    whole: settingValue("youngTotal"),
  },
  {
    key: "mentee-satisfaction",
    name: "Уровень удовлетворенности наставляемых участием в программах наставничества",
    about:
      "Числитель: учтённые ответы итоговой анкеты наставляемого со средним баллом не ниже порога на вкладке «Настройки». Знаменатель: все учтённые ответы этой анкеты.",
    target: 85,
    ...satisfaction("mentee-after"),
  },
  {
    key: "mentor-satisfaction",
    name: "Уровень удовлетворенности наставников участием в программах наставничества",
    about:
      "Числитель: учтённые ответы итоговой анкеты наставника со средним баллом не ниже порога на вкладке «Настройки». Знаменатель: все учтённые ответы этой анкеты.",
    target: 85,
    ...satisfaction("mentor-after"),
  },
];

/** Value of an indicator's own cell, found by its key. */
function own(column: string, key: string): Formula {
  return call(
    "INDEX",
    named(column),
    call("MATCH", text(key), named("indicators_id"), whole(0)),
  );
}

/** In words, not by colour: «выполнено», «не выполнено», «нет данных», «цель не задана». */
function stateFormula(key: string): Formula {
  const value = own("indicators_value", key);
  const target = own("indicators_target", key);
  return call(
    "IF",
    call("ISNUMBER", value),
    call(
      "IF",
      { text: `${target.text}=0` },
      text("цель не задана"),
      call(
        "IF",
        { text: `${value.text}>=${target.text}` },
        text("выполнено"),
        text("не выполнено"),
      ),
    ),
    text("нет данных"),
  );
}

/** Rows of Показатели: id and values. */
export function indicatorRows(): readonly {
  readonly id: string;
  readonly values: Values;
}[] {
  return INDICATORS.map((indicator) => ({
    id: indicator.key,
    values: {
      name: indicator.name,
      value: asFormula(percentage(indicator.part, indicator.whole)),
      part: asFormula(indicator.part),
      whole: asFormula(indicator.whole),
      target: indicator.target,
      state: asFormula(stateFormula(indicator.key)),
      about: indicator.about,
    },
  }));
}
