import { expect, test } from "vitest";
import { activity, file, ids, read } from "./testing.ts";

test("an activity becomes a report with everything that is asked of it", async () => {
  const { reports, faults } = await read(`<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03" xmlns:x="http://example.org/x">
  <iati-activity default-currency="EUR" xml:lang="fr" last-updated-datetime="2024-03-01T10:00:00Z" hierarchy="2" humanitarian="1" x:seen="yes">
    <iati-identifier>
      XX-1-P1
    </iati-identifier>
    <reporting-org ref="XX-1" type="10" secondary-reporter="true"><narrative>Ministère</narrative><narrative xml:lang="EN">Ministry</narrative></reporting-org>
    <title><narrative>Eau &amp; paix</narrative><narrative xml:lang="en"><![CDATA[Water <and> peace]]></narrative></title>
    <description type="1"><narrative>Premier.

      Second
      paragraphe.</narrative></description>
    <description type="3"><narrative>Jeunes de Gao</narrative></description>
    <participating-org role="1" type="10" ref="XX-1"><narrative>Ministère</narrative></participating-org>
    <participating-org role="4" type="22" activity-id="NGO-7"><narrative>ONG</narrative></participating-org>
    <other-identifier ref="P1" type="A1"/>
    <activity-status code="2"/>
    <activity-date type="1" iso-date="2022-01-01Z"/>
    <activity-date type="2" iso-date="2022-02-01"/>
    <activity-date type="3" iso-date="2024-12-31T00:00:00"/>
    <contact-info><person-name><narrative>Someone Private</narrative></person-name></contact-info>
    <recipient-country code="ml" percentage="60"/>
    <recipient-region code="289" vocabulary="1" percentage="40.0"/>
    <location>
      <location-reach code="1"/><location-id vocabulary="G1" code="2457161"/>
      <name><narrative>Gao</narrative></name>
      <administrative vocabulary="G1" level="1" code="2457163"/>
      <point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>16.27 -0.04</pos></point>
      <exactness code="2"/><location-class code="2"/><feature-designation code="PPLA"/>
    </location>
    <sector code="15220" percentage="70"/><sector vocabulary="99" code="ab" percentage="30"><narrative>Le nôtre</narrative></sector>
    <budget type="2" status="2"><period-start iso-date="2022-01-01"/><period-end iso-date="2022-12-31"/><value value-date="2022-01-01">+0100.50</value></budget>
    <planned-disbursement type="1"><period-start iso-date="2023-01-01"/><value currency="USD" value-date="2023-01-01">5</value><receiver-org><narrative>ONG</narrative></receiver-org></planned-disbursement>
    <transaction><transaction-type code="2"/><transaction-date iso-date="2022-02-01"/><value currency="usd" value-date="2022-02-02">1.5E+3</value>
      <provider-org ref="XX-1" provider-activity-id="XX-1-P1"/><receiver-org receiver-activity-id="NGO-7"><narrative>ONG</narrative></receiver-org>
      <sector code="15220"/><recipient-country code="ML"/></transaction>
    <transaction><transaction-type code="11"/><transaction-date iso-date="2022-03-01"/><value>-20</value></transaction>
    <related-activity type="1" ref="XX-1-P0"/>
    <x:own><x:deep>not ours</x:deep></x:own>
  </iati-activity>
</iati-activities>`);
  expect(faults).toEqual([]);
  expect(reports).toEqual([
    {
      identifier: "XX-1-P1",
      reporter: { ref: "XX-1", name: "Ministère", type: "10", secondary: true },
      title: { fr: "Eau & paix", en: "Water <and> peace" },
      description: { fr: "Premier.\n\nSecond paragraphe.\n\nJeunes de Gao" },
      status: "2",
      dates: { plannedStart: "2022-01-01", actualStart: "2022-02-01", plannedEnd: "2024-12-31" },
      parties: [
        { role: "funding", ref: "XX-1", name: "Ministère", type: "10" },
        { role: "implementing", name: "ONG", type: "22", activity: "NGO-7" },
      ],
      sectors: [
        { vocabulary: "1", code: "15220", percent: 70 },
        { vocabulary: "99", code: "ab", name: "Le nôtre", percent: 30 },
      ],
      countries: [{ code: "ML", percent: 60 }],
      regions: [{ vocabulary: "1", code: "289", percent: 40 }],
      locations: [
        {
          name: "Gao",
          latitude: 16.27,
          longitude: -0.04,
          exactness: "approximate",
          locationClass: "2",
          precision: "PPLA",
          administrative: [{ vocabulary: "G1", level: 1, code: "2457163" }],
          gazetteer: { vocabulary: "G1", code: "2457161" },
        },
      ],
      targetGroups: ["Jeunes de Gao"],
      money: [
        {
          kind: "budget",
          amount: "100.50",
          currency: "EUR",
          date: "2022-01-01",
          from: "2022-01-01",
          to: "2022-12-31",
          budgetType: "2",
          budgetStatus: "2",
        },
        {
          kind: "other",
          stated: "planned-disbursement",
          amount: "5",
          currency: "USD",
          date: "2023-01-01",
          from: "2023-01-01",
          budgetType: "1",
          receiver: { name: "ONG" },
        },
        {
          kind: "commitment",
          stated: "transaction-type 2",
          amount: "1500",
          currency: "USD",
          date: "2022-02-02",
          provider: { ref: "XX-1", activity: "XX-1-P1" },
          receiver: { name: "ONG", activity: "NGO-7" },
          sectors: [{ vocabulary: "1", code: "15220" }],
          countries: ["ML"],
        },
        { kind: "incoming", stated: "transaction-type 11", amount: "-20", currency: "EUR", date: "2022-03-01" },
      ],
      related: [{ type: "parent", identifier: "XX-1-P0" }],
      otherIdentifiers: [{ type: "A1", identifier: "P1" }],
      hierarchy: 2,
      humanitarian: true,
      lastUpdated: "2024-03-01T10:00:00Z",
      at: { file: "ministry.xml", line: 3, path: "/iati-activities/iati-activity[1]" },
    },
  ]);
});

