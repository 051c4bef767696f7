/**
 * What is promised, or null where it is not there within so many milliseconds; what comes after that is let go.
 * Throws what the promise throws in time.
 */
export async function inTime<T>(promised: Promise<T>, within: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), within);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}
