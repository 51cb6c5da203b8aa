/** What would become of the pairs if the criteria changed: both solved anew and compared. */
import type { Book } from "../../book/book";
import { differenceList } from "../../domain/matching/explain/difference-list";
import { trade } from "../../domain/matching/explain/trade";
import type { Scene } from "../../domain/matching/scene";
import type { Section } from "../../shared/rpc";
import { namesIn } from "./name-of";
import { solveScene } from "./solve-scene";

/** The best pairs by the old criteria against the best by the new ones. */
export function criteriaEffect(
  book: Book,
  before: Scene,
  after: Scene,
): Section[] {
  const old = solveScene(before).pairs;
  const fresh = solveScene(after).pairs;
  const difference = differenceList(old, fresh, namesIn(book), after);
  return [
    {
      title: "Что изменится при новом подборе",
      lines: [
        `${difference.summary}.`,
        trade({ scene: before, pairs: old }, { scene: after, pairs: fresh })
          .words,
        ...difference.words,
      ],
    },
  ];
}
