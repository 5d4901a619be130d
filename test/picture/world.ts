import { runImport } from "../../src/app/imports/run-import.ts";
import { classOf } from "../../src/store/queries/classes.ts";
import { replaceThreat, type ThreatRow } from "../../src/store/queries/threat-rows.ts";
import { type SignedUp, type TestApp, testApp } from "../support/test-app.ts";

/**
 * A small world in Niger (NE-1 … NE-8) and Borno (NG-BO) whose every figure can be computed by hand. Today is 15 June 2024.
 *
 * Diffa (NE-2), capacity, January to October 2024: "women" 100 and "people" 300 for women, men and youth. Zinder (NE-7),
 * stabilisation, 2024: three of 12 for everyone. Agadez (NE-1), resilience, January to October 2024: one initiative told by its
 * funder (1,000), its implementer (400 of its own onwards) and an atlas that is no party (5,000).
 */
const header = "identifier,reporter_ref,reporter_name,title,status,actual_start,planned_start,actual_end,planned_end,commitment,commitment_date,budget,budget_from,budget_to,currency,funding,implementing,countries,areas,lines,target_groups,related,last_updated";
const csv = (...rows: readonly string[]) => `${[header, ...rows].join("\n")}\n`;

export const activities = csv(
  "XA-1-women,XA-1,Alpha,Training of women wardens,2,2024-01-01,,,2024-10-31,100,2024-01-01,,,,USD,Alpha [XA-1],Alpha [XA-1],NE,NE-2,capacity,women,,2024-02-01",
  "XB-1-people,XB-1,Beta,Training of all wardens,2,2024-01-01,,,2024-10-31,300,2024-01-01,,,,USD,Beta [XB-1],Beta [XB-1],NE,NE-2,capacity,women; men; youth,,2024-03-01",
  "XA-1-z,XA-1,Alpha,Zinder posts,2,2024-01-01,,,2024-12-31,12,2024-01-01,,,,USD,Alpha [XA-1],,NE,NE-7,stabilisation,all,,2024-02-01",
  "XB-1-z,XB-1,Beta,Zinder wells,2,2024-01-01,,,2024-12-31,12,2024-01-01,,,,USD,Beta [XB-1],,NE,NE-7,stabilisation,all,,2024-02-01",
  "XC-1-z,XC-1,Gamma,Zinder roads,2,2024-01-01,,,2024-12-31,12,2024-01-01,,,,USD,Gamma [XC-1],,NE,NE-7,stabilisation,all,,2024-02-01",
  "XF-1-chain,XF-1,Funder,Flood defences of Agadez,2,2024-01-01,,,2024-10-31,1000,2024-01-01,,,,USD,Funder [XF-1],Doer [XD-1],NE,NE-1,resilience,,,2024-02-01",
  // unknown budget; a currency without a rate; no end; planned; for the country only; on no line; parent and child
  "XA-1-dark,XA-1,Alpha,Training in Tahoua,2,2024-01-01,,,2024-12-31,,,,,,,Alpha [XA-1],,NE,NE-5,capacity,men,,2024-02-01",
  "XB-1-norate,XB-1,Beta,Training in Maradi,2,2024-01-01,,,2024-12-31,700,2024-01-01,,,,PLN,Beta [XB-1],,NE,NE-4,capacity,men,,2024-02-01",
  "XC-1-open,XC-1,Gamma,Niamey network,,2024-01-15,,,,360,2024-01-15,,,,USD,Gamma [XC-1],,NE,NE-8,resilience,youth,,",
  "XA-1-plan,XA-1,Alpha,Dosso in autumn,1,,2024-03-01,,2024-12-31,50,2024-01-01,,,,USD,Alpha [XA-1],,NE,NE-3,capacity,men,,2024-02-01",
  "XB-1-country,XB-1,Beta,Advice to ministries,2,2024-01-01,,,2024-12-31,120,2024-01-01,,,,USD,Beta [XB-1],,NE,,counter-finance,,,2024-02-01",
  "XC-1-health,XC-1,Gamma,Clinics,2,2024-01-01,,,2024-12-31,999,2024-01-01,,,,USD,Gamma [XC-1],,NE,NE-2,,,,2024-02-01",
  "XC-1-parent,XC-1,Gamma,Borno programme,2,2024-01-01,,,2024-12-31,240,2024-01-01,,,,USD,Gamma [XC-1],,NG,NG-BO,stabilisation,all,,2024-02-01",
  "XC-1-child,XC-1,Gamma,Borno programme part one,2,2024-01-01,,,2024-12-31,60,2024-01-01,,,,USD,Gamma [XC-1],,NG,NG-BO,stabilisation,all,parent:XC-1-parent,2024-02-01",
  // two lines and two areas, budgeted by period: 60 in the first half of 2024, 180 in the second
  "XD-1-split,XD-1,Doer,Two things in two places,2,2024-01-01,,,2024-12-31,240,2024-01-01,60;180,2024-01-01;2024-07-01,2024-06-30;2024-12-31,USD,Doer [XD-1],,NE; NG,NE-6 75%; NG-BO 25%,counter-finance 50%; resilience 50%,men,,2024-02-01",
);

