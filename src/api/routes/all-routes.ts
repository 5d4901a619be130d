import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv, RouteContext } from "../context.ts";
import { actRoutes } from "./acts.ts";
import { circleRoutes } from "./circles.ts";
import { claimRoutes } from "./claims.ts";
import { coalitionRoutes } from "./coalition.ts";
import { conflictRoutes } from "./conflicts.ts";
import { demonstrationRoutes } from "./demonstration.ts";
import { findingRoutes } from "./decisions-on-findings.ts";
import { historyRoutes } from "./history.ts";
import { importRoutes } from "./imports.ts";
import { liveRoutes } from "./live.ts";
import { recordRoutes } from "./record.ts";
import { recordSceneRoutes } from "./record-scenes.ts";
import { initiativeRoutes } from "./initiatives.ts";
import { needRoutes } from "./needs.ts";
import { oidcRoutes } from "./oidc.ts";
import { operationRoutes } from "./operation.ts";
import { ownAccountRoutes } from "./own-account.ts";
import { peopleRoutes } from "./people.ts";
import { pictureRoutes } from "./picture.ts";
import { searchRoutes } from "./search.ts";
import { sessionRoutes } from "./session.ts";
import { sourceRoutes } from "./sources.ts";
import { statedNoneRoutes } from "./stated-none.ts";
import { worklistRoutes } from "./worklist.ts";

/** Every group of routes. A new resource is a file beside this one and a line here. */
export const routes: readonly ((context: RouteContext) => OpenAPIHono<ApiEnv>)[] = [sessionRoutes, ownAccountRoutes, oidcRoutes, peopleRoutes, actRoutes, operationRoutes, searchRoutes, demonstrationRoutes, circleRoutes, coalitionRoutes, recordRoutes, recordSceneRoutes, claimRoutes, conflictRoutes, sourceRoutes, historyRoutes, importRoutes, pictureRoutes, initiativeRoutes, needRoutes, findingRoutes, worklistRoutes, statedNoneRoutes, liveRoutes];
