/** A node of the graph: `@id`, `@type`, and terms of the context. */
export type LdNode = Readonly<Record<string, unknown>> & { readonly "@id": string; readonly "@type": string };

/** schema.org, and two terms that it lacks. (JSON-LD 1.1, W3C Recommendation 2020.) */
const context = { "@vocab": "https://schema.org/", marking: "urn:entente:terms:marking", confidence: "urn:entente:terms:confidence" } as const;

/**
 * A data set as one JSON-LD document, its head (marking and licence) first and then a line for each node, in a stream.
 * @param about terms of the data set itself
 */
export async function* writeLinkedData(about: Readonly<Record<string, unknown>>, nodes: AsyncIterable<LdNode>): AsyncGenerator<Uint8Array> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const head = JSON.stringify({ "@context": context, "@type": "Dataset", ...about });
  yield bytes(`${head.slice(0, -1)},"hasPart":[`);
  let first = true;
  for await (const node of nodes) {
    yield bytes(`${first ? "" : ","}\n${JSON.stringify(node)}`);
    first = false;
  }
  yield bytes("\n]}\n");
}
