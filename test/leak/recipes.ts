import { csv, type Cast } from "./cast.ts";
import { type Planted, word } from "./plants.ts";

/** One request of the walk. `pages`: its `next` is followed to the end. */
export type Ask = { readonly method: string; readonly path: string; readonly body?: unknown; readonly bytes?: string; readonly pages?: boolean };

/** An id that nobody ever had. */
export const nobody = "3f1c8a52-0d7e-4b3a-9c41-5e6f7a8b9c0d";

const get = (path: string, pages = false): Ask => ({ method: "GET", path, pages });
const send = (method: string) => (path: string, body: unknown): Ask => ({ method, path, body });
const [post, put, remove] = [send("POST"), send("PUT"), send("DELETE")];

/**
 * What to ask of every route of the description, by its method and path. Paths with an id are asked with what stands in the open, with
 * every planted id that could fit, and with one that nobody had.
 */
export function recipes(cast: Cast, planted: Planted): Readonly<Record<string, readonly Ask[]>> {
  const { open, id } = cast;
  const of = (...names: string[]): string[] => names.map((name) => planted[name] ?? nobody);
  const days = ["", "?asOf=2024-07-08", "?asOf=1990-01-01", "?asOf=2030-01-01"];
  const paged = (path: string, ids: readonly string[], rest = "", suffixes: readonly string[] = [""]) => ids.flatMap((x) => suffixes.map((s) => get(`${path}/${x}${rest}${s}`)));
  const bodies = [id("body", "compact"), id("body", "upper-basin")];
  const members = ["tamsund", "orvelle", "warden-union"].map((key) => id("member", key));
  const meetings = [open.meeting, open.secondMeeting];
  const hiddenRecords = of("member", "person", "body", "membership", "membershipInBody", "membershipOfMember", "office", "meeting", "delegation", "undertaking", "text", "count");
  const someRecords = [bodies[1], members[0], open.meeting, open.undertaking, ...of("member", "membershipInBody", "office", "meeting", "undertaking"), nobody].map(String);
  const hiddenInitiatives = of("reportInitiative", "redReportInitiative", "report", "sameReport");
  const imports = [open.import, open.importInFaults, ...of("import"), nobody];
  const fields = [[bodies[0], "founded"], [bodies[0], "name"], [bodies[1], "launched"], [members[0], "name"], [members[0], "standing"], [open.meeting, "date"], [open.meeting, "place"], [open.meeting, "host"], [open.undertaking, "due"], [open.delegation, "head"], ...hiddenRecords.map((r) => [r, "name"])] as const;
  const picture = ["", "?from=2024-01&to=2026-12", "?basis=commitment&line=capacity", "?country=NE&asOf=2024-07-08", "?asOf=1990-01-01", `?member=${nobody}`];
  const reason = { reason: "to see what happens" };
  const marking = { tlp: "TLP:AMBER+STRICT", circle: null };
  const targets = ["TLP:AMBER+STRICT"].map((tlp) => ({ tlp, circle: planted["circle"] ?? nobody }));
  const claimOn = (record: string, source: string, field = "name", value: unknown = { text: "A name" }) => ({ record, field, language: field === "name" ? "en" : undefined, source, value, confidence: "reported" });
  const entry = (body: string, source: string, more: object = {}) => ({ body, source, meeting: [{ field: "title", language: "en", text: "Winter meeting", confidence: "reported" }], delegations: [], undertakings: [], counts: [], ...more });

  return {
    "GET /api/session": [get("/api/session")],
    "POST /api/session": [post("/api/session", { ...cast.password, password: "not the right one" }), post("/api/session", { login: `${word}-login`, password: "a guess of twelve" }), post("/api/session", { login: "nobody-at-all", password: "a guess of twelve" })],
    "DELETE /api/session": [],
    "PUT /api/session/looking-as": [planted["member"] ?? nobody, planted["body"] ?? nobody, nobody].map((member) => put("/api/session/looking-as", { member })),
    "POST /api/setup": [post("/api/setup", { token: "guessed", login: "first", password: "a long password", name: "First", body: planted["body"] ?? nobody })],
    "POST /api/invitations": [planted["member"] ?? nobody, planted["body"] ?? nobody, planted["person"] ?? nobody, nobody].map((holder) => post("/api/invitations", { name: "Somebody", role: "observer", holder })),
    "POST /api/invitations/accept": [post("/api/invitations/accept", { token: "guessed", login: `${word}-login`, password: "a long password" })],
    "POST /api/invitations/passkey/options": [post("/api/invitations/passkey/options", { token: "guessed", login: `${word}-login` })],
    "POST /api/invitations/passkey": [post("/api/invitations/passkey", { token: "guessed", flow: "guessed", name: "key", response: { id: "guessed" } })],
    "POST /api/tokens": [post("/api/tokens", { name: "script" })],
    "GET /api/session/ways": [get("/api/session/ways")],
    "PUT /api/session/role": [put("/api/session/role", { role: nobody })],
    "POST /api/session/passkey/options": [post("/api/session/passkey/options", {})],
    "POST /api/session/passkey": [post("/api/session/passkey", { flow: "guessed", response: { id: "guessed" } })],
    "GET /api/oidc/{provider}/start": [get("/api/oidc/nobody/start")],
    "GET /api/oidc/{provider}/callback": [get("/api/oidc/nobody/callback?code=guessed&state=guessed")],
    "POST /api/oidc/{provider}/logout": [],
    "GET /api/account": [get("/api/account")],
    "DELETE /api/account/sessions": [remove("/api/account/sessions", {})],
    "DELETE /api/account/sessions/{id}": [remove(`/api/account/sessions/${nobody}`, {})],
    "PUT /api/account/name": [put("/api/account/name", { name: "Another name" })],
    "POST /api/account/notices/{id}/read": [post(`/api/account/notices/${nobody}/read`, {})],
    "PUT /api/account/password": [put("/api/account/password", { present: "not the right one", next: "a password of twelve" })],
    "POST /api/account/second-factor": [post("/api/account/second-factor", {})],
    "PUT /api/account/second-factor": [put("/api/account/second-factor", { code: "000000" })],
    "POST /api/account/passkeys/options": [post("/api/account/passkeys/options", {})],
    "POST /api/account/passkeys": [post("/api/account/passkeys", { flow: "guessed", name: "key", response: { id: "guessed" } })],
    "DELETE /api/account/passkeys/{id}": [remove(`/api/account/passkeys/${nobody}`, {})],
    "GET /api/people": [get("/api/people")],
    "POST /api/people/import": [true, false].map((dryRun) => post("/api/people/import", { name: "a.csv", dryRun, text: `kind,member,name,body,office,to\nmembership,${word},,${word},,\nmembership,${planted["member"] ?? nobody},,${planted["body"] ?? nobody},,\noffice,${word},,,chair,\nfocal-point,${word},${word},,,` })),
    "POST /api/people/{id}/roles": [...of("member", "person"), nobody].map((holder) => post(`/api/people/${nobody}/roles`, { role: "observer", holder })),
    "POST /api/people/{id}/end": [post(`/api/people/${nobody}/end`, {})],
    "POST /api/roles/{id}/end": [post(`/api/roles/${nobody}/end`, {})],
    "GET /api/invitations": [get("/api/invitations")],
    "DELETE /api/invitations/{id}": [remove(`/api/invitations/${nobody}`, {})],

    "POST /api/invitations/{id}/link": [post(`/api/invitations/${nobody}/link`, {})],
    "POST /api/people/{id}/second-factor/reset": [post(`/api/people/${nobody}/second-factor/reset`, reason)],
    "GET /api/acts": [get("/api/acts")],
    "POST /api/acts": [...of("source", "redSource", "circleSource"), nobody].map((id) => post("/api/acts", { kind: "delete-source", subject: { kind: "source", id }, ...reason })).concat(
      ([["record", "meeting"], ["claim", "conflict"], ["record", "member"]] as const).map(([kind, key]) => post("/api/acts", { kind: "widen-marking", subject: { kind, id: planted[key] ?? nobody }, tlp: "TLP:CLEAR", ...reason }))),
    "POST /api/acts/{id}/second": [...of("act"), nobody].map((a) => post(`/api/acts/${a}/second`, {})),
    "POST /api/acts/{id}/refuse": [...of("act"), nobody].map((a) => post(`/api/acts/${a}/refuse`, reason)),
    "POST /api/acts/{id}/withdraw": [...of("act"), nobody].map((a) => post(`/api/acts/${a}/withdraw`, {})),
    "GET /api/operation": [get("/api/operation")],
    // planted entries came in by no verb: the log rightly does not hold (its answer says no more, see test/access/account.test.ts)
    "POST /api/operation/verify-audit": [],
    "GET /api/demonstration": [get("/api/demonstration")],
    // a stream has no end to wait for: its own test stands in live.test.ts
    "GET /api/live": ["once=yes", "once=yes&age=604800"].map((q) => get(`/api/live?${q}`)),
    "GET /api/changes": ["", "?limit=1", `?about=${open.meeting}`, ...of("meeting", "member", "report", "reportInitiative").map((about) => `?about=${about}`)].map((q) => get(`/api/changes${q}`)),
    "GET /api/home": [get("/api/home")],
    "POST /api/demonstration/session": [post("/api/demonstration/session", { login: cast.password.login }), post("/api/demonstration/session", { login: `${word}-login` })],
    "GET /api/search": [word, `AAA ${word}`, "xyloqiunt", "school", "a", "river", "7319553", "TS", "xq", "the", "Niamey", word.slice(0, 4)].flatMap((q) => [`?q=${encodeURIComponent(q)}`, `?q=${encodeURIComponent(q)}&limit=1`]).concat(["member", "initiative", "source", "text,undertaking,delegation"].map((kinds) => `?q=a&limit=2&kinds=${kinds}`)).map((q) => get(`/api/search${q}`, true)),
    "GET /api/coalition": days.map((d) => get(`/api/coalition${d}`)),
    "GET /api/record": days.map((d) => get(`/api/record${d}`)),
    "GET /api/bodies/{id}": paged("/api/bodies", [...bodies, ...of("body", "member"), nobody], "", days.slice(0, 3)),
    "GET /api/members": days.map((d) => get(`/api/members${d}`)),
    "GET /api/members/{id}": paged("/api/members", [...members, ...of("member", "person"), nobody], "", days.slice(0, 2)),
    "GET /api/meetings/{id}": paged("/api/meetings", [...meetings, ...of("meeting"), nobody], "", days.slice(0, 2)),
    "POST /api/meetings": [
      post("/api/meetings", entry(planted["body"] ?? nobody, open.source)), post("/api/meetings", entry(bodies[1] as string, planted["source"] ?? nobody)), post("/api/meetings", entry(nobody, nobody)),
      post("/api/meetings", entry(bodies[1] as string, open.source, { delegations: [{ member: planted["member"] ?? nobody, fields: [] }] })),
      // the day and members of a hidden count, the office of a hidden holder: met again, they must be new
      post("/api/meetings", entry(bodies[1] as string, open.source, {
        counts: [{ body: bodies[0], fields: [{ field: "as_of", text: "2024-06-06", confidence: "reported" }] }],
        offices: [{ holder: members[0], office: "rapporteur", fields: [{ field: "from", text: "2024", confidence: "reported" }] }],
        delegations: [{ member: members[2], fields: [{ field: "head", language: "en", text: "A head", confidence: "reported" }] }],
      })),
    ],
    "POST /api/meetings/{id}/entries": [...of("meeting"), nobody, open.meeting].map((m) => post(`/api/meetings/${m}/entries`, entry(bodies[1] as string, open.source, { meeting: [{ field: "result", text: "It ended well", confidence: "reported" }], delegations: [{ member: members[2], fields: [{ field: "head", language: "en", text: "A head", confidence: "reported" }] }] }))),
    "GET /api/meetings": days.map((d) => get(`/api/meetings${d}`)),
    "GET /api/undertakings": days.map((d) => get(`/api/undertakings${d}`)),
    "GET /api/undertakings/{id}": paged("/api/undertakings", [open.undertaking, ...of("undertaking", "meeting"), nobody], "", days.slice(0, 2)),
    "GET /api/texts": days.map((d) => get(`/api/texts${d}`)),
    "GET /api/texts/{id}": paged("/api/texts", [...of("text", "undertaking"), nobody], "", days.slice(0, 2)),
    "GET /api/persons": days.slice(0, 2).map((d) => get(`/api/persons${d}`)),
    "GET /api/persons/{id}": paged("/api/persons", [...of("person", "member"), nobody], "", days.slice(0, 2)),
    "GET /api/bodies/{id}/brief": [...paged("/api/bodies", [...bodies, ...of("body", "member"), nobody], "/brief", days.slice(0, 3)), ...of("meeting").map((m) => get(`/api/bodies/${bodies[1]}/brief?meeting=${m}`))],
    "POST /api/records": [
      post("/api/records", { kind: "text", body: planted["body"] ?? nobody, source: open.source, fields: [{ field: "title", language: "en", text: "A text", confidence: "reported" }] }),
      post("/api/records", { kind: "undertaking", body: bodies[1], meeting: planted["meeting"] ?? nobody, source: open.source, fields: [{ field: "what", text: "Something", confidence: "reported" }] }),
      post("/api/records", { kind: "person", source: planted["source"] ?? nobody, fields: [{ field: "name", language: "en", text: "Somebody", confidence: "reported" }] }),
      ...of("person", "member").map((ref) => post("/api/records", { kind: "delegation", meeting: open.meeting, member: members[0], source: open.source, fields: [{ field: "head_person", refs: [ref], confidence: "reported" }] })),
      // a hidden delegation of the same member stands there: it is met by nobody
      post("/api/records", { kind: "delegation", meeting: open.meeting, member: members[2], source: open.source, fields: [{ field: "head", language: "en", text: "A head", confidence: "reported" }] }),
    ],
    "POST /api/records/{id}/facts": [...hiddenRecords, nobody, open.undertaking].map((record) => post(`/api/records/${record}/facts`, { source: open.source, fields: [{ field: "what", text: "Said again", confidence: "reported" }] })),
    "GET /api/claims": [...fields.map(([record, field]) => get(`/api/claims?record=${record}&field=${field}`)), get(`/api/claims?record=${members[0]}&field=name&language=en`)],
    "POST /api/claims": [
      ...hiddenRecords.map((record) => post("/api/claims", claimOn(record, open.source))), ...of("source", "redSource", "circleSource").map((s) => post("/api/claims", claimOn(bodies[1] as string, s))), post("/api/claims", claimOn(nobody, nobody)),
      post("/api/claims", claimOn(open.meeting, open.source, "host", { refs: [planted["member"] ?? nobody] })), post("/api/claims", claimOn(open.meeting, open.source, "host", { refs: [nobody] })),
      // word for word what is planted
      post("/api/claims", { ...claimOn(open.meeting, open.source, "date", { text: "1987-06-05" }), confidence: "uncertain", locator: "page 48271 of it" }),
    ],
    "POST /api/claims/{id}/withdraw": [...of("conflict", "red", "inCircle", "openClaimOnHiddenSource"), nobody, open.claim].map((c) => post(`/api/claims/${c}/withdraw`, reason)),
    "POST /api/decisions": [
      ...of("conflict", "joined").map((claim) => post("/api/decisions", { record: bodies[1], field: "launched", claim, ...reason })), post("/api/decisions", { record: bodies[1], field: "launched", claim: nobody, ...reason }),
      post("/api/decisions", { record: planted["meeting"] ?? nobody, field: "date", claim: null, ...reason }), post("/api/decisions", { record: bodies[0], field: "founded", claim: null, ...reason, basedOn: planted["decision"] ?? nobody }),
      // a hidden decision stands there: it is nobody's hindrance
      post("/api/decisions", { record: bodies[1], field: "launched", claim: null, ...reason, basedOn: null }), post("/api/decisions", { record: bodies[0], field: "founded", claim: null, ...reason, basedOn: open.decision }),
    ],
    "POST /api/decisions/{id}/withdraw": [...of("decision", "openDecisionOnHiddenClaim"), nobody, open.decision].map((d) => post(`/api/decisions/${d}/withdraw`, reason)),
    "GET /api/conflicts": ["", "?limit=1", `?body=${planted["body"] ?? nobody}`].map((q) => get(`/api/conflicts${q}`, true)),
    "GET /api/sources": ["", "?limit=1", `?q=${word}`, "?q=AAA", "?q=the"].map((q) => get(`/api/sources${q}`, true)),
    "GET /api/sources/{id}": paged("/api/sources", [open.source, id("source", "charter"), id("source", "gazette"), ...of("source", "circleSource", "redSource"), nobody]),
    "POST /api/sources": [post("/api/sources", { title: `AAA source`, publisher: "Somebody", url: `https://${word}.example/source`, published: "1987-06-05", language: "en", text: "The whole text." })],
    "GET /api/audit": ["", "?limit=2", ...[bodies[0], members[0], ...of("meeting", "member"), nobody].map((r) => `?record=${r}`)].map((q) => get(`/api/audit${q}`, true)),
    "GET /api/records/{id}/history": paged("/api/records", someRecords, "/history", ["", "?limit=2"]),
    "GET /api/records/{id}/compare": paged("/api/records", someRecords, "/compare", ["?from=1980-01-01&to=2030-01-01", "?from=1980-01-01&to=2030-01-01&time=known"]),
    "GET /api/records/{id}/why": paged("/api/records", someRecords, "/why"),

    "GET /api/imports": ["", "?limit=1"].map((q) => get(`/api/imports${q}`, true)),
    "POST /api/imports": [{ method: "POST", path: "/api/imports?name=same.csv", bytes: csv([`${word}-1`, "OV", "Of the same identifier", 5, "NE-8", "capacity"], ["TS-1", "TS", "Schools again", 6, "NE-8", "capacity"]) }, { method: "POST", path: `/api/imports?name=shared.csv&circle=${planted["circle"] ?? nobody}`, bytes: csv(["C-1", "C", "In a circle", 5, "NE-8", "capacity"]) }],
    "GET /api/imports/{id}": paged("/api/imports", imports),
    "POST /api/imports/{id}/resume": imports.map((i) => post(`/api/imports/${i}/resume`, {})),
    "GET /api/imports/{id}/faults": paged("/api/imports", imports, "/faults", ["", "?limit=1"]),
    "GET /api/imports/{id}/faults/{n}/raw": paged("/api/imports", imports, "/faults/0/raw"),
    "GET /api/imports/{id}/summary.csv": paged("/api/imports", imports, "/summary.csv"),
    "GET /api/imports/{id}/events": paged("/api/imports", imports, "/events"),

    "GET /api/picture": picture.map((q) => get(`/api/picture${q}`)),
    "GET /api/overlaps": ["", "?limit=1", "?area=NE-8", "?kind=money", "?kind=presence"].map((q) => get(`/api/overlaps${q}`, true)),
    "GET /api/overlaps/export": ["", "?as=json", "?kind=money&as=json", "?decided=yes"].map((q) => get(`/api/overlaps/export${q}`)),
    "GET /api/gaps/export": ["", "?as=json", "?line=capacity&as=json", "?decided=yes"].map((q) => get(`/api/gaps/export${q}`)),
    "GET /api/overlaps/{a}/{b}": [[open.initiative, hiddenInitiatives[0]], [hiddenInitiatives[0], hiddenInitiatives[1]], [open.initiative, nobody], [open.initiative, open.otherInitiative]].map(([a, b]) => get(`/api/overlaps/${a}/${b}`)),
    "GET /api/gaps": ["", "?limit=2", "?line=capacity", "?from=2024-01&to=2024-12"].map((q) => get(`/api/gaps${q}`, true)),
    "GET /api/gaps/{area}/{line}": ["NE-8/capacity", "NE-8/all", "NE-6/resilience", "NE-2/all", "NG-BO/all"].map((cell) => get(`/api/gaps/${cell}`)),
    "POST /api/overlaps/{a}/{b}/decision": [[open.initiative, hiddenInitiatives[0]], [hiddenInitiatives[0], hiddenInitiatives[1]], [open.initiative, nobody]].map(([a, b]) => post(`/api/overlaps/${a}/${b}/decision`, { outcome: "coordinate", lead: planted["member"] ?? nobody })),
    "POST /api/overlaps/{a}/{b}/decision/withdraw": [[open.initiative, open.otherInitiative], [open.initiative, hiddenInitiatives[0]]].map(([a, b]) => post(`/api/overlaps/${a}/${b}/decision/withdraw`, { decision: planted["pairDecision"] ?? nobody })),
    "POST /api/gaps/{area}/{line}/decision": [planted["member"] ?? nobody, nobody].map((of) => post("/api/gaps/NE-8/capacity/decision", { outcome: "requested", of })).concat([planted["meeting"] ?? nobody, nobody].map((meeting) => post("/api/gaps/NE-8/capacity/decision", { outcome: "requested", meeting }))),
    "POST /api/gaps/{area}/{line}/decision/withdraw": ["NE-8/capacity", "NE-8/all"].map((cell) => post(`/api/gaps/${cell}/decision/withdraw`, { decision: planted["gapDecision"] ?? nobody })),
    "GET /api/stated-none": [get("/api/stated-none")],
    "POST /api/stated-none": [planted["source"] ?? nobody, nobody].map((source) => post("/api/stated-none", { area: "NE-8", from: "2024-01", to: "2024-02", source })),
    "GET /api/why/{kind}/{id}": [
      ...someRecords.map((r) => get(`/api/why/record/${r}`)), ...[...of("source", "redSource", "circleSource"), nobody].map((s) => get(`/api/why/source/${s}`)), ...[...of("conflict", "red", "inCircle"), open.claim].map((c) => get(`/api/why/claim/${c}`)),
      ...[...of("decision"), open.decision].map((d) => get(`/api/why/decision/${d}`)), ...imports.map((i) => get(`/api/why/import/${i}`)), ...[open.initiative, ...hiddenInitiatives].map((i) => get(`/api/why/initiative/${i}`)),
      ...of("need").map((n) => get(`/api/why/need/${n}`)), ...of("statedNone").map((n) => get(`/api/why/stated-none/${n}`)), ...of("pairDecision", "gapDecision").map((n) => get(`/api/why/finding/${n}`)), ],
    "POST /api/stated-none/{id}/withdraw": [...of("statedNone", "statedNoneOfHiddenSource"), nobody].map((n) => post(`/api/stated-none/${n}/withdraw`, reason)),
    "GET /api/worklist": ["", "?kind=overlap&limit=20", "?show=decided", "?kind=import", "?kind=act", ...[planted["member"] ?? nobody, nobody].map((of) => `?of=${of}`)].map((q) => get(`/api/worklist${q}`, true)),
    "GET /api/areas": [get("/api/areas")],
    "GET /api/areas/{code}": ["NE", "NE-8", "NE-6", "NE-2"].flatMap((code) => [get(`/api/areas/${code}`), get(`/api/areas/${code}?asOf=2024-07-08`)]),
    "GET /api/initiatives": ["", "?limit=1", "?sort=title&limit=1", "?sort=-updated", "?sort=end", "?sort=-overlaps", "?sort=marking&tlp=TLP:AMBER", "?status=2&limit=2", `?q=${word}`, "?q=river", "?area=NE-8", "?line=capacity&budget=known", `?member=${nobody}`, "?from=2024-01&to=2026-12"].map((q) => get(`/api/initiatives${q}`, true)),
    "GET /api/initiatives/export": ["", "?as=json", "?sort=title&columns=title&columns=overlaps", "?as=json&tlp=TLP:AMBER", `?q=${word}`, "?area=NE-8&columns=usd"].map((q) => get(`/api/initiatives/export${q}`)),
    "GET /api/views": [get("/api/views")],
    // the answer lists one's own views: none of them is named by the planted word
    "POST /api/views": [post("/api/views", { name: "A view of my own", filter: {}, columns: [], sort: "title" }), ...[...of("circle"), nobody, "coalition"].map((share) => post("/api/views", { name: "Another", filter: {}, columns: [], sort: "title", share }))],
    "DELETE /api/views/{id}": [...of("view", "ownView"), nobody].map((v) => remove(`/api/views/${v}`, {})),
    "GET /api/initiatives/{id}": paged("/api/initiatives", [open.initiative, open.otherInitiative, ...hiddenInitiatives, nobody], "", ["", "?asOf=2024-07-08", "?basis=commitment"]),
    "GET /api/initiatives/{id}/history": paged("/api/initiatives", [open.initiative, open.otherInitiative, ...hiddenInitiatives, nobody], "/history", ["", "?limit=1"]),
    "GET /api/initiatives/{id}/compare": paged("/api/initiatives", [open.initiative, open.otherInitiative, ...hiddenInitiatives, nobody], "/compare", ["?from=1980-01-01&to=2030-01-01", "?from=1980-01-01&to=2030-01-01&time=known"]),

    "GET /api/circles": [get("/api/circles")],
    "POST /api/circles": [post("/api/circles", { name: `${word} circle` }), ...[...of("member", "body", "person"), nobody].map((h) => post("/api/circles", { name: "Another", holders: [h] }))],
    "PUT /api/circles/{id}/holders": [...of("circle"), nobody].map((c) => put(`/api/circles/${c}/holders`, { holders: [] })).concat([...of("member", "person"), nobody].map((h) => put(`/api/circles/${open.circle}/holders`, { holders: [h] }))),
    "PUT /api/sources/{id}/marking": [...of("source", "redSource"), nobody, id("source", "charter")].map((s) => put(`/api/sources/${s}/marking`, marking)).concat(targets.map((m) => put(`/api/sources/${open.source}/marking`, m))),
    "PUT /api/claims/{id}/marking": [...of("conflict", "red"), nobody].map((c) => put(`/api/claims/${c}/marking`, marking)).concat(targets.map((m) => put(`/api/claims/${open.claim}/marking`, m))),
    "PUT /api/records/{id}/marking": [...of("meeting", "member"), nobody, members[1]].map((r) => put(`/api/records/${r}/marking`, marking)),
    "PUT /api/imports/{id}/marking": imports.map((i) => put(`/api/imports/${i}/marking`, marking)).slice(1).concat(targets.map((m) => put(`/api/imports/${open.import}/marking`, m))),

    "GET /api/needs": [get("/api/needs")],
    "POST /api/needs": [planted["source"] ?? nobody, nobody, open.source].map((source) => post("/api/needs", { needs: [{ area: "NE-8", line: "capacity", from: "2024-01", to: "2024-02", usdPerMonth: 5, source }], marking: "TLP:AMBER" })),
    "POST /api/needs/{id}/withdraw": [...of("need"), nobody].map((n) => post(`/api/needs/${n}/withdraw`, reason)),
  };
}
