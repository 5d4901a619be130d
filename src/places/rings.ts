import Flatbush from "flatbush";
import type { AreaColumns } from "./area-columns.ts";

export type Rings = {
  /** The row of the area in which a point lies; -1 for none. */
  readonly at: (longitude: number, latitude: number) => number;
  /** The area of `country` (any country if undefined) whose edge is nearest within `reach` km. */
  readonly nearest: (
    longitude: number,
    latitude: number,
    reach: number,
    country: string | undefined,
  ) => { readonly area: number; readonly km: number } | undefined;
};

const kmPerDegree = 111.195;

/**
 * Point in polygon over all rings: boxes from a packed R-tree (flatbush), then the even-odd rule over the rings of one area together,
 * so that holes and islands need no marking. Plane geometry in degrees: right for areas that do not cross the date line or a pole.
 */
export function indexRings(areas: AreaColumns): Rings {
  const count = areas.ringArea.length;
  if (count === 0) return { at: () => -1, nearest: () => undefined };
  const tree = new Flatbush(count);
  for (let ring = 0; ring < count; ring++) tree.add(...boxOf(areas, ring));
  tree.finish();

  return {
    at(longitude, latitude) {
      const inside = new Map<number, boolean>();
      for (const ring of tree.search(longitude, latitude, longitude, latitude)) {
        const area = areas.ringArea[ring] as number;
        inside.set(area, (inside.get(area) ?? false) !== crosses(areas, ring, longitude, latitude));
      }
      // Simplified neighbours share their edges, so a point lies in one area; on an edge the lowest row is taken, always the same.
      const hits = [...inside].flatMap(([area, is]) => (is ? [area] : []));
      return hits.length === 0 ? -1 : Math.min(...hits);
    },
    nearest(longitude, latitude, reach, country) {
      const north = reach / kmPerDegree;
      const east = north / Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
      let best: { area: number; km: number } | undefined;
      for (const ring of tree.search(longitude - east, latitude - north, longitude + east, latitude + north)) {
        const area = areas.ringArea[ring] as number;
        if (country !== undefined && areas.country[area] !== country) continue;
        const km = distance(areas, ring, longitude, latitude);
        if (km <= reach && (best === undefined || km < best.km || (km === best.km && area < best.area)))
          best = { area, km };
      }
      return best;
    },
  };
}

function boxOf(areas: AreaColumns, ring: number): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let point = areas.ringStart[ring] as number; point < (areas.ringStart[ring + 1] as number); point++) {
    const x = areas.points[2 * point] as number;
    const y = areas.points[2 * point + 1] as number;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** Whether a ray to the east meets the ring an odd number of times. */
function crosses(areas: AreaColumns, ring: number, x: number, y: number): boolean {
  let odd = false;
  eachEdge(areas, ring, (x1, y1, x2, y2) => {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
  });
  return odd;
}

/** Kilometres to the ring's nearest edge, on a plane that touches the earth at the point. */
function distance(areas: AreaColumns, ring: number, x: number, y: number): number {
  const stretch = Math.cos((y * Math.PI) / 180);
  let least = Infinity;
  eachEdge(areas, ring, (x1, y1, x2, y2) => {
    const [ax, ay, bx, by] = [(x1 - x) * stretch, y1 - y, (x2 - x) * stretch, y2 - y];
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    least = Math.min(least, Math.hypot(ax + t * dx, ay + t * dy));
  });
  return least * kmPerDegree;
}

function eachEdge(
  areas: AreaColumns,
  ring: number,
  visit: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  const { points } = areas;
  const end = areas.ringStart[ring + 1] as number;
  for (let point = (areas.ringStart[ring] as number) + 1; point < end; point++) {
    visit(
      points[2 * point - 2] as number,
      points[2 * point - 1] as number,
      points[2 * point] as number,
      points[2 * point + 1] as number,
    );
  }
}
