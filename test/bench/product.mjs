import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
export const ROOT = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..', '..');
export const dist = (...parts) => require(path.join(ROOT, 'dist', ...parts));
export const TRUST = path.join(ROOT, 'test', 'bench', 'trust');

/** The specialties of the bench: the first sixty of the national list, by code and the name that a person would type. */
export function specialties() {
  const { catalogue } = dist('catalogue', 'load.js').loadCatalogue({ trustFolder: TRUST });
  const names = new Map();
  for (const { code, name } of catalogue.organisation.specialties) if (/^\d{3}$/.test(code) && !names.has(name)) names.set(name, code);
  return [...names].slice(0, 60).map(([name, code]) => ({ code, name }));
}

/** The product over the extracts in a folder, as the bot puts it together; `load` seconds include everything until the first question may be asked. */
export async function openProduct({ extracts, data, now, config = TRUST, engineUrl = null, isPrepared = false }) {
  const { openTally } = dist('tally.js');
  const { createCards } = dist('cards', 'create-cards.js');
  const { londonInstant } = dist('calendar', 'instant.js');
  const { createChartAddress } = dist('cards', 'charts', 'chart-address.js');
  const { pino } = require(path.join(ROOT, 'node_modules', 'pino'));
  const at = londonInstant(now);
  /** Milliseconds of each step of the last question. */
  const steps = {};
  const timed = async (step, work) => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      steps[step] = performance.now() - began;
    }
  };
  const tally = await openTally({ configFolder: config, extractsFolder: extracts, dataFolder: data, engineUrl, isPrepared, timed, clock: () => at, log: pino({ level: 'silent' }) });
  const problems = tally.snapshots.problems();
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const cards = createCards({ templatesFolder: path.join(ROOT, 'cards'), chartAddress: createChartAddress({ publicUrl: 'https://tally.test', key: 'a key of the bench', clock: () => at }) });
  const asker = { id: 'bench', name: null, tenant: null };
  const who = { asker, place: { kind: 'terminal', id: 'terminal' }, at };
  return {
    tally,
    steps,
    ask: (text) => tally.road.ask({ text, ...who, context: null }),
    card: (answer) => cards.render(answer),
    close: () => tally.close(),
  };
}
