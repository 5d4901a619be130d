import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";
import { createSwcExtractor } from "@lingui/native-tools";

/** English is the language of the source; `npm run words` brings new sentences into the other catalogues, where they must be translated. */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "fr", "ar"],
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["<rootDir>/web"], exclude: ["**/*.test.*", "<rootDir>/web/dev/**"] }],
  format: formatter({ lineNumbers: false }),
  extractors: [createSwcExtractor()],
  orderBy: "origin",
});
