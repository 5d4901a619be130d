import { PassThrough } from "node:stream";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { openApiDocument } from "../api/openapi.ts";
import { program } from "./run-cli.ts";

// Whatever a page can do by the API, a command does too.

/** The command for each operation of the API, or in brackets why none is needed. */
const commandFor: Readonly<Record<string, string>> = {
  "GET /api/session": "status",
  "POST /api/session": "sign-in",
  "DELETE /api/session": "(a command holds no session: it is given a token each time)",
  "PUT /api/session/looking-as": "look-as",
  "POST /api/setup": "set-up",
  "POST /api/invitations": "invite",
  "POST /api/invitations/accept": "accept-invitation",
  "POST /api/tokens": "tokens make",
  "GET /api/demonstration": "(names the ways into a fictional coalition, for its page)",
  "POST /api/demonstration/session": "(a command is given a token; a fictional coalition is entered by its page)",
  "GET /api/session/ways": "(signing in by hand is for a browser)",
  "PUT /api/session/role": "(a token is of one role)",
  "POST /api/session/passkey/options": "(a passkey needs a browser)",
  "POST /api/session/passkey": "(a passkey needs a browser)",
  "GET /api/oidc/{provider}/start": "(a provider needs a browser)",
  "GET /api/oidc/{provider}/callback": "(a provider needs a browser)",
  "POST /api/oidc/{provider}/logout": "(told by a provider's server)",
  "GET /api/account": "sessions list",
  "DELETE /api/account/sessions": "sessions end",
  "DELETE /api/account/sessions/{id}": "sessions end",
  "PUT /api/account/password": "(no token changes the keys of its account)",
  "POST /api/account/second-factor": "(no token changes the keys of its account)",
  "PUT /api/account/second-factor": "(no token changes the keys of its account)",
  "POST /api/account/passkeys/options": "(no token changes the keys of its account)",
  "POST /api/account/passkeys": "(no token changes the keys of its account)",
  "DELETE /api/account/passkeys/{id}": "(no token changes the keys of its account)",
  "GET /api/people": "people list",
  "POST /api/people/import": "people import",
  "POST /api/people/{id}/roles": "role give",
  "POST /api/people/{id}/end": "close-account",
  "POST /api/roles/{id}/end": "role end",
  "POST /api/invitations/{id}/link": "invitations renew",
  "POST /api/people/{id}/second-factor/reset": "reset-second-factor",
  "POST /api/invitations/passkey/options": "(a passkey needs a browser)",
  "POST /api/invitations/passkey": "(a passkey needs a browser)",
  "PUT /api/account/name": "(no token changes the keys of its account)",
  "POST /api/account/notices/{id}/read": "(its bearer reads it when coming in)",
  "GET /api/acts": "acts list",
  "POST /api/acts": "acts widen",
  "POST /api/acts/{id}/second": "(a second person says so by hand)",
  "POST /api/acts/{id}/refuse": "(a second person says so by hand)",
  "POST /api/acts/{id}/withdraw": "acts withdraw",
  "GET /api/operation": "operation show",
  "POST /api/operation/verify-audit": "operation verify-audit",
  "GET /api/why/{kind}/{id}": "why",
  "GET /api/invitations": "invitations list",
  "DELETE /api/invitations/{id}": "invitations end",
  "GET /api/circles": "circles",
  "POST /api/circles": "circle make",
  "PUT /api/circles/{id}/holders": "circle set",
  "PUT /api/sources/{id}/marking": "mark",
  "PUT /api/claims/{id}/marking": "mark",
  "PUT /api/records/{id}/marking": "mark",
  "PUT /api/imports/{id}/marking": "mark",
  "GET /api/records/{id}/why": "why",
  "GET /api/records/{id}/history": "history",
  "GET /api/records/{id}/compare": "compare",
  "GET /api/initiatives/{id}/history": "history",
  "GET /api/initiatives/{id}/compare": "compare",
  "GET /api/search": "search",
  "GET /api/coalition": "status",
  "GET /api/record": "bodies",
  "GET /api/bodies/{id}": "body",
  "GET /api/members": "members",
  "GET /api/members/{id}": "member",
  "GET /api/meetings": "meetings",
  "GET /api/meetings/{id}": "meeting",
  "GET /api/undertakings": "undertakings",
  "GET /api/undertakings/{id}": "undertaking",
  "GET /api/texts": "texts",
  "GET /api/texts/{id}": "text",
  "GET /api/persons": "persons",
  "GET /api/persons/{id}": "person",
  "GET /api/bodies/{id}/brief": "brief",
  "POST /api/records": "enter-record",
  "POST /api/records/{id}/facts": "enter-record",
  "GET /api/live": "(tells open pages what to ask again; what was written is told by changes)",
  "GET /api/changes": "changes",
  "GET /api/home": "changes",
  "POST /api/meetings": "enter-meeting",
  "POST /api/meetings/{id}/entries": "enter-meeting",
  "GET /api/claims": "claims",
  "POST /api/claims": "claim",
  "POST /api/claims/{id}/withdraw": "withdraw",
  "POST /api/decisions": "decide",
  "POST /api/decisions/{id}/withdraw": "withdraw",
  "GET /api/conflicts": "conflicts",
  "GET /api/sources": "sources",
  "POST /api/sources": "source add",
  "GET /api/sources/{id}": "source show",
  "GET /api/audit": "audit log",
  "GET /api/imports": "imports",
  "POST /api/imports": "import",
  "GET /api/imports/{id}": "import-summary",
  "POST /api/imports/{id}/resume": "import-resume",
  "GET /api/imports/{id}/faults": "import-summary",
  "GET /api/imports/{id}/faults/{n}/raw": "import-summary",
  "GET /api/imports/{id}/summary.csv": "import-summary",
  "GET /api/imports/{id}/events": "(import reads to the end itself and tells how far it is)",
  "GET /api/picture": "picture",
  "GET /api/overlaps": "overlaps",
  "GET /api/overlaps/export": "overlaps",
  "GET /api/overlaps/{a}/{b}": "overlap",
  "GET /api/gaps": "gaps",
  "GET /api/gaps/export": "gaps",
  "GET /api/gaps/{area}/{line}": "gap",
  "POST /api/overlaps/{a}/{b}/decision": "finding decide-overlap",
  "POST /api/overlaps/{a}/{b}/decision/withdraw": "finding withdraw-overlap",
  "POST /api/gaps/{area}/{line}/decision": "finding decide-gap",
  "POST /api/gaps/{area}/{line}/decision/withdraw": "finding withdraw-gap",
  "GET /api/stated-none": "none list",
  "POST /api/stated-none": "none state",
  "POST /api/stated-none/{id}/withdraw": "none withdraw",
  "GET /api/worklist": "worklist",
  "GET /api/areas": "(the drawing of the map; the areas' names and figures are in picture)",
  "GET /api/areas/{code}": "area",
  "GET /api/initiatives": "initiatives",
  "GET /api/initiatives/export": "initiatives",
  "GET /api/initiatives/{id}": "initiative",
  "GET /api/views": "views list",
  "POST /api/views": "views save",
  "DELETE /api/views/{id}": "views end",
  "GET /api/needs": "needs",
  "POST /api/needs": "need enter",
  "POST /api/needs/{id}/withdraw": "need withdraw",
};

const { command } = program({ env: {}, stdout: new PassThrough(), stderr: new PassThrough(), stop: new AbortController().signal });

function pathsOf(c: Command, before = ""): string[] {
  return c.commands.flatMap((sub) => {
    const path = `${before}${sub.name()}`;
    return sub.commands.length > 0 ? pathsOf(sub, `${path} `) : [path];
  });
}

test("every operation of the API has a command, or a reason for having none", () => {
  const operations = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, methods]) => Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`));
  expect(operations.length).toBeGreaterThan(20);
  expect(operations.filter((o) => commandFor[o] === undefined)).toEqual([]);
  expect(Object.keys(commandFor).filter((o) => !operations.includes(o))).toEqual([]);
});

test("each command of the table is there", () => {
  const paths = pathsOf(command);
  expect([...new Set(Object.values(commandFor))].filter((c) => !c.startsWith("(") && !paths.includes(c))).toEqual([]);
});

test("every command says what it does, and so does every command under it", () => {
  const silent = (c: Command): string[] => c.commands.flatMap((sub) => [...(sub.description() === "" && sub.commands.length === 0 ? [sub.name()] : []), ...silent(sub)]);
  expect(silent(command)).toEqual([]);
});
