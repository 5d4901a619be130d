import type { Position } from "geojson";
import { randomOf } from "./random.ts";
import type { Point } from "./voronoi.ts";

/**
 * A closed ring whose straight edges have become rivers and ridges: each is halved four times, its middle pushed aside. The numbers follow
 * from the edge itself, so both cells along it get the same line.
 */
export function wiggle(ring: readonly Point[], seed: string): Position[] {
  const points = ring.flatMap((from, i) => edge(from, ring[(i + 1) % ring.length] ?? from, seed).slice(0, -1));
  const [first] = points;
  return first === undefined ? [] : [...points, first].map(([x, y]) => [x, y]);
}

function edge(from: Point, to: Point, seed: string): Point[] {
  const turned = from[0] > to[0] || (from[0] === to[0] && from[1] > to[1]);
  const [a, b] = turned ? [to, from] : [from, to];
  const random = randomOf(seed, "edge", ...a, ...b);
  let points: Point[] = [a, b];
  for (let round = 0; round < 4; round++) {
    points = points.flatMap((p, i): Point[] => {
      const q = points[i + 1];
      if (q === undefined) return [p];
      const aside = (random.unit() - 0.5) * 0.42;
      return [p, [fine((p[0] + q[0]) / 2 - (q[1] - p[1]) * aside), fine((p[1] + q[1]) / 2 + (q[0] - p[0]) * aside)]];
    });
  }
  return turned ? points.toReversed() : points;
}

const fine = (value: number) => Math.round(value * 1e5) / 1e5;
