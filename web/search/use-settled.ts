import { useEffect, useState } from "react";

/** Milliseconds in which a next letter usually comes: a question for each would only be thrown away. */
const pause = 120;

/** What is typed, once the fingers rest. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
