import { pickWords } from "../base/language-map.ts";
import { countsOfBody } from "../store/queries/record-entities.ts";
import { reportSpan } from "../store/queries/report-counts.ts";
import type { Viewer } from "../store/viewer.ts";
import type { App } from "./app.ts";
import { areaName } from "./areas.ts";
import { needsSetup } from "./door/setup-link.ts";
import { mayNow } from "./signed-in.ts";
import { asking, type Wanted } from "./record/asking.ts";
import { readSheet } from "./record/claim-sheet.ts";
import { boundsOf } from "./record/held.ts";
import { pickName } from "./record/labels-of.ts";
import { proofedDate, proofedInteger } from "./record/proofed.ts";
import { textOrder } from "./record/text-order.ts";
import type { Words } from "./words.ts";

/** What the frame and the first page need to name things. */
export async function coalitionPage(app: App, secret: string | null, wanted: Wanted) {
  const { coalition } = app;
  return app.store.read(secret, async (reader) => {
    const ask = asking(app, reader, wanted);
    const compareText = textOrder(ask.languages);
    const counts = await countsOfBody(reader.db, coalition.rootBodyId);
    const sheet = await readSheet(
      ask,
      [coalition.rootBodyId, coalition.focusBodyId, ...counts.map((p) => p.id)],
      ["name", "founded", "as_of", "members"],
    );
    const words = (map: Readonly<Record<string, string>>): Words => {
      const picked = pickWords(map, ask.languages);
      return picked ? { text: picked.text, language: picked.language } : { text: coalition.rootBody, language: "und" };
    };
    const dated = counts
      .map((p) => ({ p, day: boundsOf(sheet.field(p.id, "count", "as_of"), "start").notAfter }))
      .filter(({ day, p }) => day !== null && day <= ask.day && sheet.claimsOf(p.id, "members").length > 0)
      .toSorted((a, b) => (b.day ?? 0) - (a.day ?? 0) || (a.p.id < b.p.id ? -1 : 1));
    const latest = dated[0]?.p;
    const span = await reportSpan(reader.db);
    const countries =
      coalition.countries ?? [...app.areas.byCode.values()].filter((a) => a.level === 0).map((a) => a.code);
    const founded = proofedDate({ sheet, id: coalition.rootBodyId, kind: "body" }, "founded");
    return {
      name: words(coalition.name),
      shortName: coalition.shortName === undefined ? null : words(coalition.shortName),
      root: {
        id: coalition.rootBodyId,
        name: pickName(ask, sheet, coalition.rootBodyId, "name") ?? words(coalition.name),
        founded: founded.state === "unknown" ? null : founded,
      },
      focus: {
        id: coalition.focusBodyId,
        name: pickName(ask, sheet, coalition.focusBodyId, "name") ?? words(coalition.name),
      },
      region: coalition.region === undefined ? null : words(coalition.region),
      lines: coalition.lines.map((line) => ({ line: line.key, name: words(line.name) })),
      countries: countries
        .map((code) => ({ code, name: areaName(app.areas, code, ask.languages) }))
        .toSorted((a, b) => compareText(a.name.text, b.name.text)),
      data:
        span.first === null || span.last === null ? null : { from: span.first.slice(0, 7), to: span.last.slice(0, 7) },
      members:
        latest === undefined
          ? null
          : {
              count: proofedInteger({ sheet, id: latest.id, kind: "count" }, "members"),
              asOf: proofedDate({ sheet, id: latest.id, kind: "count" }, "as_of").value ?? ask.asOf,
            },
      initiatives: span.initiatives,
      fictional: coalition.fictional !== undefined,
      nextSteps: nextSteps(reader.viewer, reader.viewer.kind === "anonymous" && (await needsSetup(app))),
    };
  });
}

/** What this viewer may do next, most useful first. */
function nextSteps(viewer: Viewer, setup: boolean) {
  if (viewer.kind === "anonymous")
    return setup
      ? (["set-up", "see-picture", "read-record"] as const)
      : (["see-picture", "read-record", "sign-in"] as const);
  const can = (right: Parameters<typeof mayNow>[1]) => mayNow(viewer, right);
  return [
    "see-picture" as const,
    ...(can("import") ? ["import-file" as const] : []),
    ...(can("decide") ? ["settle-conflicts" as const] : []),
    ...(can("edit-record") ? ["enter-meeting" as const] : []),
    ...(can("manage-accounts") ? ["invite" as const] : []),
    "read-record" as const,
  ];
}
