import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, retainSearchParams } from "@tanstack/react-router";
import { filterSearch, type FrameSearch, frameSearch, overlapSearch, parseSearch, present, pictureSearch, stringifySearch } from "./address.ts";
import { areaQuery, areasQuery, coalitionQuery, contextQuery, initiativeQuery, overlapQuery, pictureQuery, sessionQuery } from "./api/queries.ts";
import { Frame } from "./frame/frame.tsx";
import { NotFound } from "./frame/not-found.tsx";
import { PageFault } from "./frame/page-fault.tsx";
import { initiativeSearch } from "./initiatives/search.ts";
import { questionOf } from "./picture/question.ts";
import { undertakingSearch } from "./undertakings/undertaking-search.ts";
import { compareSearch } from "./record/compare-search.ts";
import { speak, withWords } from "./words/catalogues.ts";
import { isLanguage, preferredLanguage } from "./words/language.ts";
import { workSearch } from "./worklist/work-search.ts";

/** Loaders only start the questions a scene will ask, while its code is on the way; the scene waits for the answers itself. */
const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const preferred = () => preferredLanguage(navigator.languages);
const start = createRoute({ getParentRoute: () => root, path: "/", beforeLoad: () => { throw redirect({ to: "/$lang", params: { lang: preferred() }, replace: true }); } });

export const workspace = createRoute({
  getParentRoute: () => root,
  path: "$lang",
  validateSearch: frameSearch,
  search: { middlewares: [retainSearchParams(["asOf"])] },
  beforeLoad: async ({ params, location }) => {
    if (!isLanguage(params.lang)) throw redirect({ href: `/${preferred()}${location.href}`, replace: true });
    await speak(params.lang);
    return { language: params.lang };
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(sessionQuery(context.language));
    void context.queryClient.prefetchQuery(coalitionQuery(context.language, deps.asOf));
  },
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: PageFault,
});

const home = createRoute({ getParentRoute: () => workspace, path: "/", component: lazyRouteComponent(() => import("./home/home.tsx"), "Home") });

export const picture = createRoute({
  getParentRoute: () => workspace,
  path: "picture",
  validateSearch: pictureSearch,
  loaderDeps: ({ search }) => questionOf(search),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(areasQuery());
    void context.queryClient.prefetchQuery(contextQuery());
    void context.queryClient.prefetchQuery(pictureQuery(context.language, deps));
  },
  component: lazyRouteComponent(() => import("./picture/picture-scene.tsx"), "PictureScene"),
});
const pictureLists = createRoute({ getParentRoute: () => picture, path: "/", component: lazyRouteComponent(() => import("./picture/findings.tsx"), "Findings") });
export const area = createRoute({
  getParentRoute: () => picture,
  path: "area/$code",
  // a country is no area of its own: the picture of it alone
  beforeLoad: ({ params, search }) => {
    if (/^[A-Za-z]{2}$/.test(params.code)) throw redirect({ to: "/$lang/picture", params: { lang: (params as { readonly lang?: string }).lang ?? "en" }, search: { ...search, country: [params.code.toUpperCase()] }, replace: true });
  },
  loaderDeps: ({ search }) => questionOf(search),
  loader: ({ context, params, deps }) => void context.queryClient.prefetchQuery(areaQuery(context.language, params.code, deps)),
  component: lazyRouteComponent(withWords(() => import("./picture/area-page.tsx")), "AreaPage"),
});

export const initiatives = createRoute({ getParentRoute: () => workspace, path: "initiatives", validateSearch: initiativeSearch, component: lazyRouteComponent(withWords(() => import("./initiatives/initiative-list.tsx")), "InitiativeList") });
export const initiative = createRoute({
  getParentRoute: () => workspace,
  path: "initiatives/$id",
  validateSearch: filterSearch,
  loaderDeps: ({ search }) => questionOf(search),
  loader: ({ context, params, deps }) => void context.queryClient.prefetchQuery(initiativeQuery(context.language, params.id, { asOf: deps.asOf, basis: deps.basis })),
  component: lazyRouteComponent(withWords(() => import("./initiatives/initiative-page.tsx")), "InitiativePage"),
});

