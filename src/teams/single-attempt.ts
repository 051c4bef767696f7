import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';

/** How long the Bot Connector may take over one request. */
const REQUEST_TIMEOUT_MS = 10_000;

/** Set on the error of a request that was begun. */
export const ATTEMPTED = 'tallyAttempted';

interface Abortable {
  abortSignal?: AbortSignal;
}

interface Pipeline {
  removePolicy(options: { readonly phase: string }): unknown;
  addPolicy(policy: { readonly name: string; readonly sendRequest: (request: Abortable, next: (request: Abortable) => Promise<unknown>) => Promise<unknown> }): unknown;
}

/**
 * Makes connector clients that send each request once and not for ever. The SDK's own pipeline sends a request again,
 * up to three times, after a 5xx or a lost connection; the first may well have arrived, and a channel then shows the
 * same post up to four times. What is safe to repeat is decided in `deliver.ts`.
 */
export class SingleAttempt extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #within: number;

  /** @param within milliseconds that one request may take */
  constructor(inner: ConnectorFactory, within = REQUEST_TIMEOUT_MS) {
    super();
    this.#inner = inner;
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
        // Not the SDK's own timeout, whose timer outlives a request that failed.
        request.abortSignal = AbortSignal.timeout(this.#within);
        try {
          return await next(request);
        } catch (error) {
          // Tells a request that may have arrived from one for which not even a token was had.
          if (error instanceof Error) Reflect.set(error, ATTEMPTED, true);
          throw error;
        }
      },
    });
    return connector;
  }
}

function hasPipeline(client: unknown): client is { readonly pipeline: Pipeline } {
  if (typeof client !== 'object' || client === null || !('pipeline' in client)) return false;
  const { pipeline } = client;
  return typeof pipeline === 'object' && pipeline !== null && 'removePolicy' in pipeline && 'addPolicy' in pipeline;
}
