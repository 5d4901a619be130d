import { afterAll, beforeAll, expect, test } from "vitest";
import { AreaPage } from "../../src/api/schemas/area.ts";
import { Picture } from "../../src/api/schemas/picture.ts";
import { fullWorld, type World } from "./world.ts";

let w: World;
beforeAll(async () => {
  w = await fullWorld();
});
afterAll(() => w.close());

test("an area's page ranks it among the same areas as the picture of the same question does", async () => {
  for (const query of ["", "?country=NE"]) {
    const { cells } = Picture.parse((await w.get(`/api/picture${query}`)).body);
    const ranked = cells.filter((c) => c.need?.priority);
    expect(ranked.length).toBeGreaterThan(1);
    for (const { area, need } of ranked) {
      const { cell } = AreaPage.parse((await w.get(`/api/areas/${area.code}${query}`)).body);
      expect([area.code, cell.need?.priority]).toEqual([area.code, need?.priority]);
    }
  }
});
