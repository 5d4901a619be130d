import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRows, smallWorld } from "./arbitrary.fixture.ts";
import { buildAreas } from "./area-table.ts";
import { buildSupply } from "./build-supply.ts";
import { indexSupply } from "./coverage-index.ts";
import { countMeetings } from "./meetings.ts";
import { overlaps } from "./overlap.ts";

const areas = buildAreas(smallWorld);

test("the pairs of one initiative, counted alone, are as many as among all pairs", () => {
  fc.assert(
    fc.property(anyRows, fc.tuple(fc.nat(11), fc.nat(11)), (rows, [x, y]) => {
      const months = [Math.min(x, y), Math.max(x, y)] as const;
      const index = indexSupply(buildSupply(rows, areas), { basis: "commitment" });
      const { met } = overlaps(index, { months });
      expect(index.supply.ids.map((_, i) => countMeetings(index, i, months))).toEqual([...met.byInitiative]);
    }),
  );
});
