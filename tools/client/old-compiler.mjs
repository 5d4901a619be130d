/**
 * openapi-typescript prints its types with the compiler's API, which TypeScript 7 has no longer. Loaded with
 * --import, this hands version 6 (the package "typescript6") to whoever asks for "typescript".
 */
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    return next(specifier === "typescript" ? "typescript6" : specifier, context);
  },
});
