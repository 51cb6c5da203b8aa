/** Why the server could not be reached, told to a curator: what happened and what to do. */

/** A failed call, ready to be shown. */
export type Failure = {
  /** `refused`: the server answered "no"; `unreachable`: what it did is unknown. */
  readonly kind: "refused" | "unreachable";
  readonly title: string;
  readonly text: string;
  /** Steps to take, in order; may be empty. */
  readonly advice: readonly string[];
  /** The original text, for whoever helps the curator. */
  readonly technical?: string;
};

type Explanation = Pick<Failure, "title" | "text" | "advice">;

const SEVERAL_ACCOUNTS: Explanation = {
  title: "Google не пустил панель к таблице",
  text: "Чаще всего так бывает, когда в браузере открыто сразу несколько учётных записей Google: панель обращается к таблице не от того имени.",
  advice: [
    "Выйдите из всех учётных записей Google и войдите только в ту, под которой работаете с этой таблицей. Можно и открыть таблицу в окне инкогнито.",
    "Откройте панель заново: меню «Наставничество» → «Открыть панель».",
  ],
};

const MISSING_PERMISSION: Explanation = {
  title: "Не хватает разрешения",
  text: "При первом запуске Google просит отметить галочками, что разрешено надстройке. Похоже, отмечены не все.",
  advice: [
    "Выберите в меню «Наставничество» пункт «Открыть панель»: Google спросит разрешения ещё раз. Отметьте все галочки.",
    "Если вопрос не появился, проверьте, не открыто ли в браузере несколько учётных записей Google. Оставьте одну и откройте таблицу заново.",
  ],
};

const NO_CONNECTION: Explanation = {
  title: "Нет связи с Google",
  text: "Запрос не дошёл или ответ потерялся по дороге.",
  advice: [
    "Проверьте, работает ли интернет: откройте любой другой сайт.",
    "Когда связь появится, повторите.",
  ],
};

const OUT_OF_TIME: Explanation = {
  title: "Google остановил работу по времени",
  text: "На одно действие отводится не больше шести минут, и их не хватило.",
  advice: [
    "Подождите минуту и повторите. Начатое не потеряется: если действие прервалось, панель предложит его продолжить.",
  ],
};

const TOO_OFTEN: Explanation = {
  title: "Google просит подождать",
  text: "Одновременно идёт слишком много действий с этой таблицей или исчерпан дневной предел Google.",
  advice: [
    "Подождите несколько минут и повторите.",
    "Если не помогло, вернитесь завтра: пределы Google действуют сутки.",
  ],
};

const NO_SERVER: Explanation = {
  title: "Панель открыта не из таблицы",
  text: "Эта страница работает только внутри таблицы.",
  advice: [
    "Откройте таблицу и выберите в меню «Наставничество» → «Открыть панель».",
  ],
};

const OLD_PANEL: Explanation = {
  title: "Панель устарела",
  text: "Похоже, надстройка обновилась, пока панель была открыта.",
  advice: ["Обновите страницу таблицы и откройте панель заново."],
};

const UNKNOWN: Explanation = {
  title: "Что-то пошло не так",
  text: "Надстройка не ответила как ожидалось. Вашей вины в этом нет.",
  advice: [
    "Повторите через минуту.",
    "Если не помогло, обновите страницу таблицы и откройте панель заново.",
  ],
};

/**
 * The texts Google gives, English and Russian, tried from the top. Storage
 * errors come before permissions: both name PERMISSION_DENIED at times.
 */
const KNOWN: readonly (readonly [RegExp, Explanation])[] = [
  [/google\.script\.run is absent/, NO_SERVER],
  [
    /reading from storage|чтени[ия] из хранилища|PERMISSION_DENIED/i,
    SEVERAL_ACCOUNTS,
  ],
  [
    /authori[sz]ation is required|permissions? (?:is|are) (?:not sufficient|required)|do(?:es)? not have (?:the )?(?:required )?permission|insufficient (?:permission|authentication scopes)|требуется авторизация|необходимо авторизоваться|разрешени\S* недостаточно|недостаточно (?:прав|разрешени)|нет разрешения/i,
    MISSING_PERMISSION,
  ],
  [
    /maximum execution time|execution time limit|timed? ?out|deadline|DEADLINE_EXCEEDED|врем\S* выполнения|время ожидания|истекло время/i,
    OUT_OF_TIME,
  ],
  [
    /too many (?:times|simultaneous|requests|scripts)|rate limit|quota|RESOURCE_EXHAUSTED|слишком (?:много|часто)|квот/i,
    TOO_OFTEN,
  ],
  [
    /network ?error|connection failure|HTTP 0\b|failed to fetch|load failed|offline|ошибка сети|сбой (?:сети|подключения)|нет подключения/i,
    NO_CONNECTION,
  ],
  [
    /script function not found|function .*(?:was )?not found|is not a function|функция .*не найдена/i,
    OLD_PANEL,
  ],
];

function textOf(error: unknown): string {
  if (typeof error === "string") {
    return error;
  }
  // What the failure handler gets is an Error of another realm: read, not tested.
  const parts = error as { name?: unknown; message?: unknown } | null;
  return [parts?.name, parts?.message]
    .filter((part) => typeof part === "string" && part !== "")
    .join(": ");
}

/**
 * @param error - Whatever the failure handler got; its text decides.
 * @param online - False when the browser itself says that it is offline.
 */
export function explainFailure(
  error: unknown,
  online: boolean = typeof navigator === "undefined" ||
    navigator.onLine !== false,
): Failure {
  const technical = textOf(error);
  const known = online
    ? KNOWN.find(([pattern]) => pattern.test(technical))?.[1]
    : NO_CONNECTION;
  return { kind: "unreachable", ...(known ?? UNKNOWN), technical };
}

/** The server answered that it cannot; its message is meant for the curator. */
export function refusal(message: string): Failure {
  return { kind: "refused", title: "Не получилось", text: message, advice: [] };
}

/** An answer that is not a reply at all. */
export function unreadable(answer: string): Failure {
  return {
    kind: "unreachable",
    ...UNKNOWN,
    technical: `Unreadable reply: ${answer.slice(0, 200)}`,
  };
}

/** No answer came within the time Google gives to an execution. */
export const SILENCE: Failure = {
  kind: "unreachable",
  ...OUT_OF_TIME,
  technical: "No answer from google.script.run",
};
