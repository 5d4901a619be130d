import type { Provenance } from "./condense.ts";

export type DataSet = Provenance & {
  readonly name: string;
  readonly files: readonly string[];
  /** the only country of the data set: stands where an activity names none */ readonly country?: string;
  /** reporters whose single purchases carry a sector code: only what the title itself says is an initiative */ readonly titleMustSay?: RegExp;
};

const licence = "not stated by publisher; facts only";
const iati = (name: string) => `activities/${name}.xml.gz`;

/** One file in data/initiatives for each. AidData re-publishes what governments' aid systems hold about donors' projects: a secondary reporter. */
export const dataSets: readonly DataSet[] = [
  {
    name: "aiddata-nigeria-1",
    country: "NG",
    files: [iati("aiddata-nigeria-1.04")],
    source: "AidData, Nigeria aid information management system, geocoded research release (IATI 1.04)",
    licence,
    secondary: true,
  },
  {
    name: "aiddata-nigeria-2",
    country: "NG",
    files: [iati("aiddata-nigeria-2.03")],
    source: "AidData, Nigeria aid information management system, geocoded research release (IATI 2.03)",
    licence,
    secondary: true,
  },
  {
    name: "aiddata-senegal",
    country: "SN",
    files: [iati("aiddata-senegal-2.03")],
    source: "AidData, Senegal aid information management system, geocoded research release (IATI 2.03)",
    licence,
    secondary: true,
  },
  {
    name: "aiddata-somalia",
    country: "SO",
    files: [iati("aiddata-somalia-2.03")],
    source: "AidData, Somalia aid information management system, geocoded research release (IATI 2.03)",
    licence,
    secondary: true,
  },
  {
    name: "chad-development-finance",
    files: ["country-xlsx/chad-country-development-finance-2016-2021.xlsx"],
    source: "IATI, Country Development Finance Data, Chad 2016-2021",
    licence,
    titleMustSay: /^US-/,
  },
  {
    name: "iom",
    files: [iati("iom-transactions-refs-2.03")],
    source: "International Organization for Migration, IATI activities (2.03)",
    licence,
  },
  {
    name: "many-publishers",
    files: [iati("multi-publisher-covid-2.03")],
    source: "several publishers, one query over IATI activities (2.03)",
    licence,
  },
  {
    name: "us-foreign-assistance-congo",
    country: "CG",
    files: [iati("us-foreignassistance-congo-2.02")],
    source: "United States, ForeignAssistance.gov, Republic of the Congo, IATI activities (2.02)",
    licence,
  },
  {
    name: "others",
    files: [
      "beis-gcrf-2.03",
      "canada-multi-country-2.03",
      "dfid-bilateral-multi-1.01",
      "dfid-mali-1.02",
      "ec-intpa-liberia",
      "fcdo-liberia-2.03",
      "gdihub-2.03",
      "ifad-liberia",
      "nl-mfa-2.03",
      "usaid-2.03",
      "usaid-humanitarian",
    ].map(iati),
    source: "the reporting organisation's own IATI activities",
    licence,
  },
];

/** Activities left out by hand, each for the reason beside it. */
export const leftOut: readonly string[] = [
  // single purchases whose title names an office of the armed forces or the police
  "US-GOV-11-TD-19CD3018P0858",
  "US-GOV-11-TD-15155M0425",
  "XI-IATI-EC_INTPA-2018/396-858",
  "XI-IATI-EC_INTPA-2018/396-860",
  "XI-IATI-EC_INTPA-2018/396-861",
  // the title is "Not Applicable"
  "US-GOV-7-CG-32C7CBB5",
];
