import type { CurrentReport } from "../../../store/queries/current-reports.ts";
import type { ErrorCode, ParamValue } from "../../../base/errors.ts";
import type { Surroundings } from "../ground.ts";
import type { PictureWish } from "../question.ts";
import type { Ask } from "./answers.ts";

/** Which viewers' pictures, as of which writes: all who read the same classes are one. */
export type PictureState = { readonly classes: string; readonly writes: string };

export type ToThread =
  /** answered by the ids of reports that have to be read */
  | { readonly kind: "stamps"; readonly state: PictureState; readonly stamps: Uint8Array }
  | { readonly kind: "reports"; readonly state: PictureState; readonly reports: readonly CurrentReport[] }
  | { readonly kind: "ground"; readonly state: PictureState; readonly around: Surroundings }
  | { readonly kind: "ask"; readonly state: PictureState; readonly wish: PictureWish; readonly today: string; readonly ask: Ask }
  | { readonly kind: "size" };

/** `gone`: the ground asked of is not kept (any more). An answer to an `ask` is serialised, and serialised again for nobody. */
export type FromThread = { readonly call: number } & (
  | { readonly kind: "ids"; readonly ids: readonly string[] }
  | { readonly kind: "done" }
  | { readonly kind: "answer"; readonly bytes: Uint8Array }
  | { readonly kind: "gone" }
  | { readonly kind: "size"; readonly size: ThreadSize }
  | { readonly kind: "fault"; readonly code: ErrorCode; readonly params: Readonly<Record<string, ParamValue>> }
  | { readonly kind: "failed"; readonly message: string }
);

/** What the thread keeps: how many reports, initiatives and grounds, and about how many bytes of each; and its whole heap. */
export type ThreadSize = { readonly grounds: number; readonly reports: number; readonly reportBytes: number; readonly groundBytes: number; readonly heapBytes: number };
