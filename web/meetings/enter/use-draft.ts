import { useEffect, useRef, useState } from "react";
import { type Draft, emptyDraft, isFilled } from "./draft.ts";

/** What was typed, kept in this tab after every change: neither an error nor a reload loses it. Gone with the tab, and when it was sent. */
export function useDraft(name: string, body: string | null, language: string) {
  const key = `entente.entry.${name}`;
  const [draft, setDraft] = useState<Draft>(() => read(key) ?? emptyDraft(body, language));
  const latest = useRef(draft);
  useEffect(() => { latest.current = draft; }, [draft]);
  useEffect(() => {
    // typing is faster than writing the whole text each time
    const timer = setTimeout(() => write(key, draft), 120);
    return () => clearTimeout(timer);
  }, [key, draft]);
  useEffect(() => {
    const now = () => write(key, latest.current);
    window.addEventListener("pagehide", now);
    return () => window.removeEventListener("pagehide", now);
  }, [key]);
  const change = (how: (old: Draft) => Draft) => setDraft(how);
  const forget = () => { const empty = emptyDraft(body, language); latest.current = empty; setDraft(empty); remove(key); };
  return { draft, change, forget };
}

function read(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return typeof kept === "object" && kept !== null && "groups" in kept && "source" in kept ? (kept as Draft) : null;
  } catch (refused) {
    console.info("Nothing kept could be read.", refused);
    return null;
  }
}

function write(key: string, draft: Draft): void {
  if (isEmpty(draft)) return remove(key);
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch (refused) {
    console.info("What is typed holds for this page only: storage is off or full.", refused);
  }
}

const isEmpty = ({ source, groups }: Draft): boolean => source.text === "" && source.title === "" && groups.every(({ entries }) => !Object.values(entries).some(isFilled));

function remove(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch (refused) {
    console.info("Storage is off.", refused);
  }
}
