import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { generateIati } from "./iati.ts";

// A process of its own that writes a generated file, so that making it leaves nothing in the memory of the one that is measured:
// write-iati.ts FILE COUNT SEED [share of broken ones]
const [file = "", count = "", seed = "", broken = "0"] = process.argv.slice(2);
await pipeline(Readable.from(generateIati(Number(count), Number(seed), { broken: Number(broken) })), createWriteStream(file));
