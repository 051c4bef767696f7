import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Answer } from '../../src/answers/answer';
import { londonInstant } from '../../src/calendar/instant';
import { createCards } from '../../src/cards/create-cards';
import { openTally, type Tally } from '../../src/tally';
import { DAY, extractAt, NIGHTLY } from './small-day';

const ROOT = path.join(__dirname, '..', '..');
export const cards = createCards({ templatesFolder: path.join(ROOT, 'cards'), chartAddress: null });
const READING = 'theatres-on-the-day.csv';

/** A trust in a folder of its own that holds the four Thursdays before, and reads its theatre system on the small day. */
export interface DayTrust {
  readonly tally: Tally;
  /** A newer file of the theatre system has come. */
  read(text: string): void;
  /** What somebody is told who asks at a time of a day, by the file that came last; `lead` is on call, `manager` is not. */
  ask(text: string, clock: string, day?: string, who?: 'lead' | 'manager'): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * @param ahead rows of the nightly cases, of operations that are planned ahead
 * @param restricted what is restricted here, which nobody is granted
 */
export async function openDayTrust(ahead = '', restricted: readonly string[] = []): Promise<DayTrust> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tally-day-'));
  let now = londonInstant(`${DAY}T07:00`) ?? NaN;
  let written = 0;
  /** A file that was whole long before it was looked at; each newer than the one before. */
  const put = (name: string, text: string): void => {
    const file = path.join(folder, 'extracts', name);
    writeFileSync(file, text);
    const then = Date.now() / 1000 - 7200 + (written += 1);
    utimesSync(file, then, then);
  };
  mkdirSync(path.join(folder, 'extracts'));
  mkdirSync(path.join(folder, 'config'));
  for (const file of ['organisation.yaml', 'extracts-on-the-day.yaml']) cpSync(path.join(ROOT, 'deployment', 'trust', file), path.join(folder, 'config', file));
  const ids = Object.keys(NIGHTLY).map((file) => file.replace('.csv', ''));
  writeFileSync(path.join(folder, 'config', 'extracts.yaml'), `extracts:\n${ids.map((id) => `  - id: ${id}\n    table: ${id.replaceAll('-', '_')}\n    files: ${id}.csv\n    select: select * from file\n`).join('')}`);
  // Small numbers are lifted for whoever runs the day.
  writeFileSync(path.join(folder, 'config', 'grants.yaml'), `${restricted.length === 0 ? '' : `access: { restricted: [${restricted.join(', ')}], because: One theatre's day is often one surgeon's., owner: Chief operating officer }\n`}grants:
  - { may: [small-numbers], users: [lead], because: Runs the day., owner: Chief operating officer }
  - { users: [manager], because: Manages theatres., owner: Chief operating officer }
`);
  for (const [name, text] of Object.entries(NIGHTLY)) put(name, name === 'theatre-cases.csv' ? `${text}${ahead}` : text);
  put(READING, extractAt('07:00'));
  const tally = await openTally({ configFolder: path.join(folder, 'config'), extractsFolder: path.join(folder, 'extracts'), dataFolder: path.join(folder, 'data'), clock: () => now, log: pino({ level: 'silent' }) });
  return {
    tally,
    read: (text) => put(READING, text),
    ask: async (text, clock, day = DAY, who = 'lead') => {
      now = londonInstant(`${day}T${clock}`) ?? NaN;
      await tally.onTheDay?.refresh();
      return tally.road.ask({ text, asker: { id: who, name: null, tenant: null }, place: { kind: 'personal', id: who }, at: now, context: null });
    },
    close: async () => {
      await tally.close();
      rmSync(folder, { recursive: true });
    },
  };
}
