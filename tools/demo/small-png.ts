import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Pixels of a picture, three bytes each, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Reads a PNG as browsers write screenshots: eight bits a channel, not interlaced, with or without opacity (which is dropped). @throws for any other */
export function readPng(bytes: Buffer): Pixels {
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error("not a PNG");
  const parts = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") {
      [width, height, channels] = [data.readUInt32BE(0), data.readUInt32BE(4), data[9] === 2 ? 3 : data[9] === 6 ? 4 : 0];
      if (data[8] !== 8 || channels === 0 || data[12] !== 0) throw new Error("a PNG of another kind than screenshots are");
    }
    if (kind === "IDAT") parts.push(data);
    at += 12 + length;
  }
  return { width, height, rgb: unfiltered(inflateSync(Buffer.concat(parts)), width, height, channels) };
}

function unfiltered(raw: Buffer, width: number, height: number, channels: number): Uint8Array {
  const stride = width * channels;
  const rgb = new Uint8Array(width * height * 3);
  let before = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    const row = Uint8Array.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? (row[x - channels] ?? 0) : 0;
      const up = before[x] ?? 0;
      const corner = x >= channels ? (before[x - channels] ?? 0) : 0;
      row[x] = (row[x] ?? 0) + (filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? nearest(left, up, corner) : 0);
    }
    for (let x = 0; x < width; x++) rgb.set(row.subarray(x * channels, x * channels + 3), (y * width + x) * 3);
    before = row;
  }
  return rgb;
}

/** PNG's fourth filter. */
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Writes a PNG of at most 256 colours: pages have few, and the many shades at the edges of letters are told apart by nobody. */
export function writeSmallPng({ width, height, rgb }: Pixels): Buffer {
  const { palette, indexOf } = fewColours(rgb);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf(colourAt(rgb, y * width + x));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("PLTE", Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]))), chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const colourAt = (rgb: Uint8Array, pixel: number) => ((rgb[pixel * 3] ?? 0) << 16) | ((rgb[pixel * 3 + 1] ?? 0) << 8) | (rgb[pixel * 3 + 2] ?? 0);
const channel = (colour: number, shift: number) => (colour >> shift) & 255;

/** Halves the box of colours that is widest for how often it is met, until there are 256. */
function fewColours(rgb: Uint8Array): { readonly palette: readonly number[]; readonly indexOf: (colour: number) => number } {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < rgb.length / 3; pixel++) counts.set(colourAt(rgb, pixel), (counts.get(colourAt(rgb, pixel)) ?? 0) + 1);
  const boxes = [boxOf([...counts.keys()], counts)];
  while (boxes.length < 256) {
    const widest = boxes.reduce((best, box) => (box.weight > best.weight ? box : best));
    if (widest.weight === 0) break;
    const sorted = widest.colours.toSorted((a, b) => channel(a, widest.shift) - channel(b, widest.shift) || a - b);
    const middle = (channel(sorted[0] ?? 0, widest.shift) + channel(sorted.at(-1) ?? 0, widest.shift)) / 2;
    const cut = sorted.findIndex((colour) => channel(colour, widest.shift) > middle);
    boxes.splice(boxes.indexOf(widest), 1, boxOf(sorted.slice(0, cut), counts), boxOf(sorted.slice(cut), counts));
  }
  const index = new Map(boxes.flatMap((box, i) => box.colours.map((colour) => [colour, i] as const)));
  return { palette: boxes.map((box) => box.middle), indexOf: (colour) => index.get(colour) ?? 0 };
}

/** `middle`: the colour met most often in it, so that grounds and lines keep theirs. */
function boxOf(colours: readonly number[], counts: ReadonlyMap<number, number>) {
  let [shift, widest, met] = [0, 0, 0];
  for (const s of [16, 8, 0]) {
    const values = colours.map((c) => channel(c, s));
    const width = values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255);
    if (width > widest) [shift, widest] = [s, width];
  }
  let middle = colours[0] ?? 0;
  for (const colour of colours) {
    met += counts.get(colour) ?? 0;
    if ((counts.get(colour) ?? 0) > (counts.get(middle) ?? 0)) middle = colour;
  }
  return { colours, shift, middle, weight: widest * Math.sqrt(met) };
}
