/** Invented people in any number, the same at every run. */

const SYLLABLES = [
  "васи",
  "лето",
  "мирю",
  "нору",
  "рудэ",
  "салы",
  "темя",
  "гого",
  "дубе",
  "камё",
] as const;

/** A surname of its own for every number: syllables for its digits. */
function surname(index: number): string {
  const letters = [...String(index)]
    .map((digit) => at(SYLLABLES, Number(digit)))
    .join("");
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}нов`;
}

const NAMES = [
  "Анна",
  "Илья",
  "Мария",
  "Степан",
  "Вера",
  "Роман",
  "Алёна",
  "Глеб",
];
const PATRONYMICS = [
  "Львовна",
  "Олегович",
  "Игоревна",
  "Юрьевич",
  "Тарасовна",
  "Петрович",
  "Андреевна",
  "Ильич",
];
const TOPICS = [
  "Планирование урока",
  "Ведение документации",
  "Работа с родителями",
  "Цифровые инструменты",
  "Профориентация",
  "Социальные навыки",
];
const TIMES = [
  "пн после уроков",
  "вт после уроков",
  "ср 6 урок",
  "чт после уроков",
];

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? "";
}

/** A list as the import reads it: mentees and mentors of two forms. */
export function peopleCsv(mentees: number, mentors: number): string {
  const lines = [
    "Роль;ФИО;Год рождения;Категория;Педагогический стаж, лет;Темы;Компетенции;Удобное время;Мест;Форма наставничества;Согласие",
  ];
  const person = (index: number) =>
    `${surname(index)} ${at(NAMES, index * 3)} ${at(PATRONYMICS, index * 5)}`;
  for (let index = 0; index < mentors; index++) {
    const form = index % 2 === 0 ? "педагог – педагог" : "ученик – ученик";
    lines.push(
      `наставник;${person(index)};1980;;20;;"${at(TOPICS, index)}; ${at(TOPICS, index + 1)}";${at(TIMES, index)};3;${form};получено`,
    );
  }
  for (let index = 0; index < mentees; index++) {
    const form = index % 2 === 0 ? "педагог – педагог" : "ученик – ученик";
    const category = index % 2 === 0 ? "молодой специалист" : "обучающийся";
    lines.push(
      `наставляемый;${person(10_000 + index)};2000;${category};1;${at(TOPICS, index)};;${at(TIMES, index)};;${form};получено`,
    );
  }
  return lines.join("\n");
}
