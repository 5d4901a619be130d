/** The secret of a one-time link. It stands after the # so that it reaches no log; a question mark is read too. */
export const linkToken = (): string => new URLSearchParams(location.hash.slice(1)).get("token") ?? new URLSearchParams(location.search).get("token") ?? "";