test.each([
  ["1", "incoming"],
  ["2", "commitment"],
  ["3", "disbursement"],
  ["4", "expenditure"],
  ["5", "other"],
  ["8", "other"],
  ["11", "incoming"],
  ["12", "pledge"],
  ["13", "incoming"],
])("a transaction of type %s is %s", async (code, kind) => {
  const { reports } = await read(
    file(
      activity(
        "A",
        `<transaction><transaction-type code="${code}"/><transaction-date iso-date="2022-01-01"/><value>1</value></transaction>`,
      ),
    ),
  );
  expect(reports[0]?.money).toEqual([
    { kind, stated: `transaction-type ${code}`, amount: "1", currency: "EUR", date: "2022-01-01" },
  ]);
});

test("where only transactions tell country and sector, the activity has them too, each once", async () => {
  const one = (country: string, sector: string) =>
    `<transaction><transaction-type code="3"/><transaction-date iso-date="2022-01-01"/><value>1</value><sector code="${sector}"/><recipient-country code="${country}"/></transaction>`;
  const { reports } = await read(file(activity("A", one("NE", "15130") + one("ML", "15130") + one("NE", "15220"))));
  expect(reports[0]?.countries).toEqual([{ code: "NE" }, { code: "ML" }]);
  expect(reports[0]?.sectors).toEqual([
    { vocabulary: "1", code: "15130" },
    { vocabulary: "1", code: "15220" },
  ]);
});

