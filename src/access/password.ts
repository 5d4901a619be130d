import { type Argon2Parameters, argon2 as argon2Callback, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const argon2 = promisify<"argon2id", Argon2Parameters, Buffer>(argon2Callback);

// OWASP's password storage advice for argon2id: 46 MiB, one pass, one lane (about a tenth of a second).
const cost = { memory: 47_104, passes: 1, parallelism: 1 };

/** `argon2id$memory$passes$lanes$salt$key`, memory in KiB, salt and key in base64url. The password is taken in Unicode NFKC. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const key = await argon2("argon2id", { message: password.normalize("NFKC"), nonce, tagLength: 32, ...cost });
  return ["argon2id", cost.memory, cost.passes, cost.parallelism, nonce.toString("base64url"), key.toString("base64url")].join("$");
}

/** Takes the same time for an unknown account: give it `unknownAccountHash`. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, memory, passes, parallelism, salt, key] = stored.split("$");
  if (scheme !== "argon2id" || !salt || !key) return false;
  const expected = Buffer.from(key, "base64url");
  const found = await argon2("argon2id", {
    message: password.normalize("NFKC"), nonce: Buffer.from(salt, "base64url"), tagLength: expected.length,
    memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism),
  });
  return timingSafeEqual(found, expected);
}

/** The hash of nobody's password, so that asking for an account that does not exist costs the same. */
export const unknownAccountHash = ["argon2id", cost.memory, cost.passes, cost.parallelism, Buffer.alloc(16).toString("base64url"), Buffer.alloc(32).toString("base64url")].join("$");
