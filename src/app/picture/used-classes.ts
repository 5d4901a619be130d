import type { Figures } from "./figures.ts";

/**
 * The visibility classes that figures of a question rest on: of the initiatives, needs and counts of violence in it. Where the server
 * chose the months or the basis, it chose them from everything that the viewer may see, and that counts too.
 */
export function usedClasses(figures: Figures): readonly number[] {
  const { ground, chosen, question } = figures;
  const asked = question.periodWhy === "asked" && question.basisWhy === "asked";
  const initiatives = asked ? [...chosen, ...onNoLine(figures)] : [...ground.initiatives.values()];
  return [...new Set([...initiatives.flatMap((i) => i.classIds), ...ground.threat.map((t) => t.classId), ...ground.needs.map((n) => n.classId), ...ground.none.map((n) => n.classId)])];
}

/** Counted in every picture as "other", whatever its filters. */
function onNoLine({ ground, question }: Figures) {
  return [...ground.initiatives.values()].filter((i) => i.lines.length === 0 && i.months.kind === "months" && i.months.first <= question.last && i.months.last >= question.first);
}
