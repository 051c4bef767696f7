import { Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { performance } from 'node:perf_hooks';
import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';
import type { Watch } from '../monitoring/watch';

/** How long the Bot Connector may take over one request. */
const REQUEST_TIMEOUT_MS = 10_000;

/** Set on the error of a request that was begun. */
export const ATTEMPTED = 'tallyAttempted';

/** A request of the SDK's pipeline, as far as it is changed here. */
interface Outgoing {
  readonly url: string;
  abortSignal?: AbortSignal;
  agent?: PlainAgent;
}

/**
 * Each request has a connection of its own: one that was kept may be closed by Teams in the moment in which it is used
 * again, and whether that request arrived would not be known.
 */
const NEVER_KEPT = { plain: new PlainAgent({ keepAlive: false }), tls: new TlsAgent({ keepAlive: false }) };

interface Pipeline {
  removePolicy(options: { readonly phase: string }): unknown;
  addPolicy(policy: { readonly name: string; readonly sendRequest: (request: Outgoing, next: (request: Outgoing) => Promise<unknown>) => Promise<unknown> }): unknown;
}

/**
 * Makes connector clients that send each request once and not for ever. The SDK's own pipeline sends a request again,
 * up to three times, after a 5xx or a lost connection; the first may well have arrived, and a channel then shows the
 * same post up to four times. What is safe to repeat is decided in `deliver.ts`.
 */
export class SingleAttempt extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #watch: Pick<Watch, 'connected'>;
  readonly #within: number;

  /** @param within milliseconds that one request may take */
  constructor(inner: ConnectorFactory, watch: Pick<Watch, 'connected'>, within = REQUEST_TIMEOUT_MS) {
    super();
    this.#inner = inner;
    this.#watch = watch;
    this.#within = within;
  }

  /** @throws Error when the SDK's pipeline is not where it was, rather than send with hidden retries */
  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const connector = await this.#inner.create(serviceUrl, audience);
    const client: unknown = Reflect.get(connector, 'client');
    if (!hasPipeline(client)) throw new Error('the connector client has no pipeline to take the retries from');
    client.pipeline.removePolicy({ phase: 'Retry' });
    client.pipeline.addPolicy({
      name: 'tally-single-attempt',
      sendRequest: async (request, next) => {
        // Where a proxy is configured, its agent is set already.
        request.agent ??= request.url.startsWith('https:') ? NEVER_KEPT.tls : NEVER_KEPT.plain;
        // Not the SDK's own timeout, whose timer outlives a request that failed.
        request.abortSignal = AbortSignal.timeout(this.#within);
        const began = performance.now();
        const connected = (answer: unknown, field: string) => this.#watch.connected(statusIn(answer, field), performance.now() - began);
        try {
          const response = await next(request);
          connected(response, 'status');
          return response;
        } catch (error) {
          connected(error, 'statusCode');
          // Tells a request that may have arrived from one for which not even a token was had.
          if (error instanceof Error) Reflect.set(error, ATTEMPTED, true);
          throw error;
        }
      },
    });
    return connector;
  }
}

/** An answer's status, or that of the fault which the SDK made of it; null where no answer came. */
function statusIn(holder: unknown, field: string): number | null {
  const status: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, field) : undefined;
  return typeof status === 'number' && status >= 100 ? status : null;
}

function hasPipeline(client: unknown): client is { readonly pipeline: Pipeline } {
  if (typeof client !== 'object' || client === null || !('pipeline' in client)) return false;
  const { pipeline } = client;
  return typeof pipeline === 'object' && pipeline !== null && 'removePolicy' in pipeline && 'addPolicy' in pipeline;
}
