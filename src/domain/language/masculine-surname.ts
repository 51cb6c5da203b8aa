/** Men's surnames on a consonant, «ь» or «й». */
import {
  type GrammaticalCase,
  type Inflected,
  likeLetters,
} from "./grammatical-case";
import {
  declineAdjective,
  declineFleeting,
  declineMasculine,
} from "./paradigms";

type Rule = {
  readonly ends: RegExp;
  readonly decline: (surname: string, to: GrammaticalCase) => string;
  /** Sure in every case unless said otherwise. */
  readonly sure?: false | "except instrumental";
};

const keep = (surname: string) => surname;
const withOm = (surname: string, to: GrammaticalCase) =>
  declineMasculine(surname, to, "ом");
const withEm = (surname: string, to: GrammaticalCase) =>
  declineMasculine(surname, to, "ем");
const withYm = (surname: string, to: GrammaticalCase) =>
  declineMasculine(surname, to, "ым");
const fleeting = (surname: string, to: GrammaticalCase) =>
  declineFleeting(surname, to, "ом");
const fleetingWithEm = (surname: string, to: GrammaticalCase) =>
  declineFleeting(surname, to, "ем");

/** The first rule that fits decides. */
const RULES: readonly Rule[] = [
  // German surnames decline, Russian ones of the same look do not.
  { ends: /^(.*рих|эрлих|фрейндлих)$/i, decline: withOm },
  { ends: /[иы]х$/i, decline: keep },

  // Adjectives, and the nouns that look like them.
  {
    ends: /^(рабочий|ловчий|зодчий|кравчий|певчий|стряпчий|подьячий|кормчий)$/i,
    decline: declineAdjective,
  },
  { ends: /^[^аеёиоуыэюя]*[ои]й$/i, decline: declineMasculine },
  {
    ends: /^((при|раз|пере|от|у|с|зверо|кито|ков)бой|слой|налой|удой|водопой|покой|герой|(у|по|на)?строй)$/i,
    decline: declineMasculine,
    sure: false,
  },
  { ends: /[блр]ой$/i, decline: declineAdjective, sure: false },
  { ends: /(ый|ой|[гкхшщн]ий)$/i, decline: declineAdjective },
  { ends: /[чж]ий$/i, decline: declineMasculine, sure: false },
  {
    ends: /(солов|вороб|мурав|реп|руч|ул)ей$/i,
    decline: likeSparrow,
    sure: false,
  },
  { ends: /й$/i, decline: declineMasculine },

  // A vowel that drops out; families keep or drop it as they like.
  {
    ends: /^(лев|лоб|пёс|заяц|орёл|орел|козёл|козел|щегол|дятел|посол|хохол|осёл|котёл|узел|бобёр|бобер|ковёр|шатёр|костёр)$/i,
    decline: dropVowel,
    sure: false,
  },
  {
    ends: /^(день|пень|камень|ремень|кремень|корень|плетень|перстень|шершень|селезень|ливень|парень|стебель|ноготь|коготь|локоть|ломоть|лапоть|уголь|огонь|угорь)$/i,
    decline: fleeting,
    sure: false,
  },
  { ends: /[^аеёиоуыэюяйь][^аеёиоуыэюяйь]ец$/i, decline: withOm },
  { ends: /^[^аеёиоуыэюя]+ец$/i, decline: withOm },
  {
    ends: /^(кравец|стрелец|купец|борец|боец|ловец|косец|писец|вдовец|скупец|беглец|чернец|певец|жилец|малец|гребец|храбрец|удалец|продавец|молодец)$/i,
    decline: fleeting,
    sure: "except instrumental",
  },
  {
    ends: /ец$/i,
    decline: fleetingWithEm,
    sure: "except instrumental",
  },
  { ends: /([её]н|он|ч|ш)ок$/i, decline: fleeting },
  { ends: /^[^аеёиоуыэюя]+[ое]к$/i, decline: withOm },
  { ends: /[^аеёиоуыэюя]ок$|ёк$/i, decline: fleeting, sure: false },
  { ends: /(ень|онь|оть)$/i, decline: declineMasculine, sure: false },

  // The instrumental.
  { ends: /^(дарвин|чаплин|франклин|ирвин)$/i, decline: withOm },
  { ends: /[ое]вич$/i, decline: withEm },
  { ends: /[ая]ч$/i, decline: withOm },
  { ends: /[^еи]ц$/i, decline: withEm },
  { ends: /[цчшщж]$/i, decline: withEm, sure: "except instrumental" },
  {
    ends: /^[^аеёиоуыэюя]*[иы]н$/i,
    decline: withOm,
    sure: "except instrumental",
  },
  { ends: /([оеё]в|[иы]н)$/i, decline: withYm },
  { ends: /./, decline: withOm },
];

/**
 * A man's surname that ends in a consonant, «ь» or «й», in a case.
 *
 * @returns `sure: false` where the stress or the custom of the family decides.
 */
export function declineMasculineSurname(
  surname: string,
  to: GrammaticalCase,
): Inflected {
  const rule = RULES.find(({ ends }) => ends.test(surname));
  if (rule === undefined || to === "nominative") {
    return { text: surname, sure: true };
  }
  const isSure =
    rule.sure === undefined ||
    (rule.sure === "except instrumental" && to !== "instrumental");
  return { text: rule.decline(surname, to), sure: isSure };
}

/** «Воробей» → «Воробья». */
function likeSparrow(surname: string, to: GrammaticalCase): string {
  return declineMasculine(`${surname.slice(0, -2)}ьй`, to);
}

/** «Орёл» → «Орла», «Лев» → «Льва», «Заяц» → «Зайца». */
function dropVowel(surname: string, to: GrammaticalCase): string {
  if (/^лев$/i.test(surname)) {
    return declineMasculine(likeLetters(surname, `${surname[0]}ьв`), to);
  }
  return /^заяц$/i.test(surname)
    ? declineMasculine(
        likeLetters(surname, `${surname.slice(0, 2)}йц`),
        to,
        "ем",
      )
    : declineMasculine(surname.slice(0, -2) + surname.slice(-1), to);
}
