import { readdirSync, readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { stripBidi } from "../base/bidi.ts";
import { errorCatalogue, fault } from "../base/errors.ts";
import { cliHelp } from "../locales/cli-help.ts";
import { cliCounts, cliWords } from "../locales/cli-words.ts";
import { faultAdvice, faultFacts, faultSaid } from "../locales/fault-words.ts";
import { program, runCli } from "./run-cli.ts";
import { counted, help, languageAsked, say, speaking, spokenLanguages } from "./speak.ts";
import { facts, table } from "./print/table.ts";
import { tellFault } from "./tell-fault.ts";

// What the command line says, it says in three languages: a sentence that one of them lacks fails here.

const { command } = program({ env: {}, stdout: new PassThrough(), stderr: new PassThrough(), stop: new AbortController().signal });
const here = (c: Command): string[] => [c.description(), ...c.options.map((o) => o.description), ...c.registeredArguments.map((a) => a.description), ...c.commands.flatMap(here)];
const described = [...new Set(here(command))].filter((d) => d !== "");
/** labels and codes, the same in every language */
const isCode = (words: string) => /^(TLP:\w+(\+\w+)?(, )?|…|USD|sha256)+$/.test(words);
const holes = (phrase: string) => [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").toSorted();

test("everything that the help says has its French and its Arabic", () => {
  expect(described.length).toBeGreaterThan(150);
  for (const language of ["fr", "ar"] as const) expect(described.filter((d) => !isCode(d) && speaking(language, () => help(d)) === d)).toEqual([]);
});

test.each([["help", cliHelp], ["words", cliWords]])("%s: each phrase is whole in each language, with the same facts in it", (_, catalogue) => {
  for (const [english, [french, arabic]] of Object.entries<readonly [string, string]>(catalogue)) {
    for (const said of [french, arabic]) {
      expect(said.trim(), english).not.toBe("");
      expect(holes(said), english).toEqual(holes(english));
    }
    // Arabic is never the English one; French may share a word with it, never a sentence.
    if (!isCode(english)) expect(arabic, english).toMatch(/[\u0621-\u064A]/);
    if (!isCode(english) && english.trim().split(" ").length > 2) expect(french).not.toBe(english);
  }
});

test("a fault is said for every code, word for word as the pages say it", () => {
  expect(Object.keys(faultSaid).toSorted()).toEqual(Object.keys(errorCatalogue).toSorted());
  const pages = new Map(Array.from(readFileSync(new URL("../../web/words/problem-words.ts", import.meta.url), "utf8").matchAll(/^ {2}"?([\w-]+)"?: \{ said: msg`([^`]*)`/gm), ([, code = "", said = ""]) => [code, said]));
  expect(pages.size).toBeGreaterThan(20);
  const po = (language: string) => {
    const lines = readFileSync(new URL(`../locales/${language}.po`, import.meta.url), "utf8");
    return new Map(Array.from(lines.matchAll(/^msgid "(.*)"\nmsgstr "(.*)"$/gm), ([, id = "", said = ""]) => [id, said]));
  };
  const [french, arabic] = [po("fr"), po("ar")];
  for (const [code, said] of Object.entries(faultSaid)) {
    const page = pages.get(code);
    if (page !== undefined) expect(said, code).toEqual([page, french.get(page), arabic.get(page)]);
    for (const phrase of said) expect(phrase.trim(), code).not.toBe("");
  }
});

test.each(Object.entries({ ...faultAdvice, ...faultFacts }))("%s: the advice or fact is whole in three languages", (_, said) => {
  expect(new Set(said.map((phrase) => holes(phrase).join())).size).toBe(1);
  expect(said[2]).toMatch(/[\u0621-\u064A]/);
});

test.each(spokenLanguages)("%s has every form of number that its rules tell apart", (language) => {
  const at = spokenLanguages.indexOf(language);
  // French writes a million of something as a form of its own, which no count here is.
  const needed = language === "ar" ? new Intl.PluralRules("ar").resolvedOptions().pluralCategories : (["other"] as const);
  for (const [what, said] of Object.entries(cliCounts)) for (const form of needed) expect(Object.keys(said[at] ?? {}), what).toContain(form);
});

test("no command prints a sentence that no catalogue has", () => {
  const files = readdirSync(new URL("commands/", import.meta.url)).map((name) => `commands/${name}`).concat(readdirSync(new URL("print/", import.meta.url)).filter((n) => !n.includes(".test.")).map((name) => `print/${name}`), "options.ts", "session.ts", "run-cli.ts");
  const known = new Set([...Object.keys(cliWords), ...Object.keys(cliHelp)]);
  const left = files.flatMap((file) => {
    const source = readFileSync(new URL(file, import.meta.url), "utf8")
      .replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "")
      // what a fault found and expected is said where faults are told
      .replaceAll(/(?:expected|found): ("(?:[^"\\]|\\.)*"|`[^`]*`)/g, "");
    const strings = Array.from(source.matchAll(/"((?:[^"\\\n]|\\.)*)"/g), ([, s = ""]) => s.replaceAll('\\"', '"'));
    return strings.filter((s) => /[a-z]{2,} [a-z]{2,}/.test(s) && !known.has(s)).map((s) => `${file}: ${s}`);
  });
  expect(left).toEqual([]);
  // and none is written between the facts of a template
  const templates = files.flatMap((file) => Array.from(readFileSync(new URL(file, import.meta.url), "utf8").matchAll(/`((?:[^`\\]|\\.)*)`/g), ([, t = ""]) => t.replaceAll(/\$\{[^{}]*\}/g, "·")).filter((t) => !t.includes("${") && /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/.test(t) && !known.has(t.slice(0, t.indexOf(":") + 1))).map((t) => `${file}: ${t}`));
  expect(templates).toEqual([]);
});

async function ran(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const both = Promise.all([text(stdout), text(stderr)]);
  const code = await runCli(args, { env, stdout, stderr, stop: new AbortController().signal });
  stdout.end();
  stderr.end();
  const [out, err] = await both;
  return { code, out, err };
}

test("the language is the one of --lang, else ENTENTE_LANG, else the terminal's, else English", () => {
  expect(languageAsked(["members", "--lang", "ar"], { ENTENTE_LANG: "fr" })).toBe("ar");
  expect(languageAsked(["--lang=fr", "members"], { LANG: "ar_EG.UTF-8" })).toBe("fr");
  expect(languageAsked(["members"], { ENTENTE_LANG: "fr", LC_ALL: "ar_MA" })).toBe("fr");
  expect(languageAsked(["members"], { LC_ALL: "", LC_MESSAGES: "ar", LANG: "fr_FR.UTF-8" })).toBe("ar");
  expect(languageAsked(["members"], { LANG: "de_DE.UTF-8" })).toBe("en");
  expect(languageAsked(["search", "--", "--lang", "ar"], {})).toBe("en");
});

test("help and what was asked in a wrong way are in that language, and the exit code is the same", async () => {
  const help = await ran(["overlaps", "--help"], { ENTENTE_LANG: "fr" });
  expect([help.code, help.err]).toEqual([0, ""]);
  expect(help.out).toContain("les initiatives qui se rejoignent");
  expect(help.out).not.toMatch(/Options:|display help|initiatives that meet/);
  expect(await ran(["overlaps", "--limit", "999"], { LANG: "fr_CA" })).toEqual({ code: 2, out: "", err: "erreur : 999 n’est pas une valeur pour --limit <n> (un nombre entier de 1 à 200)\n(entente --help dit ce qu’il y a)\n" });
  const wrong = await ran(["--lang", "ar", "setup-link", "--nothing-like-it"]);
  expect([wrong.code, stripBidi(wrong.err).split("\n")[0]]).toEqual([2, "خطأ: خيار غير معروف --nothing-like-it"]);
  for (const args of [["nonsense"], ["overlap"], ["claims", "a", "b", "c"], ["withdraw", "x", "y"], ["decide", "a", "b", "c"], ["overlaps", "--kind", "x"], ["overlaps", "--kind"]])
    expect((await ran(["--lang", "ar", ...args])).err.split("\n")[0], args.join(" ")).toMatch(/^خطأ: [\u0621-\u064A]|^خطأ: \u2068/);
});

test("a fault is told in the language, its code and its facts as they are", () => {
  const told = (language: "fr" | "ar") => speaking(language, () => tellFault(fault("csv-invalid", { file: "bodies.csv", line: 3, path: "kind", found: "x", expected: "y" })));
  expect(told("fr")).toBe("csv-invalid: Le tableau est illisible.\n  fichier: bodies.csv\n  ligne: 3\n  chemin: kind\n  trouvé: x\n  attendu: y\nRien n’a été chargé.\n");
  expect(told("ar")).toContain("المتوقع: \u2068y\u2069");
});

test("numbers, names and dates stand in Arabic as in their own direction, and columns stay columns", () => {
  const said = speaking("ar", () => facts([["period", say("{from} to {to}", { from: "2024-01", to: "2024-12" })], ["id", 12345]]));
  expect(said).toContain("\u20682024-01\u2069 إلى \u20682024-12\u2069");
  expect(said).toContain("\u206812,345\u2069");
  expect(speaking("fr", () => facts([["id", 12345]]))).toBe("id  12\u202f345\n");
  expect(speaking("ar", () => table(["name", "id"], [["وفد", 1], ["delegation", 20]])).split("\n").map((l) => stripBidi(l).replaceAll(/\p{Mn}/gu, "").length)).toEqual([18, 18, 18, 0]);
  expect([0, 1, 2, 3, 11, 100].map((n) => stripBidi(speaking("ar", () => counted("records", n))))).toEqual(["لا سجلات", "سجل واحد", "سجلان", "3 سجلات", "11 سجلًّا", "100 سجل"]);
});
