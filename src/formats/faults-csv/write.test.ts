import { expect, test } from "vitest";
import type { Fault } from "../../initiatives/report.ts";
import { writeFaultsCsv } from "./write.ts";

test("every mistake is a row, those of one record together, and nothing in it can run", async () => {
  const faults: readonly Fault[] = [
    {
      file: "a.xml",
      line: 3,
      column: 5,
      path: "/x/@y",
      code: "date-invalid",
      found: '=cmd|"x"',
      expected: "a date",
      severity: "error",
      identifier: "A,1",
      raw: "<x/>",
      also: [{ line: 4, path: "/x/z", code: "amount-invalid", found: "-", expected: "a number" }],
    },
    { file: "a.xml", line: 9, path: "/x", code: "code-unknown", found: "", expected: "a code", severity: "warning" },
  ];
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeFaultsCsv(faults)) chunks.push(chunk);
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(chunks)).split("\r\n")).toEqual([
    '\ufeff"severity","file","line","column","path","code","found","expected","identifier"',
    `"error","a.xml","3","5","/x/@y","date-invalid","'=cmd|""x""","a date","A,1"`,
    `"error","a.xml","4","","/x/z","amount-invalid","'-","a number","A,1"`,
    '"warning","a.xml","9","","/x","code-unknown","","a code",""',
    "",
  ]);
});