export const overlaps = createRoute({ getParentRoute: () => workspace, path: "overlaps", validateSearch: overlapSearch, component: lazyRouteComponent(withWords(() => import("./overlaps/overlap-scene.tsx")), "OverlapScene") });
const overlapNone = createRoute({ getParentRoute: () => overlaps, path: "/", component: lazyRouteComponent(withWords(() => import("./overlaps/overlap-none.tsx")), "OverlapNone") });
export const overlap = createRoute({
  getParentRoute: () => overlaps,
  path: "$a/$b",
  loaderDeps: ({ search }) => questionOf(search),
  loader: ({ context, params, deps }) => void context.queryClient.prefetchQuery(overlapQuery(context.language, params.a, params.b, deps)),
  component: lazyRouteComponent(withWords(() => import("./overlaps/overlap-pair.tsx")), "OverlapPair"),
});

const demonstration = createRoute({ getParentRoute: () => workspace, path: "demonstration", component: lazyRouteComponent(withWords(() => import("./demonstration/demonstration-page.tsx")), "DemonstrationPage") });
const worklist = createRoute({ getParentRoute: () => workspace, path: "worklist", validateSearch: workSearch, component: lazyRouteComponent(withWords(() => import("./worklist/worklist-scene.tsx")), "WorklistScene") });

const signIn = createRoute({ getParentRoute: () => workspace, path: "sign-in", component: lazyRouteComponent(withWords(() => import("./sign-in/sign-in.tsx")), "SignIn") });
const setup = createRoute({ getParentRoute: () => workspace, path: "setup", component: lazyRouteComponent(withWords(() => import("./sign-in/setup.tsx")), "Setup") });

const invitation = createRoute({ getParentRoute: () => workspace, path: "invitation", component: lazyRouteComponent(withWords(() => import("./sign-in/invitation.tsx")), "Invitation") });

