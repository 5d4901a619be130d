/** What is made piece by piece, sent as it is made and no faster than it is taken. */
export function byteStream(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (stream) => {
      const { value, done } = await bytes.next();
      if (done === true) stream.close();
      else stream.enqueue(value);
    },
    cancel: async () => void (await bytes.return(undefined)),
  });
}