/** The same activity as XF-1-chain, told by who carries it out, with what it was given and what it hands on. */
export const doerIati = `<?xml version="1.0" encoding="UTF-8"?><iati-activities version="2.03">
<iati-activity default-currency="USD" xml:lang="en" last-updated-datetime="2024-04-01T00:00:00Z"><iati-identifier>xf-1-CHAIN</iati-identifier>
<reporting-org ref="XD-1" type="22"><narrative>Doer</narrative></reporting-org><title><narrative>Dykes of Agadez</narrative></title>
<participating-org role="1" ref="XF-1" type="10"><narrative>Funder</narrative></participating-org><participating-org role="4" ref="XD-1" type="22"><narrative>Doer</narrative></participating-org>
<activity-status code="2"/><activity-date type="2" iso-date="2024-01-01"/><activity-date type="3" iso-date="2024-10-31"/>
<recipient-country code="NE"/><location><location-id vocabulary="A4" code="NE-1"/><name><narrative>Agadez</narrative></name></location>
<sector vocabulary="1" code="43060"/>
<transaction><transaction-type code="11"/><transaction-date iso-date="2024-01-05"/><value value-date="2024-01-05">900</value><provider-org ref="XF-1"/><receiver-org ref="XD-1"/></transaction>
<transaction><transaction-type code="2"/><transaction-date iso-date="2024-02-05"/><value value-date="2024-02-05">400</value><provider-org ref="XD-1"/><receiver-org ref="XS-1"/></transaction>
</iati-activity></iati-activities>`;

/** One that is no party of what it tells, and does not say that it repeats others. */
export const atlasIati = (usd: number) => `<iati-activities version="2.03">
<iati-activity default-currency="USD" xml:lang="en" last-updated-datetime="2024-05-01T00:00:00Z"><iati-identifier>XF-1-chain</iati-identifier>
<reporting-org ref="XT-1" type="21"><narrative>Atlas</narrative></reporting-org><title><narrative>FLOOD DEFENCES</narrative></title>
<participating-org role="1"><narrative>Funder</narrative></participating-org>
<activity-date type="2" iso-date="2024-01-01"/><activity-date type="3" iso-date="2024-10-31"/><recipient-country code="NE"/>
<transaction><transaction-type code="2"/><transaction-date iso-date="2024-01-05"/><value value-date="2024-01-05">${usd}</value></transaction></iati-activity>
<iati-activity default-currency="USD" xml:lang="en" last-updated-datetime="2024-05-01T00:00:00Z"><iati-identifier>XT-1-only</iati-identifier>
<reporting-org ref="XT-1" type="21"><narrative>Atlas</narrative></reporting-org><title><narrative>Justice seen from afar in Niamey</narrative></title>
<participating-org role="1"><narrative>Distant Fund</narrative></participating-org>
<activity-date type="2" iso-date="2024-01-01"/><activity-date type="3" iso-date="2024-12-31"/><recipient-country code="NE"/><location><location-id vocabulary="A4" code="NE-8"/></location><sector vocabulary="1" code="15130"/>
<transaction><transaction-type code="2"/><transaction-date iso-date="2024-01-05"/><value value-date="2024-01-05">24</value></transaction></iati-activity></iati-activities>`;

