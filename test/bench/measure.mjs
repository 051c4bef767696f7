/** Milliseconds that one call took. */
export async function timed(call) {
  const began = performance.now();
  const value = await call();
  return { ms: performance.now() - began, value };
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (values) => quantile(values, 0.5);
