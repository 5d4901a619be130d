const single = /^-?\d{4}(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12]\d|3[01]))?)?[?~%]?$|^\d{3}X$|^\d{2}XX$/;

/**
 * Whether a text has the shape of a date with precision (EDTF) that the record takes: a day, month or year, doubtful or about,
 * an interval, one of a set. The server reads it again and knows the calendar; this only answers while one types.
 */
export function isReadableDate(text: string): boolean {
  const clean = text.trim();
  const set = /^\[(.+)\]$/.exec(clean)?.[1];
  if (set !== undefined) return set.split(",").every((part) => part.split("..").length <= 2 && part.split("..").some((end) => end !== "") && part.split("..").every((end) => end === "" || isDay(end.trim())));
  const ends = clean.split("/");
  if (ends.length === 2) return ends.some((end) => end !== "" && end !== "..") && ends.every((end) => end === "" || end === ".." || isDay(end));
  return isDay(clean);
}

/** 30 February is no day. */
function isDay(text: string): boolean {
  if (!single.test(text)) return false;
  const [year, month, day] = text.replace(/[?~%]$/, "").split("-").map(Number);
  if (day === undefined || month === undefined || year === undefined) return true;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