export type World = TestApp & {
  /** focal points of two members, and the officer */
  readonly orvelle: SignedUp; readonly tamsund: SignedUp; readonly officer: SignedUp;
  /** Imports a file to its end as that person; a publication (TLP:CLEAR) unless said otherwise. */
  readonly brought: (name: string, text: string, as?: SignedUp, publication?: boolean) => Promise<Record<string, number>>;
  readonly initiative: (identifier: string) => Promise<string>;
  readonly threat: (title: string, rows: readonly (Pick<ThreatRow, "area" | "month" | "events" | "deaths">)[]) => Promise<void>;
};

/** Months since 1970-01. */
export const month = (text: string) => (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5, 7)) - 1;

export async function world(): Promise<World> {
  const t = await testApp({ now: () => new Date("2024-06-15T12:00:00Z") });
  const [orvelle, tamsund, officer] = [await t.signedUp("focal-point", "orvelle"), await t.signedUp("focal-point", "tamsund"), await t.signedUp("secretariat", "upper-basin")];
  const brought: World["brought"] = async (name, text, as = orvelle, publication = true) => {
    const taken = await t.api.request(`/api/imports?name=${name}&publication=${publication ? "yes" : "no"}`, { method: "POST", headers: { ...as.headers, "content-type": "application/octet-stream" }, body: text });
    const { id } = (await taken.json()) as { id: string };
    await runImport(t.app, id, new AbortController().signal);
    const job = (await t.get<{ state: string; counts: Record<string, number>; faults: unknown[]; problem: unknown }>(`/api/imports/${id}`, as)).body;
    if (job.state !== "done" || job.faults.length > 0) throw new Error(JSON.stringify(job));
    return job.counts;
  };
  return {
    ...t, orvelle, tamsund, officer, brought,
    initiative: async (identifier) => {
      const list = (await t.get<{ items: { id: string }[] }>(`/api/initiatives?q=${encodeURIComponent(identifier)}`, orvelle)).body;
      if (list.items.length !== 1) throw new Error(`${list.items.length} initiatives for ${identifier}`);
      return (list.items[0] as { id: string }).id;
    },
    threat: (title, rows) =>
      t.app.store.system(null, async (writer) => {
        const ownerId = t.app.coalition.rootBodyId;
        await replaceThreat(writer, { ownerId, classId: await classOf(writer.db, 0, ownerId) }, { id: t.id("source", title), key: title, title }, rows.map((r) => ({ ...r, deaths_low: null, deaths_high: null })));
      }),
  };
}

/** The world with all its files in, and violence in Diffa and Agadez told up to March 2024. */
export async function fullWorld(): Promise<World> {
  const w = await world();
  await w.brought("plans.csv", activities);
  await w.brought("doer.xml", doerIati, w.tamsund);
  await w.brought("atlas.xml", atlasIati(5_000), w.tamsund);
  await w.threat("events", [
    { area: "NE-2", month: month("2021-07"), events: 1, deaths: 0 },
    { area: "NE-2", month: month("2024-01"), events: 4, deaths: 10 },
    { area: "NE-2", month: month("2024-03"), events: 2, deaths: 3 },
    { area: "NE-1", month: month("2024-02"), events: 1, deaths: 1 },
    { area: "NE-5", month: month("2023-01"), events: 9, deaths: 9 },
    { area: "NE-6", month: month("2024-03"), events: 6, deaths: 2 },
    { area: "NG-YO", month: month("2024-01"), events: 1, deaths: 4 },
    { area: "NG-YO", month: month("2024-03"), events: 3, deaths: 5 },
    { area: "NG-AD", month: month("2024-02"), events: 1, deaths: 0 },
  ]);
  return w;
}