/** What is wrong, the code, where in the activity, what was found. Each sets the activity aside. */
test.each([
  [
    "a date that does not exist",
    `<activity-date type="1" iso-date="2021-02-30"/>`,
    "date-invalid",
    "activity-date/@iso-date",
    "2021-02-30",
  ],
  [
    "a date in another order",
    `<activity-date type="1" iso-date="31/12/2021"/>`,
    "date-invalid",
    "activity-date/@iso-date",
    "31/12/2021",
  ],
  [
    "a share over 100",
    `<recipient-country code="NE" percentage="150"/>`,
    "percentage-invalid",
    "recipient-country/@percentage",
    "150",
  ],
  ["a negative share", `<sector code="15130" percentage="-1"/>`, "percentage-invalid", "sector/@percentage", "-1"],
  [
    "a share with a comma",
    `<recipient-region code="289" percentage="33,3"/>`,
    "percentage-invalid",
    "recipient-region/@percentage",
    "33,3",
  ],
  [
    "an amount with separators",
    `<budget><value>1,000,000</value></budget>`,
    "amount-invalid",
    "budget/value",
    "1,000,000",
  ],
  [
    "an amount in words",
    `<budget><value>1</value></budget><budget><value>one</value></budget>`,
    "amount-invalid",
    "budget[2]/value",
    "one",
  ],
  ["a second identifier", `<iati-identifier>B</iati-identifier>`, "identifier-repeated", "iati-identifier[2]", "B"],
])("%s sets the activity aside, the others come in", async (_, wrong, code, path, found) => {
  const result = await read(file(activity("A0"), activity("A1", `\n  ${wrong}`), activity("A2")));
  expect(ids(result)).toEqual(["A0", "A2"]);
  expect(result.faults).toHaveLength(1);
  expect(result.faults[0]).toMatchObject({
    file: "ministry.xml",
    code,
    severity: "error",
    path: `/iati-activities/iati-activity[2]/${path}`,
    found,
  });
  expect(result.faults[0]?.raw).toContain(wrong);
});

test.each([
  ["beyond what anybody has", `<value currency="USD">1e30</value>`, ["amount-implausible"], ["amount-implausible"]],
  ["below zero, which a transaction may be and a plan may not", `<value>-5</value>`, ["amount-negative"], []],
])("an amount %s is kept, and told", async (_, value, ofBudget, ofTransaction) => {
  const { reports, faults } = await read(
    file(
      activity("A", `\n<budget>${value}</budget>`),
      activity("B", `<transaction><transaction-type code="2"/>${value}</transaction>`),
    ),
  );
  expect(reports.map((r) => r.money.length)).toEqual([1, 1]);
  const of = (id: string) => faults.filter((f) => f.identifier === id).map((f) => f.code);
  expect([of("A"), of("B")]).toEqual([ofBudget, ofTransaction]);
  expect(faults[0]).toMatchObject({
    severity: "warning",
    line: 3,
    path: "/iati-activities/iati-activity[1]/budget/value",
  });
});

