import { randomInt } from "node:crypto";
import { secretHash } from "./secret.ts";

// No letter or digit that is mistaken for another.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** Ten codes for the day when the second factor is lost, each good once: 16 of 31 letters, about 79 bits. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")).join("-"));
}

/** What is kept of one; blanks, dashes and capitals do not count. @returns null for what cannot be one */
export function recoveryCodeHash(code: string): Buffer | null {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, "");
  return /^[a-z2-9]{16}$/.test(plain) ? secretHash(`recovery ${plain}`) : null;
}
