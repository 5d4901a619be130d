import { queryOptions } from "@tanstack/react-query";
import type { components } from "../generated/api.d.ts";
import { request } from "./client.ts";

type Shapes = components["schemas"];

export const viewsQuery = (language: string) => queryOptions({ queryKey: ["/api/views", language], queryFn: ({ signal }) => request<Shapes["ViewList"]>("/api/views", { language, signal }) });
export const circlesQuery = (language: string) => queryOptions({ queryKey: ["/api/circles", language], queryFn: ({ signal }) => request<Shapes["CircleList"]>("/api/circles", { language, signal }) });
