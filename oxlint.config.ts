import { defineConfig } from "oxlint";
import { importRules } from "./tools/folder-rules/import-rules.ts";
import { ROOMS, SQL_ROOM } from "./tools/folder-rules/rooms.ts";

const pureFiles = ROOMS.filter((room) => room.pure).map((room) => `src/${room.name}/**/*.ts`);

/** Tests and what serves them may look anywhere: what they prove often spans rooms. */
const testFiles = [
  "**/*.test.ts",
  "**/*.test.tsx",
  "**/*.fixture.ts",
  "**/*.contract.ts",
  "**/testing/**/*.ts",
  "**/*.config.ts",
  "web/build/**",
  "web/dev/**",
];

export default defineConfig({
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "promise", "react", "jsx-a11y", "vitest"],
  jsPlugins: ["./tools/folder-rules/lint-plugin.mjs"],
  categories: { correctness: "error" },
  ignorePatterns: ["dist/**", "web/generated/**", "src/locales/**/*.js"],
  rules: {
    // `== null` asks for both kinds of nothing
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-unused-vars": ["error", { caughtErrors: "none", argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    // readers of foreign text name control characters on purpose
    "no-control-regex": "off",
    "no-empty": "error",
    "no-var": "error",
    "prefer-const": "error",
    "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
    "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    "typescript/no-explicit-any": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/no-namespace": "error",
    "typescript/consistent-type-imports": "error",
    "import/no-cycle": "error",
    "oxc/no-barrel-file": ["error", { threshold: 0 }],
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
    // pages: hovering a row lights its area on the map, and an svg is an image by its role
    "jsx-a11y/no-noninteractive-element-interactions": "off",
    "jsx-a11y/prefer-tag-over-role": "off",
    // spreading a string into its code points is what we mean by it
    "typescript/no-misused-spread": "off",
    "promise/no-callback-in-promise": "off",
    // a rule of the React compiler, which is not used here
    "react/set-state-in-effect": "off",
    // a property holds under a condition, and asserts through fast-check
    "vitest/no-conditional-expect": "off",
    "vitest/expect-expect": ["error", { assertFunctionNames: ["expect", "expect*", "fc.assert", "assert*"] }],
    "vitest/no-focused-tests": "error",
    // the second argument says which of many cases failed
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
    "vitest/no-disabled-tests": "error",
    "entente/sql-in-store": "error",
  },
  overrides: [
    ...importRules().map(({ files, patterns }) => ({
      files,
      rules: { "no-restricted-imports": ["error", { patterns }] as ["error", { patterns: typeof patterns }] },
    })),
    {
      files: pureFiles,
      rules: {
        "entente/pure": "error",
        "no-restricted-properties": [
          "error",
          { object: "Math", property: "random", message: "Take a seeded generator as a parameter." },
          { object: "Date", property: "now", message: "An engine has no clock: take the date as a parameter." },
        ],
        "no-restricted-globals": [
          "error",
          ...[
            "fetch",
            "performance",
            "crypto",
            "process",
            "setTimeout",
            "setInterval",
            "navigator",
            "localStorage",
          ].map((name) => ({ name, message: "An engine takes columns and gives columns." })),
        ],
      },
    },
    // runs before anything is known of the browser, hence in the oldest words
    { files: ["web/public/**"], rules: { "no-var": "off" } },
    { files: [`src/${SQL_ROOM}/**/*.ts`], rules: { "entente/sql-in-store": "off" } },
    {
      files: testFiles,
      rules: {
        "typescript/no-base-to-string": "off",
        "no-restricted-imports": "off",
        "no-restricted-properties": "off",
        "no-restricted-globals": "off",
        "entente/pure": "off",
        "entente/sql-in-store": "off",
      },
    },
  ],
});