/** What comes in without the field in question, and how that is told. */
test.each([
  ["an empty date", `<activity-date type="1" iso-date=""/>`, "date-empty"],
  ["a date for none", `<activity-date type="1" iso-date="0001-01-01"/>`, "date-stand-in"],
  ["a date of unknown type", `<activity-date type="start-planned" iso-date="2021-01-01"/>`, "code-unknown"],
  [
    "a second date of one type",
    `<activity-date type="1" iso-date="2021-01-01"/><activity-date type="1" iso-date="2021-01-02"/>`,
    "date-repeated",
  ],
  [
    "an end before its start",
    `<activity-date type="2" iso-date="2021-06-01"/><activity-date type="4" iso-date="2021-05-31"/>`,
    "period-reversed",
  ],
  ["a status that is none", `<activity-status code="9"/>`, "code-unknown"],
  ["a country in words", `<recipient-country code="Niger"/>`, "code-unknown"],
  [
    "a party in no role",
    `<participating-org role="Funding"><narrative>X</narrative></participating-org>`,
    "code-unknown",
  ],
  ["a party without a name", `<participating-org role="1"/>`, "party-unnamed"],
  ["a place that says nothing", `<location><name><narrative/></name></location>`, "location-empty"],
  [
    "a place in the sea of zero",
    `<location><name><narrative>X</narrative></name><point><pos>0 0</pos></point></location>`,
    "point-stand-in",
  ],
  [
    "a place beyond the pole",
    `<location><name><narrative>X</narrative></name><point><pos>91 0</pos></point></location>`,
    "point-invalid",
  ],
  [
    "a place in another system",
    `<location><name><narrative>X</narrative></name><point srsName="EPSG:32631"><pos>1 2</pos></point></location>`,
    "point-system-unknown",
  ],
  [
    "an amount that is empty, whatever the date",
    `<transaction><transaction-type code="1"/><transaction-date iso-date="5000000"/><value/></transaction>`,
    "amount-empty",
  ],
  [
    "a transaction of unknown type",
    `<transaction><transaction-type code="99"/><transaction-date iso-date="2021-01-01"/><value>1</value></transaction>`,
    "transaction-type-unknown",
  ],
  ["a currency that is none", `<budget><value currency="Euro">1</value></budget>`, "currency-unknown"],
  [
    "a budget that ends before it starts",
    `<budget><period-start iso-date="2021-01-01"/><period-end iso-date="2020-12-31"/><value>1</value></budget>`,
    "period-reversed",
  ],
  [
    "two titles in one language",
    `<description><narrative>a</narrative><narrative>b</narrative></description>`,
    "narrative-repeated",
  ],
  ["a language that is none", `<description><narrative xml:lang="?">a</narrative></description>`, "language-unknown"],
  ["a related activity of unknown kind", `<related-activity type="6" ref="X"/>`, "code-unknown"],
])("%s is told as a warning and the activity comes in", async (_, odd, code) => {
  const result = await read(file(activity("A", odd)));
  expect(ids(result)).toEqual(["A"]);
  expect(result.faults.map((f) => [f.code, f.severity, f.identifier, f.raw])).toEqual([
    [code, "warning", "A", undefined],
  ]);
});

test("a record that is set aside is one fault, with all that is wrong in it", async () => {
  const { faults } = await read(
    file(
      activity(
        "A",
        `<activity-status code="9"/><activity-date type="1" iso-date="x"/><budget><value>y</value></budget>`,
      ),
    ),
  );
  expect(faults.map((f) => f.code)).toEqual(["date-invalid"]);
  expect(faults[0]?.also?.map((f) => f.code)).toEqual(["code-unknown", "amount-invalid"]);
});

test.each([
  ["no identifier", `<iati-activity><reporting-org ref="X"/></iati-activity>`, "identifier-missing"],
  ["an empty one", activity(" "), "identifier-missing"],
  ["one over two lines", activity("A\n1"), "identifier-invalid"],
  ["no reporter", `<iati-activity><iati-identifier>A</iati-identifier></iati-activity>`, "reporter-missing"],
  [
    "a nameless reporter",
    `<iati-activity><iati-identifier>A</iati-identifier><reporting-org type="10"/></iati-activity>`,
    "reporter-missing",
  ],
  ["nothing at all", `<iati-activity/>`, "identifier-missing"],
])("an activity with %s is set aside", async (_, bad, code) => {
  const result = await read(file(bad, activity("B")));
  expect(ids(result)).toEqual(["B"]);
  expect(result.faults.map((f) => [f.code, f.severity])).toEqual([[code, "error"]]);
});

test("line and column are those of the element in the file", async () => {
  const { faults } = await read(
    `<?xml version="1.0"?>\r\n<iati-activities version="2.03">\r\n  ${activity("A", `\r\n\t<activity-date\r\n iso-date="x" type="1"/>`)}</iati-activities>`,
  );
  expect(faults.map((f) => [f.line, f.column])).toEqual([[4, 2]]);
});
