import "./style/base.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ProblemError } from "./api/problem.ts";
import { settled } from "./api/settled.ts";
import { createWorkspaceRouter } from "./router.tsx";
import { speak } from "./words/catalogues.ts";
import { isLanguage, preferredLanguage } from "./words/language.ts";

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refuses, it refuses again; only a line that broke is worth another try.
      retry: (failures, error) => failures < 2 && error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 502),
      refetchOnWindowFocus: false,
    },
  },
});
const router = createWorkspaceRouter(queryClient);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

// the words first: nothing is drawn without them
const asked = location.pathname.split("/", 2)[1] ?? "";
await speak(isLanguage(asked) ? asked : preferredLanguage(navigator.languages));

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root");
// The server may have put the answer here already: it stands until the scene with all that it says can take its place in one step.
if (root.querySelector("[data-first-answer]") !== null) {
  await router.load();
  await settled(queryClient);
}
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
