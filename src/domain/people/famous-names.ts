/** People that school texts speak of without meaning anybody at school: writers, scholars, heroes of books. */

/**
 * Stem of the surname and the initials, «!» where pupils bear it as often: then
 * both initials must be the famous person's.
 */
const surnames = () =>
  "пушкин:ас лермонтов:мю толст:лн гогол:нв чехов:ап достоевск:фм тургенев:ис некрасов:на! есенин:са маяковск:вв блок:аа ахматов:аа цветаев:ми крылов:иа! грибоедов:ас островск:ан! горьк:м шолохов:ма булгаков:ма бунин:иа! куприн:аи пришвин:мм паустовск:кг чуковск:ки маршак:ся барто:ал михалков:св носов:нн! бианк:вв гайдар:ап твардовск:ат симонов:км! пастернак:бл солженицын:аи менделеев:ди ломоносов:мв лобачевск:ни ковалевск:св! попов:ас! павлов:ип! вавилов:ни! королев:сп! гагарин:юа терешков:вв! циолковск:кэ жуков:гк! суворов:ав! кутузов:ми! ушаков:фф! нахимов:пс невск:а донск:д макаренк:ас! сухомлинск:ва ушинск:кд выготск:лс корчак:я чайковск:пи глинк:ми рахманинов:св шостакович:дд прокофьев:сс! репин:ие! шишкин:ии! левитан:ии суриков:ви! айвазовск:ик васнецов:вм! саврасов:ак! кустодиев:бм ленин:ви сталин:ив столыпин:па пржевальск:нм калашников:мт! курчатов:ив! капиц:пл келдыш:мв сахаров:ад! вернадск:ви пирогов:ни! сеченов:им мичурин:ив! тимирязев:ка карамзин:нм державин:гр! жуковск:ва! фет:аа тютчев:фи бажов:пп! драгунск:вю успенск:эн! астафьев:вп! распутин:вг! шукшин:вм эльконин:дб занков:лв! амонашвил:ша перышкин:ав атанасян:лс мерзляк:аг ладыженск:та онегин:е печорин:г обломов:и раскольников:р базаров:е чацк:а каренин:а болконск:а безухов:п дубровск:в гринев:п пугачев:еи! сусанин:и чичиков:п хлестаков:и бульб:т купал:и муромец:и муромц:и никитич:д попович:а царевич:и грозн:и велик:е мудр:я мономах:в ньютон:и эйнштейн:а шекспир:у дарвин:ч кюри:м";

let famous: ReadonlyMap<string, readonly [string, boolean]> | null = null;

function known(): NonNullable<typeof famous> {
  famous ??= new Map(
    surnames()
      .split(" ")
      .map((entry) => {
        const [stem = "", mark = ""] = entry.split(":");
        return [stem, [mark.replace("!", ""), mark.endsWith("!")] as const];
      }),
  );
  return famous;
}

const ENDING =
  /(?:ого|ому|ыми|ими|ою|ей|ой|ым|им|ом|ем|ый|ий|ая|ую|ых|их|а|я|у|ю|е|ы|и|о|ь)?$/;

function entryOf(surname: string): readonly [string, boolean] | undefined {
  return known().get(surname) ?? known().get(surname.replace(ENDING, ""));
}

/** Whether a surname alone makes one think of the famous person. */
export function isFamousSurname(surname: string): boolean {
  return entryOf(surname)?.[1] === false;
}

/**
 * Whether surname and initials are a famous person's.
 *
 * @param surname - Lower case, ё as е, any case of the declension.
 * @param initials - Lower case letters, one or two.
 */
export function isFamous(surname: string, initials: string): boolean {
  const entry = entryOf(surname);
  if (entry === undefined) {
    return false;
  }
  const [own, isCommon] = entry;
  return isCommon && initials.length < 2
    ? false
    : own.startsWith(initials) || initials.startsWith(own);
}