const one = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined => allowed.find((allowedOne) => allowedOne === value);
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
type Raw = Readonly<Record<string, unknown>>;
const membersSearch = (raw: Raw): FrameSearch & { readonly q?: string; readonly answer?: "yes" | "between" | "no" } => present({ ...frameSearch(raw), q: text(raw["q"]), answer: one(raw["answer"], ["yes", "between", "no"] as const) });
const record = createRoute({ getParentRoute: () => workspace, path: "record", component: lazyRouteComponent(withWords(() => import("./record/record-index.tsx")), "RecordIndex") });
const body = createRoute({ getParentRoute: () => workspace, path: "bodies/$id", validateSearch: membersSearch, component: lazyRouteComponent(withWords(() => import("./record/body-page.tsx")), "BodyPage") });
const members = createRoute({ getParentRoute: () => workspace, path: "members", validateSearch: membersSearch, component: lazyRouteComponent(withWords(() => import("./members/member-list.tsx")), "MemberList") });
const member = createRoute({ getParentRoute: () => workspace, path: "members/$id", component: lazyRouteComponent(withWords(() => import("./members/member-page.tsx")), "MemberPage") });
const meeting = createRoute({ getParentRoute: () => workspace, path: "meetings/$id", component: lazyRouteComponent(withWords(() => import("./meetings/meeting-page.tsx")), "MeetingPage") });
const meetings = createRoute({ getParentRoute: () => workspace, path: "meetings", validateSearch: (raw: Raw): FrameSearch & { readonly q?: string; readonly body?: string } => present({ ...frameSearch(raw), q: text(raw["q"]), body: text(raw["body"]) }), component: lazyRouteComponent(withWords(() => import("./meetings/meeting-list.tsx")), "MeetingList") });
const undertakings = createRoute({ getParentRoute: () => workspace, path: "undertakings", validateSearch: undertakingSearch, component: lazyRouteComponent(withWords(() => import("./undertakings/undertaking-list.tsx")), "UndertakingList") });
const hungOn = (raw: Raw): FrameSearch & { readonly body?: string; readonly meeting?: string } => present({ ...frameSearch(raw), body: text(raw["body"]), meeting: text(raw["meeting"]) });
const enterUndertaking = createRoute({ getParentRoute: () => workspace, path: "undertakings/new", validateSearch: hungOn, component: lazyRouteComponent(withWords(() => import("./record/enter-record.tsx")), "EnterUndertaking") });
const undertaking = createRoute({ getParentRoute: () => workspace, path: "undertakings/$id", component: lazyRouteComponent(withWords(() => import("./undertakings/undertaking-page.tsx")), "UndertakingPage") });
const texts = createRoute({ getParentRoute: () => workspace, path: "texts", validateSearch: (raw: Raw): FrameSearch & { readonly q?: string } => present({ ...frameSearch(raw), q: text(raw["q"]) }), component: lazyRouteComponent(withWords(() => import("./texts/text-list.tsx")), "TextList") });
const enterText = createRoute({ getParentRoute: () => workspace, path: "texts/new", validateSearch: hungOn, component: lazyRouteComponent(withWords(() => import("./record/enter-record.tsx")), "EnterText") });
const textOne = createRoute({ getParentRoute: () => workspace, path: "texts/$id", component: lazyRouteComponent(withWords(() => import("./texts/text-page.tsx")), "TextPage") });
const persons = createRoute({ getParentRoute: () => workspace, path: "persons", component: lazyRouteComponent(withWords(() => import("./persons/person-list.tsx")), "PersonList") });
const enterPerson = createRoute({ getParentRoute: () => workspace, path: "persons/new", component: lazyRouteComponent(withWords(() => import("./record/enter-record.tsx")), "EnterPerson") });
const person = createRoute({ getParentRoute: () => workspace, path: "persons/$id", component: lazyRouteComponent(withWords(() => import("./persons/person-page.tsx")), "PersonPage") });
const brief = createRoute({ getParentRoute: () => workspace, path: "brief/$id", validateSearch: (raw: Raw): FrameSearch & { readonly meeting?: string } => present({ ...frameSearch(raw), meeting: text(raw["meeting"]) }), component: lazyRouteComponent(withWords(() => import("./brief/brief-page.tsx")), "BriefPage") });
const enterMeeting = createRoute({ getParentRoute: () => workspace, path: "meetings/new", validateSearch: (raw: Raw): FrameSearch & { readonly body?: string; readonly about?: string } => present({ ...frameSearch(raw), body: text(raw["body"]), about: text(raw["about"]) }), component: lazyRouteComponent(withWords(() => import("./meetings/enter/enter-meeting.tsx")), "EnterMeeting") });
const conflicts = createRoute({ getParentRoute: () => workspace, path: "conflicts", validateSearch: (raw: Raw): FrameSearch & { readonly decided?: "yes" | "no" } => present({ ...frameSearch(raw), decided: one(raw["decided"], ["yes", "no"] as const) }), component: lazyRouteComponent(withWords(() => import("./record/conflict-list.tsx")), "ConflictList") });
const sources = createRoute({ getParentRoute: () => workspace, path: "sources", validateSearch: (raw: Raw): FrameSearch & { readonly q?: string } => present({ ...frameSearch(raw), q: text(raw["q"]) }), component: lazyRouteComponent(withWords(() => import("./sources/source-list.tsx")), "SourceListPage") });
const source = createRoute({ getParentRoute: () => workspace, path: "sources/$id", component: lazyRouteComponent(withWords(() => import("./sources/source-page.tsx")), "SourcePage") });
const history = createRoute({ getParentRoute: () => workspace, path: "history/$kind/$id", component: lazyRouteComponent(withWords(() => import("./record/history-page.tsx")), "HistoryPage") });
const compare = createRoute({ getParentRoute: () => workspace, path: "compare/$kind/$id", validateSearch: compareSearch, component: lazyRouteComponent(withWords(() => import("./record/compare-page.tsx")), "ComparePage") });
const imports = createRoute({ getParentRoute: () => workspace, path: "imports", component: lazyRouteComponent(withWords(() => import("./imports/imports-scene.tsx")), "ImportsScene") });
const importPage = createRoute({ getParentRoute: () => workspace, path: "imports/$id", component: lazyRouteComponent(withWords(() => import("./imports/import-page.tsx")), "ImportPage") });
const account = createRoute({ getParentRoute: () => workspace, path: "account", component: lazyRouteComponent(withWords(() => import("./account/account-page.tsx")), "AccountPage") });
const administration = createRoute({ getParentRoute: () => workspace, path: "administration", component: lazyRouteComponent(() => import("./administration/administration-page.tsx"), "AdministrationPage") });
const people = createRoute({ getParentRoute: () => workspace, path: "people", component: lazyRouteComponent(withWords(() => import("./people/people-page.tsx")), "PeoplePage") });

const tree = root.addChildren([
  start,
  workspace.addChildren([home, picture.addChildren([pictureLists, area]), initiatives, initiative, overlaps.addChildren([overlapNone, overlap]), worklist, record, body, members, member, meetings, undertakings, enterUndertaking, undertaking, texts, enterText, textOne, persons, enterPerson, person, brief, enterMeeting, meeting, conflicts, sources, source, history, compare, imports, importPage, people, administration, account, demonstration, signIn, setup, invitation]),
]);

export function createWorkspaceRouter(queryClient: QueryClient) {
  return createRouter({ routeTree: tree, context: { queryClient }, parseSearch, stringifySearch, defaultPreload: "intent", scrollRestoration: true, defaultNotFoundComponent: NotFound, defaultErrorComponent: PageFault });
}
