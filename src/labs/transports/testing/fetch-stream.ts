import type { StreamSource } from "#lab-kit/route-client.ts";

/** A real event stream for programs that have no `EventSource`: read by `fetch`. Tests only. */
export function fetchStream(url: URL): StreamSource {
  const abort = new AbortController();
  const source: StreamSource = {
    onopen: null,
    onmessage: null,
    onerror: null,
    close: () => abort.abort(),
  };
  void read(url, source, abort.signal);
  return source;
}

async function read(url: URL, source: StreamSource, signal: AbortSignal): Promise<void> {
  const on = source as unknown as Record<string, ((event: unknown) => void) | null>;
  try {
    const answer = await fetch(url, { signal });
    on.onopen?.({});
    let held = "";
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (held + chunk).split("\n\n");
      held = blocks.pop() ?? "";
      for (const block of blocks) on.onmessage?.({ data: /^data: (.*)$/m.exec(block)?.[1] ?? "" });
    }
  } catch {
    // Ended from either side.
  }
  if (!signal.aborted) on.onerror?.({});
}
