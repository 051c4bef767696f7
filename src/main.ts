import path from 'node:path';
import { pino } from 'pino';
import { drawChart } from './cards/charts/draw-chart';
import { createChartAddress } from './cards/charts/chart-address';
import { openChart } from './cards/charts/signed-chart';
import { createCards } from './cards/create-cards';
import { readConfig, withEnvironmentFile } from './config';
import { TallyError } from './errors';
import { createServer } from './http/create-server';
import { keptSecret } from './store/kept-secret';
import { openStore } from './store/open-store';
import { openTally } from './tally';
import { createBot } from './teams/create-bot';

const ROOT = path.join(__dirname, '..');

/** Milliseconds between two looks at the extracts folder. */
const LOOK_EVERY = 30_000;

async function start(): Promise<void> {
  const config = readConfig(withEnvironmentFile(path.join(ROOT, '.env'), process.env));
  const log = pino({ level: config.logLevel });
  const clock = () => Date.now();
  const tally = await openTally({
    configFolder: config.configDir ?? path.join(ROOT, 'deployment', 'trust'),
    extractsFolder: config.demonstration ? null : config.extractsDir,
    dataFolder: config.dataDir,
    clock,
    log,
  });
  tally.snapshots.watch(LOOK_EVERY);
  const store = await openStore(config.stateUrl, clock);
  const key = (await keptSecret(config.dataDir, 'chart.key')).toString('base64');
  const publicUrl = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
  const cards = createCards({ templatesFolder: path.join(ROOT, 'cards'), chartAddress: createChartAddress({ publicUrl, key }) });
  const bot = createBot({ config, road: tally.road, render: (answer) => cards.render(answer), store, clock, log });
  const server = createServer({
    config,
    bot,
    log,
    ready: async () => {
      const lent = await tally.snapshots.lend();
      lent?.release();
      return lent !== null && store.ready();
    },
    chart: async (token) => {
      const spec = openChart(token, key);
      return spec === null ? null : { png: await drawChart(spec) };
    },
  });
  const { host, port } = await server.listen();
  log.info({ host, port, mode: config.mode }, 'listening');
  const stop = async (): Promise<void> => {
    await server.close();
    await tally.close();
    store.close();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

start().catch((error: unknown) => {
  const sentence = error instanceof TallyError ? error.sentence : 'The program could not start.';
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${sentence}\n${detail}\n`);
  process.exitCode = 1;
});
