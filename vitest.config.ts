import { defineConfig } from "vitest/config";

/** Browser tests share one Chromium and one PostgreSQL each, so they run one after another; the rest runs in parallel. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          globalSetup: ["test/support/global-setup.ts"],
          include: [
            "src/**/*.test.ts",
            "web/**/*.test.{ts,tsx}",
            "data/**/*.test.ts",
            "tools/**/*.test.ts",
            "test/**/*.test.ts",
          ],
          exclude: ["test/e2e/**", "test/a11y/**", "node_modules/**"],
          // Of two cores vitest would leave one idle, for a watch mode that nobody uses here.
          maxWorkers: "100%",
          // A slow machine is not a failing one.
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          globalSetup: ["test/support/global-setup.ts"],
          include: ["test/e2e/**/*.test.ts", "test/a11y/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
