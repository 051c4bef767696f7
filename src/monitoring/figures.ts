import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Stage, Watch } from './watch';

/** Seconds. A card is promised within two, and a query is stopped after ten. */
const LATENCIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** What GET /metrics shows, and the ways to add to it. */
export interface Figures extends Watch {
  readonly registry: Registry;
  /** Does `look`, which sets what is kept elsewhere, whenever the figures are about to be read. It must not reject. */
  beforeReading(look: () => Promise<void>): void;
  /** @param route one of the server's own route names, never a path as sent: labels must stay few */
  requested(route: string, status: number): void;
  /** As `timed`, of a step that is done at once. */
  timedNow<T>(stage: Stage, work: () => T): T;
  /** Prometheus text exposition format 0.0.4. */
  text(): Promise<string>;
}

/** @param ofTheProcess whether memory, processor and event loop are watched too, which only one per process should do */
export function createFigures({ ofTheProcess }: { readonly ofTheProcess: boolean }): Figures {
  const registry = new Registry();
  const registers = [registry];
  const looks: (() => Promise<void>)[] = [];
  if (ofTheProcess) collectDefaultMetrics({ register: registry });
  const requests = new Counter({ name: 'tally_http_requests_total', help: 'HTTP requests answered.', labelNames: ['route', 'status'], registers });
  const questions = new Counter({ name: 'tally_questions_total', help: 'Questions by how they were asked and what they came to; failed where there was no answer.', labelNames: ['by', 'outcome'], registers });
  const stages = new Histogram({ name: 'tally_stage_seconds', help: 'Time that each step of an answer took.', labelNames: ['stage'], buckets: LATENCIES, registers });
  const connector = new Counter({ name: 'tally_connector_requests_total', help: 'Requests to the Bot Connector by HTTP status; none where no answer came.', labelNames: ['status'], registers });
  return {
    registry,
    beforeReading: (look) => void looks.push(look),
    timed: async (stage, work) => {
      const end = stages.startTimer({ stage });
      try {
        return await work();
      } finally {
        end();
      }
    },
    timedNow: (stage, work) => {
      const end = stages.startTimer({ stage });
      try {
        return work();
      } finally {
        end();
      }
    },
    answered: (by, outcome) => questions.inc({ by, outcome }),
    connected: (status, ms) => {
      connector.inc({ status: status === null ? 'none' : String(status) });
      stages.observe({ stage: 'connector' }, ms / 1_000);
    },
    requested: (route, status) => requests.inc({ route, status: String(status) }),
    text: async () => {
      await Promise.all(looks.map((look) => look()));
      return registry.metrics();
    },
  };
}
