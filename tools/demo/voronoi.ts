export type Point = readonly [number, number];
export type Cell = { readonly index: number; readonly site: Point; /** corners in order, not closed */ readonly ring: readonly Point[]; /** indexes of the cells across its edges */ readonly neighbours: readonly number[] };

type Corner = { readonly at: Point; /** which cell lies across the edge that begins here; -1 the frame */ readonly across: number };

/** Corners that two cells share come out of two computations: so many decimals make them one point. */
const rounded = (value: number) => Math.round(value * 1e5) / 1e5;

/** The cell of each site within a frame (west, south, east, north): the frame cut by the middle line to every other site near enough. */
export function voronoi(sites: readonly Point[], [west, south, east, north]: readonly [number, number, number, number]): readonly Cell[] {
  return sites.map((site, index) => {
    let corners: Corner[] = ([[west, south], [east, south], [east, north], [west, north]] as const).map((at) => ({ at, across: -1 }));
    const others = sites.map((other, k) => ({ other, k, far: Math.hypot(other[0] - site[0], other[1] - site[1]) })).filter(({ k }) => k !== index).sort((a, b) => a.far - b.far || a.k - b.k);
    for (const { other, k, far } of others) {
      const reach = Math.max(...corners.map(({ at }) => Math.hypot(at[0] - site[0], at[1] - site[1])));
      if (far > 2 * reach) break;
      corners = cut(corners, site, other, k);
    }
    return { index, site, ring: corners.map(({ at }) => [rounded(at[0]), rounded(at[1])] as const), neighbours: corners.map(({ across }) => across).filter((k) => k >= 0) };
  });
}

/** Keeps what is nearer to `site` than to `other`. */
function cut(corners: readonly Corner[], site: Point, other: Point, across: number): Corner[] {
  const [nx, ny] = [other[0] - site[0], other[1] - site[1]];
  const middle = (nx * (site[0] + other[0]) + ny * (site[1] + other[1])) / 2;
  const side = ({ at }: Corner) => nx * at[0] + ny * at[1] - middle;
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner;
    const [here, there] = [side(corner), side(next)];
    const meeting = (): Point => {
      const t = here / (here - there);
      return [corner.at[0] + t * (next.at[0] - corner.at[0]), corner.at[1] + t * (next.at[1] - corner.at[1])];
    };
    if (here <= 0 && there <= 0) return [corner];
    if (here <= 0) return [corner, { at: meeting(), across }];
    if (there <= 0) return [{ at: meeting(), across: corner.across }];
    return [];
  });
}
