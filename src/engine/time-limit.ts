/** A time limit that stands still while something is waited for that is no fault of whoever asked. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** The same work, whose time does not count. */
  uncounted<Given extends readonly unknown[], T>(work: (...given: Given) => Promise<T>): (...given: Given) => Promise<T>;
  /** Nothing is stopped any more. */
  end(): void;
}

/** Aborts its signal after so many milliseconds, those left out in which work was under way that does not count. */
export function timeLimited(ms: number): TimeLimit {
  const controller = new AbortController();
  let left = ms;
  let began = performance.now();
  let pauses = 0;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const go = (): void => {
    began = performance.now();
    timer = setTimeout(() => controller.abort(new DOMException('the time limit was reached', 'TimeoutError')), Math.max(left, 0));
    timer.unref();
  };
  go();
  return {
    signal: controller.signal,
    uncounted: (work) => async (...given) => {
      if (pauses === 0) {
        clearTimeout(timer);
        left -= performance.now() - began;
      }
      pauses += 1;
      try {
        return await work(...given);
      } finally {
        pauses -= 1;
        if (pauses === 0 && !isOver && !controller.signal.aborted) {
          go();
        }
      }
    },
    end: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
