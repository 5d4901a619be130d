import { type PointerEvent, useEffect, useRef, useState, type WheelEvent } from "react";
import type { Size } from "../../parts/use-size.ts";

export type Sight = ReturnType<typeof useSight>;
const most = 12;

/** How near the map is looked at, and where: by buttons, by keys, by Ctrl and the wheel (a pinch), by dragging once nearer. `fresh` changing puts it back. */
export function useSight(size: Size, fresh: unknown) {
  const [{ k, x, y }, setSight] = useState({ k: 1, x: 0, y: 0 });
  const drag = useRef<{ readonly x: number; readonly y: number; moved: boolean } | null>(null);
  const wasDragged = useRef(false);
  useEffect(() => setSight({ k: 1, x: 0, y: 0 }), [fresh]);
  const within = (next: { readonly k: number; readonly x: number; readonly y: number }) => ({
    k: next.k,
    x: Math.min(0, Math.max(size.width * (1 - next.k), next.x)),
    y: Math.min(0, Math.max(size.height * (1 - next.k), next.y)),
  });
  const zoom = (by: number, at: readonly [number, number] = [size.width / 2, size.height / 2]) =>
    setSight((old) => {
      const scale = Math.min(most, Math.max(1, old.k * by));
      return within({ k: scale, x: at[0] - ((at[0] - old.x) * scale) / old.k, y: at[1] - ((at[1] - old.y) * scale) / old.k });
    });
  return {
    scale: k,
    transform: `translate(${x} ${y}) scale(${k})`,
    place: (at: readonly [number, number]) => [at[0] * k + x, at[1] * k + y] as const,
    zoom,
    reset: () => setSight({ k: 1, x: 0, y: 0 }),
    /** Whether the last press moved the map: then it was no click. */
    dragged: () => wasDragged.current,
    handlers: {
      onWheel: (event: WheelEvent<HTMLElement>) => {
        if (!event.ctrlKey && !event.metaKey) return;
        const box = event.currentTarget.getBoundingClientRect();
        zoom(Math.exp(-event.deltaY / 200), [event.clientX - box.left, event.clientY - box.top]);
      },
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        wasDragged.current = false;
        drag.current = k > 1 ? { x: event.clientX - x, y: event.clientY - y, moved: false } : null;
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = drag.current;
        if (from === null || event.buttons === 0) return;
        const to = { x: event.clientX - from.x, y: event.clientY - from.y };
        if (!from.moved && Math.hypot(to.x - x, to.y - y) < 4) return;
        from.moved = true;
        wasDragged.current = true;
        setSight(within({ k, ...to }));
      },
      onPointerUp: () => { drag.current = null; },
    },
  };
}
