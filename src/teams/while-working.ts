/**
 * Runs `work`, and shows that something is happening only when it takes longer than `after` milliseconds.
 * The sign is finished before the result is handed back, so that it never shows beneath the answer.
 * @param sign must not reject
 */
export async function whileWorking<T>(work: () => Promise<T>, sign: () => Promise<void>, after: number): Promise<T> {
  let shown: Promise<void> = Promise.resolve();
  const timer = setTimeout(() => {
    shown = sign();
  }, after);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    await shown;
  }
}
