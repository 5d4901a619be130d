import { randomBytes, scrypt as scryptCallback, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const scrypt = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scryptCallback);

// OWASP's password storage advice for scrypt: N = 2^17, r = 8, p = 1 (128 MiB, about a quarter of a second).
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. The password is taken in Unicode NFKC. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await scrypt(password.normalize("NFKC"), salt, 32, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Takes the same time for an unknown account: give it `unknownAccountHash`. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = stored.split("$");
  if (scheme !== "scrypt" || !salt || !key) return false;
  const expected = Buffer.from(key, "base64url");
  const found = await scrypt(password.normalize("NFKC"), Buffer.from(salt, "base64url"), expected.length, { N: Number(N), r: Number(r), p: Number(p), maxmem: cost.maxmem });
  return timingSafeEqual(found, expected);
}

/** The hash of nobody's password, so that asking for an account that does not exist costs the same. */
export const unknownAccountHash = ["scrypt", cost.N, cost.r, cost.p, Buffer.alloc(16).toString("base64url"), Buffer.alloc(32).toString("base64url")].join("$");
