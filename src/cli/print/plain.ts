/**
 * A text from a record as a terminal may show it: on one line, without control characters. What others wrote must not move
 * the cursor, change colours or answer for the operator.
 */
export function plain(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ").replace(/\p{Cc}/gu, "\ufffd");
}
