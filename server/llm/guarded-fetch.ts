type Guard = {
  /** how long an endpoint may take to answer at all */
  firstByteMs: number;
  /** of a whole answer */
  maxBytes: number;
};

/** An endpoint that hangs is left alone for so long: every further call would cost its whole waiting time. */
const HUNG_PAUSE_MS = 30_000;

/** Why a call to the model came to nothing. Stored with the call. */
export class ModelFailure extends Error {
  constructor(
    readonly why: string,
    /** the endpoint asked to be left alone for so long */
    readonly retryAfterMs: number | null = null,
  ) {
    super(why);
    this.name = "ModelFailure";
  }
}

/**
 * A `fetch` for model endpoints: an answer that does not begin in time, or that does not end, is cut off. Answers are
 * streamed, so an endpoint that works sends its head long before the last word is written.
 */
export function guardedFetch(
  { firstByteMs, maxBytes }: Guard,
  onFailure: (failure: ModelFailure) => void,
): typeof fetch {
  const failed = (why: string, retryAfterMs: number | null = null): ModelFailure => {
    const failure = new ModelFailure(why, retryAfterMs);
    onFailure(failure);
    return failure;
  };
  return async (input, init) => {
    const head = new AbortController();
    const timer = setTimeout(() => head.abort(failed("hung", HUNG_PAUSE_MS)), firstByteMs);
    const signals = [head.signal, ...(init?.signal ? [init.signal] : [])];
    try {
      const response = await fetch(input, { ...init, signal: AbortSignal.any(signals), redirect: "error" });
      if (!response.ok) failed(`status ${response.status}`, retryAfterOf(response));
      if (response.body === null) return response;
      const body = response.body.pipeThrough(limit(maxBytes, () => failed("too large")));
      return new Response(body, {
        status: response.status,
        statusText: response.statusText,
        headers: response.headers,
      });
    } finally {
      clearTimeout(timer);
    }
  };
}

function limit(maxBytes: number, onExcess: () => Error): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > maxBytes) controller.error(onExcess());
      else controller.enqueue(chunk);
    },
  });
}

/** `Retry-After` in seconds or as a date (RFC 9110 § 10.2.3); null where it is missing or no number. */
function retryAfterOf(response: Response): number | null {
  const said = response.headers.get("retry-after");
  if (said === null) return null;
  const seconds = Number(said);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
