import path from 'node:path';
import { parseArgs } from 'node:util';
import type { AuditEntry } from '../access/audit';
import { londonInstant, londonTime } from '../calendar/instant';
import { loadCatalogue } from '../catalogue/load';
import { TallyError } from '../errors';
import { openStore } from '../store/open-store';
import { readSettings } from './settings';

const ROOT = path.join(__dirname, '..', '..');
const USAGE = `Usage: npm run audit -- [--since DATE] [--user ID] [--json] [--config DIR]

  --since DATE   from that day or moment on, for example 2026-11-01; without it the last 24 hours
  --user ID      one person's alone, by Entra object id or as given with --as
  --json         one JSON object a line, with the whole query

Every answer that left, was refused or failed: who, when, where, by which way, what was asked, of which data and what came
of it; and what was set up, changed, paused, muted, resumed or stopped, such as "digest-pause". No words that anybody
typed are in it. It is kept for two years, or as "access: audit-days" says.`;

const DAY = 24 * 60 * 60_000;

/** One answer on one line, for reading down a terminal. */
function lineOf({ at, who, place, way, query, snapshot, outcome, reason, suppression }: AuditEntry): string {
  const hidden = suppression === 'lifted' ? ['small numbers not hidden'] : suppression === 'applied' ? ['small numbers hidden'] : [];
  return [
    londonTime(at), who === '' ? 'everybody there' : who, `${way} in ${place === 'terminal' || place === 'personal' ? 'their own' : 'a'} ${place === 'personal' ? 'chat' : place}`,
    reason === null ? outcome : `${outcome} (${reason})`, query ?? 'no query', ...(snapshot === null ? [] : [snapshot]), ...hidden,
  ].join(' · ');
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { since: { type: 'string' }, user: { type: 'string' }, json: { type: 'boolean' }, config: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const since = values.since === undefined ? Date.now() - DAY : londonInstant(values.since);
  if (since === null) {
    process.stderr.write(`--since is not a date: ${values.since ?? ''}. Write it as 2026-11-01.\n\n${USAGE}\n`);
    return 2;
  }
  const settings = readSettings({ config: values.config, data: undefined }, ROOT, process.env);
  const { catalogue } = loadCatalogue({ trustFolder: settings.configFolder });
  const store = await openStore(settings.stateUrl, () => Date.now());
  const { name, formerly } = catalogue.organisation;
  try {
    const rows = await store.audit.read([name, ...formerly], since, values.user?.trim() ?? null);
    rows.forEach((row) => process.stdout.write(`${values.json === true ? JSON.stringify({ ...row, at: new Date(row.at).toISOString(), query: row.query === null ? null : JSON.parse(row.query) as unknown }) : lineOf(row)}\n`));
    if (rows.length === 0 && values.json !== true) {
      process.stdout.write(`${name}: nothing was asked${values.user === undefined ? '' : ` by ${values.user}`} since ${londonTime(since)}.\n`);
    }
    return 0;
  } finally {
    store.close();
  }
}

run().then((code) => {
  process.exitCode = code;
}, (error: unknown) => {
  const isUsage = error instanceof TypeError;
  process.stderr.write(`${error instanceof TallyError ? `${error.sentence}\n${error.message}` : error instanceof Error ? error.message : String(error)}\n${isUsage ? `\n${USAGE}\n` : ''}`);
  process.exitCode = isUsage ? 2 : 1;
});
