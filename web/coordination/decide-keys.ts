/** Answers that a decision on a finding may have touched. */
export const touchedByDecision = /^\/api\/(overlaps|gaps|picture|initiatives|areas\/|worklist|undertakings|members|home)/;

export const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable], [role='option']");
