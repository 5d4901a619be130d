import { type LinkDecision, linkInitiatives, type Links } from "../../../coordination/link-initiatives.ts";
import { stampBytes, type CurrentReport } from "../../../store/queries/current-reports.ts";
import { type ComposedInitiative, composeInitiative } from "../compose-initiative.ts";
import type { Ground } from "../ground.ts";

type KeptReport = { readonly stamp: number; readonly report: CurrentReport; readonly bytes: number };

/** Which states of which reports a viewer may read: id → the transaction that wrote it. */
export type Stamps = ReadonlyMap<string, number>;

/**
 * Reports as they were read, and initiatives as they were composed, each once for all viewers who read the same: who reads what is decided by the
 * database, stamp by stamp. Nothing is given for a stamp that the viewer did not bring.
 */
export type KeptReports = {
  /** Ids whose state is not kept, and has to be read. */
  readonly missing: (stamps: Stamps) => string[];
  readonly put: (stamps: Stamps, reports: readonly CurrentReport[]) => void;
  /** In order of id, those that the viewer's standing decisions link as one. @throws when a report was never put. */
  readonly compose: (stamps: Stamps, decisions?: readonly LinkDecision[]) => { readonly initiatives: ReadonlyMap<string, ComposedInitiative>; readonly links: Links };
  /** Forgets what none of these grounds holds any more. */
  readonly keepOnly: (grounds: readonly Pick<Ground, "initiatives">[]) => void;
  readonly size: () => { readonly reports: number; readonly bytes: number };
};

type Composed = { readonly by: readonly number[]; readonly from: readonly CurrentReport[]; readonly initiative: ComposedInitiative };

export function keptReports(): KeptReports {
  // By id and state: for a moment one viewer's snapshot may hold an older state than another's.
  const kept = new Map<string, KeptReport[]>();
  const composed = new Map<string, Composed[]>();
  let bytes = 0;
  let reports = 0;
  const find = (id: string, stamp: number) => {
    const states = kept.get(id);
    if (states === undefined) return undefined;
    for (const one of states) if (one.stamp === stamp) return one;
    return undefined;
  };
  return {
    missing: (stamps) => [...stamps].flatMap(([id, stamp]) => (find(id, stamp) === undefined ? [id] : [])),
    put: (stamps, rows) => {
      for (const report of rows) {
        const stamp = stamps.get(report.id);
        if (stamp === undefined || find(report.id, stamp)) continue;
        const one: KeptReport = { stamp, report, bytes: bytesOf(report) };
        kept.set(report.id, [...(kept.get(report.id) ?? []), one]);
        bytes += one.bytes;
        reports++;
      }
    },
    compose: (stamps, decisions = []) => {
      const byInitiative = new Map<string, CurrentReport[]>();
      // Stamps are in order of id. Where rows lie may depend on rows that the viewer may not see, and sums and ties on their order.
      for (const [id, stamp] of stamps) {
        const report = find(id, stamp)?.report;
        if (report === undefined) throw new Error("a report that the viewer may read was not read");
        const group = byInitiative.get(report.initiative_id);
        if (group === undefined) byInitiative.set(report.initiative_id, [report]);
        else group.push(report);
      }
      const links = linkInitiatives(decisions, (id) => byInitiative.has(id));
      for (const [whole, parts] of links.parts) {
        const together = parts.flatMap((id) => byInitiative.get(id) as CurrentReport[]).sort((a, b) => (a.id < b.id ? -1 : 1));
        for (const id of parts) byInitiative.delete(id);
        byInitiative.set(whole, together);
      }
      const all = new Map<string, ComposedInitiative>();
      for (const id of [...byInitiative.keys()].sort()) {
        const from = byInitiative.get(id) as CurrentReport[];
        const before = composed.get(id);
        const by = links.classes.get(id) ?? [];
        let one = before?.find((c) => same(c.from, from) && same(c.by, by));
        if (one === undefined) {
          one = { by, from, initiative: composeInitiative(id, from, by) };
          composed.set(id, [...(before ?? []), one]);
        }
        all.set(id, one.initiative);
      }
      return { initiatives: all, links };
    },
    keepOnly: (grounds) => {
      const used = new Set(grounds.flatMap((g) => [...g.initiatives.values()]));
      const needed = new Set<CurrentReport>();
      for (const [id, ways] of composed) {
        const left = ways.filter((c) => used.has(c.initiative));
        for (const c of left) for (const r of c.from) needed.add(r);
        if (left.length === 0) composed.delete(id);
        else if (left.length < ways.length) composed.set(id, left);
      }
      for (const [id, states] of kept) {
        const left = states.filter((k) => needed.has(k.report));
        if (left.length === states.length) continue;
        for (const gone of states) if (!left.includes(gone)) [bytes, reports] = [bytes - gone.bytes, reports - 1];
        if (left.length === 0) kept.delete(id);
        else kept.set(id, left);
      }
    },
    size: () => ({ reports, bytes }),
  };
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

export function readStamps(bytes: Uint8Array): Stamps {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
  const stamps = new Map<string, number>();
  for (let at = 0; at < bytes.byteLength; at += stampBytes) {
    const h = hex.slice(at * 2, at * 2 + 32);
    stamps.set(`${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`, view.getUint32(at + 16) * 2 ** 32 + view.getUint32(at + 20));
  }
  return stamps;
}

/** About how much memory a report takes, and the initiative composed from it: a pointer for each value, and its characters. */
function bytesOf(value: unknown): number {
  if (typeof value === "string") return 24 + value.length;
  if (typeof value !== "object" || value === null) return 8;
  let sum = 40;
  for (const one of Array.isArray(value) ? value : Object.values(value)) sum += 8 + bytesOf(one);
  return sum;
}
