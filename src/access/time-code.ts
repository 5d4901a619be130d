import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;
const totp = (secret: string, label: string, issuer: string) => new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: periodSeconds });

/** A new secret of 160 bits in base32, as authenticator apps take it (RFC 4226 asks for no less). */
export function newTimeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from a picture: `otpauth://totp/…`. */
export function timeCodeAddress(secret: string, login: string, issuer: string): string {
  return totp(secret, login, issuer).toString();
}

/**
 * The step of time (of 30 seconds) whose code this is (RFC 6238), one before and one after allowed for clocks that differ.
 * @param after the last step that was taken: that code and every earlier one is refused, so that none is good twice
 */
export function timeCodeStep(secret: string, code: string, at: Date, after: number): number | null {
  const digits = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totp(secret, "", "").validate({ token: digits, timestamp: at.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(at.getTime() / 1000 / periodSeconds) + delta;
  return step > after ? step : null;
}

/** The code at a moment, as the app would show it. */
export function timeCode(secret: string, at: Date): string {
  return totp(secret, "", "").generate({ timestamp: at.getTime() });
}
