import { appendFileSync, statSync, truncateSync, utimesSync } from 'node:fs';
import { median, quantile, timed } from './measure.mjs';
import { openProduct } from './product.mjs';
import { NOW } from './rows.mjs';

/**
 * Milliseconds of a question in words to its card, cold, one person after another: while newer files are loaded and prepared,
 * as the bot does it beside its answers, and before.
 */
export async function answersWhileLoading({ extracts, data, csv, specialties }) {
  const product = await openProduct({ extracts, data, now: NOW, isPrepared: true });
  await product.tally.prepare();
  const size = statSync(csv).size;
  const servedBefore = await served(product);
  // What is asked is another thing each time, so that nothing is answered from what was answered before.
  const question = (round) => `DNA rate for ${specialties[round % specialties.length].name} ${MONTHS[Math.floor(round / specialties.length) % MONTHS.length]}`;
  const ask = async (round) => (await timed(async () => product.card(await product.ask(question(round))))).ms;
  try {
    const before = [];
    for (let round = 0; round < 60; round += 1) before.push(await ask(round));
    appendFileSync(csv, 'A-newer,2026-10-31,100,N1,1,5\n');
    // A file that was only just written is left until it has come to rest.
    const rested = Date.now() / 1_000 - 60;
    utimesSync(csv, rested, rested);
    let isOver = false;
    const load = timed(() => product.tally.snapshots.refresh()).finally(() => { isOver = true; });
    const during = [];
    for (let round = 60; !isOver; round += 1) {
      during.push(await ask(round));
      // People do not ask without a pause, and a load that had no time left would never end.
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
    const { ms, value } = await load;
    if (value.kind !== 'loaded' || value.reused || await served(product) === servedBefore) throw new Error(`the newer file was not loaded: ${JSON.stringify(value)}`);
    return { seconds: ms / 1_000, questions: during.length, before: median(before), during: median(during), duringP95: quantile(during, 0.95), times: median(during) / median(before) };
  } finally {
    await product.close();
    truncateSync(csv, size);
  }
}

const MONTHS = ['last month', 'September 2026', 'August 2026', 'July 2026', 'June 2026', 'May 2026', 'April 2026', 'March 2026', 'February 2026', 'January 2026', 'December 2025', 'November 2025', 'October 2025', 'September 2025', 'August 2025', 'July 2025', 'June 2025', 'May 2025', 'April 2025', 'March 2025', 'February 2025', 'January 2025'];

async function served({ tally }) {
  const lent = await tally.snapshots.lend();
  lent.release();
  return lent.snapshot.id;
}
