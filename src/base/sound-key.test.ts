import fc from "fast-check";
import { expect, test } from "vitest";
import { normaliseName } from "./names.ts";
import { soundKey } from "./sound-key.ts";

const keys = (text: string) => normaliseName(text).split(" ").map((word) => soundKey(word)?.key);

test.each([
  ["الشقوري", "Chekkori"],
  ["الشقوري", "Shaqouri"],
  ["محمد", "Mohammed"],
  ["محمد", "Muhamad"],
  ["فاطمة", "Fatima"],
  ["فاطمة", "Fatimah"],
  ["النيجر", "Niger"],
  ["داعش", "Daesh"],
  ["القذافي", "Qaddafi"],
  ["خالد", "Khaled"],
  ["جبوتي", "Djibouti"],
  ["محمد", "Mahmoud"],
])("%s and %s sound alike", (arabic, latin) => {
  expect(keys(arabic)).toEqual(keys(latin));
});

test.each([
  ["القذافي", "Gaddafi"],
  ["مالي", "Chad"],
])("%s and %s do not", (arabic, latin) => {
  expect(keys(arabic)).not.toEqual(keys(latin));
});

test("a word of another script, of digits or with a single consonant has none", () => {
  for (const word of ["мали", "2023", "oua", "al", "عا", "a1"]) expect(soundKey(word)).toBeNull();
});

test("vowels and doubled letters do not matter", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(..."bdfkjlmnrstz"), { minLength: 2, maxLength: 6 }), fc.constantFrom("a", "ou", "oo", "aa"), (consonants, vowel) => {
    expect(soundKey(consonants.join(vowel))?.key).toBe(soundKey(consonants.map((c) => c + c).join("a"))?.key);
  }), { seed: 20_261_124 });
});
