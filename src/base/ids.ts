/**
 * A random id (UUID version 4). Random, because a guessable or ordered one would tell how many records
 * there are that a viewer may not see. Works in a browser without a secure context too.
 */
export function newId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return uuidFromBytes(bytes, 4);
}

/** `size` random bytes as lower-case hex, for salts and secrets. */
export function randomHex(size: number): string {
  return hexOf(globalThis.crypto.getRandomValues(new Uint8Array(size)));
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text);
}

/** The first 16 bytes as a UUID of this version (RFC 9562); version and variant bits are set here. */
export function uuidFromBytes(bytes: Uint8Array, version: number): string {
  const sixteen = Uint8Array.from(bytes.subarray(0, 16));
  if (sixteen.length < 16) throw new RangeError(`a UUID needs 16 bytes, found ${sixteen.length}`);
  sixteen[6] = ((sixteen[6] ?? 0) & 0x0f) | (version << 4);
  sixteen[8] = ((sixteen[8] ?? 0) & 0x3f) | 0x80;
  return hexOf(sixteen).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function hexOf(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex;
}

/** @throws RangeError when the text is no whole number of hex pairs */
export function bytesOfHex(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new RangeError(`expected pairs of hex digits, found ${JSON.stringify(hex.slice(0, 40))}`);
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}
