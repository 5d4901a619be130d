import { z } from "zod";

// What a person writes in a file, of the same shape as the API takes it.

const money = z.strictObject({ amount: z.string(), currency: z.union([z.string(), z.null()]) });
const quote = z.strictObject({ text: z.string().min(1), language: z.string(), start: z.int().optional(), end: z.int().optional() });
const value = { text: z.string().optional(), language: z.string().optional(), integer: z.int().optional(), money: money.optional(), refs: z.array(z.uuid()).optional() };
const evidence = { quote: quote.optional(), locator: z.string().optional(), note: z.string().optional() };
const marking = z.string().optional();

const enteredField = z.strictObject({ field: z.string(), ...value, ...evidence, confidence: z.enum(["verified", "reported", "uncertain"]).default("reported") });
const fields = { fields: z.array(enteredField) };
/** where a source puts an earlier meeting in the order of things, and in which words */
const toldOrder = z.strictObject({ place: z.enum(["before", "after"]), ...evidence, confidence: z.enum(["verified", "reported", "uncertain"]).default("reported") });

export const newClaimShape = z.strictObject({
  record: z.uuid(), field: z.string(), value: z.strictObject(value), source: z.uuid(), ...evidence, confidence: z.enum(["verified", "reported", "uncertain"]).default("reported"), marking,
});

export const newSourceShape = z.strictObject({
  title: z.string(), publisher: z.string().optional(), url: z.string().optional(), published: z.string().optional(), language: z.string().optional(), licence: z.string().optional(), note: z.string().optional(), text: z.string().optional(), marking,
});

export const meetingEntryShape = z.strictObject({
  body: z.uuid(),
  source: z.uuid(),
  marking,
  meeting: z.array(enteredField),
  delegations: z.array(z.strictObject({ member: z.uuid(), fields: z.array(enteredField) })).default([]),
  undertakings: z.array(z.strictObject({ undertaking: z.uuid().optional(), ...fields })).default([]),
  counts: z.array(z.strictObject({ body: z.uuid().optional(), ...fields })).default([]),
  offices: z.array(z.strictObject({ body: z.uuid().optional(), holder: z.uuid(), office: z.enum(["chair", "co-chair", "lead", "co-lead", "rapporteur"]), ...fields })).optional(),
  facts: z.array(z.strictObject({ record: z.uuid(), ...fields })).optional(),
  earlierMeetings: z.array(z.strictObject({ meeting: z.uuid().optional(), body: z.uuid().optional(), ...fields, told: toldOrder.optional() })).optional(),
});

export const newNeedsShape = z.strictObject({
  needs: z.array(
    z.strictObject({
      area: z.string(), line: z.string(), from: z.string(), to: z.string(), usdPerMonth: z.number().optional(), people: z.number().optional(), reached: z.number().optional(), unitCostUsdYear: z.number().optional(),
      severity: z.number().optional(), source: z.uuid().optional(), note: z.string().optional(),
    }),
  ),
  marking: z.enum(["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER"]).default("TLP:GREEN"),
});

const oneSource = { source: z.uuid(), marking, fields: z.array(enteredField).min(1).max(100) };
export const newFactsShape = z.strictObject(oneSource);
export const newRecordShape = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("delegation"), meeting: z.uuid(), member: z.uuid(), ...oneSource }),
  z.strictObject({ kind: z.literal("text"), body: z.uuid(), meeting: z.uuid().optional(), ...oneSource }),
  z.strictObject({ kind: z.literal("undertaking"), body: z.uuid(), meeting: z.uuid().optional(), ...oneSource }),
  z.strictObject({ kind: z.literal("person"), ...oneSource }),
]);
