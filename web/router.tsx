import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, retainSearchParams } from "@tanstack/react-router";
import { filterSearch, frameSearch, parseSearch, pictureSearch, stringifySearch } from "./address.ts";
import { areaQuery, areasQuery, coalitionQuery, contextQuery, initiativeQuery, overlapQuery, pictureQuery, sessionQuery } from "./api/queries.ts";
import { Frame } from "./frame/frame.tsx";
import { NotFound } from "./frame/not-found.tsx";
import { PageFault } from "./frame/page-fault.tsx";
import { initiativeSearch } from "./initiatives/search.ts";
import { questionOf } from "./picture/question.ts";
import { speak } from "./words/catalogues.ts";
import { isLanguage, preferredLanguage } from "./words/language.ts";

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
  loaderDeps: ({ search }) => questionOf(search),
  loader: ({ context, params, deps }) => void context.queryClient.prefetchQuery(areaQuery(context.language, params.code, deps)),
  component: lazyRouteComponent(() => import("./picture/area-page.tsx"), "AreaPage"),
});

export const initiatives = createRoute({ getParentRoute: () => workspace, path: "initiatives", validateSearch: initiativeSearch, component: lazyRouteComponent(() => import("./initiatives/initiative-list.tsx"), "InitiativeList") });
export const initiative = createRoute({
  getParentRoute: () => workspace,
  path: "initiatives/$id",
  validateSearch: filterSearch,
  loaderDeps: ({ search }) => questionOf(search),
  loader: ({ context, params, deps }) => void context.queryClient.prefetchQuery(initiativeQuery(context.language, params.id, { asOf: deps.asOf, basis: deps.basis })),
  component: lazyRouteComponent(() => import("./initiatives/initiative-page.tsx"), "InitiativePage"),
});

export const overlaps = createRoute({ getParentRoute: () => workspace, path: "overlaps", validateSearch: filterSearch, component: lazyRouteComponent(() => import("./overlaps/overlap-scene.tsx"), "OverlapScene") });
const overlapNone = createRoute({ getParentRoute: () => overlaps, path: "/", component: lazyRouteComponent(() => import("./overlaps/overlap-none.tsx"), "OverlapNone") });
export const overlap = createRoute({
  getParentRoute: () => overlaps,
  path: "$a/$b",
  loaderDeps: ({ search }) => questionOf(search),
  loader: ({ context, params, deps }) => void context.queryClient.prefetchQuery(overlapQuery(context.language, params.a, params.b, deps)),
  component: lazyRouteComponent(() => import("./overlaps/overlap-pair.tsx"), "OverlapPair"),
});

const signIn = createRoute({ getParentRoute: () => workspace, path: "sign-in", component: lazyRouteComponent(() => import("./sign-in/sign-in.tsx"), "SignIn") });
const setup = createRoute({ getParentRoute: () => workspace, path: "setup", component: lazyRouteComponent(() => import("./sign-in/setup.tsx"), "Setup") });

const invitation = createRoute({ getParentRoute: () => workspace, path: "invitation", component: lazyRouteComponent(() => import("./sign-in/invitation.tsx"), "Invitation") });

const tree = root.addChildren([
  start,
  workspace.addChildren([home, picture.addChildren([pictureLists, area]), initiatives, initiative, overlaps.addChildren([overlapNone, overlap]), signIn, setup, invitation]),
]);

export function createWorkspaceRouter(queryClient: QueryClient) {
  return createRouter({ routeTree: tree, context: { queryClient }, parseSearch, stringifySearch, defaultPreload: "intent", scrollRestoration: true, defaultNotFoundComponent: NotFound, defaultErrorComponent: PageFault });
}
