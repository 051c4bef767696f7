import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import restify from 'restify';
import { isLoopback, type Config } from '../config';
import type { Figures } from '../monitoring/figures';
import { asRequest } from '../monitoring/log';
import { mayReadMetrics } from './metrics-access';
import { readJson } from './read-json';

export interface ServerParts {
  readonly config: Pick<Config, 'mode' | 'host' | 'port' | 'metricsToken'>;
  readonly bot: { process(request: { authorization: string | undefined; body: unknown }): Promise<{ status: number; body?: unknown }> };
  /** Whether a snapshot is loaded, its engine can be asked and the state store answers. */
  readonly ready: () => Promise<boolean>;
  /** The chart picture behind a signed token, which its address may follow with `.png`; null for a token that is not valid or no longer is, `busy` where too many are being drawn. */
  readonly chart: (token: string) => Promise<{ readonly png: Buffer } | 'busy' | null>;
  readonly figures: Pick<Figures, 'requested' | 'text'>;
  readonly log: Logger;
  /** Milliseconds that a sender may take over its headers and over all of its request, and between two looks for one that takes longer. */
  readonly within?: { readonly headers: number; readonly request: number; readonly look: number };
}

export interface RunningServer {
  readonly host: string;
  readonly port: number;
}

export interface Server {
  /** @throws Error when the address cannot be bound */
  listen(): Promise<RunningServer>;
  /** Stops accepting, lets what is under way finish for up to `grace` milliseconds, then closes every connection. */
  close(grace?: number): Promise<void>;
}

/** Messages that are worked on at once; each holds its body, and more than these would only wait for one another. */
const MOST_AT_ONCE = 200;
/** Connections that are open at once. */
const MOST_CONNECTIONS = 1_000;
/** Node looks for slow senders every half minute by itself, which would more than double what one may take. */
const USUALLY_WITHIN = { headers: 10_000, request: 20_000, look: 2_000 };
const GRACE_MS = 10_000;
const SWEEP_MS = 50;
const LONGEST_TOKEN = 4_096;

/** The HTTP side of the contract: these five routes, and `{}` with a status for everything else. */
export function createServer({ config, bot, ready, chart, figures, log, within = USUALLY_WITHIN }: ServerParts): Server {
  const server = restify.createServer({
    name: '',
    // The boundary cast: restify takes a pino logger, its types still name the one before.
    log: log as unknown as NonNullable<restify.ServerOptions['log']>,
    // Whatever restify itself refuses (no route, wrong method, a throw) is told by its status alone.
    formatters: { 'application/json': (_request, _response, body: unknown) => (body instanceof Error ? '{}' : JSON.stringify(body)) },
  });
  server.server.headersTimeout = within.headers;
  server.server.requestTimeout = within.request;
  server.server.maxConnections = MOST_CONNECTIONS;
  // With restify's listener node would hand such a socket over, with no reply, no limit of time and no part in a close; without one it is a request like any other.
  server.server.removeAllListeners('upgrade');
  // Restify makes node's server without options; node reads this one when it begins to listen.
  Reflect.set(server.server, 'connectionsCheckingInterval', within.look);
  let under = 0;

  server.pre((request, response, next) => {
    // Restify picks its formatter by Accept, and with none to fit would answer in another shape.
    request.headers.accept = 'application/json';
    if (config.mode === 'local' && !isLoopback(hostOf(request))) {
      // A web page whose name was pointed at this machine must not reach a bot that checks nobody's identity.
      send(response, 403, {});
      return next(false);
    }
    // Never the sender's own: one id is one request, whatever stands in front.
    const id = randomUUID();
    response.setHeader('X-Request-Id', id);
    return asRequest(id, next);
  });
  server.on('after', (_request: IncomingMessage, response: ServerResponse, route: { spec?: { name?: string } } | null) =>
    figures.requested(route?.spec?.name ?? 'none', response.statusCode),
  );
  server.on('restifyError', (_request: unknown, _response: unknown, error: unknown, done: () => void) => {
    const name = error instanceof Error ? error.name : typeof error;
    log.debug({ code: 'HTTP_REFUSED', name }, 'refused');
    done();
  });

  /** Every handler through here: async with exactly two parameters, and no error of its own leaves it. */
  const route = (method: 'get' | 'post', path: string, name: string, handle: (request: restify.Request, response: restify.Response) => Promise<void>) => {
    const guarded = async (request: restify.Request, response: restify.Response): Promise<void> => {
      try {
        await handle(request, response);
      } catch (error) {
        log.error({ code: 'HTTP_FAILED', route: name, name: error instanceof Error ? error.name : typeof error }, 'a request failed');
        send(response, 500, {});
      }
    };
    server[method]({ path, name }, guarded);
  };

  route('post', '/api/messages', 'messages', async (request, response) => {
    const body = await readJson(request);
    if (!body.ok) {
      // What is left of a refused body is not read: the connection ends with the reply.
      response.setHeader('Connection', 'close');
      return send(response, body.status, {});
    }
    if (under >= MOST_AT_ONCE) return sendBusy(response);
    under += 1;
    const reply = await bot.process({ authorization: request.headers.authorization, body: body.json }).finally(() => { under -= 1; });
    send(response, reply.status, reply.body ?? (reply.status < 400 ? undefined : {}));
  });
  route('get', '/healthz', 'healthz', (_request, response) => Promise.resolve(send(response, 200, { status: 'ok' })));
  route('get', '/readyz', 'readyz', async (_request, response) => {
    const isReady = await ready();
    send(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready' });
  });
  route('get', '/metrics', 'metrics', async (request, response) => {
    if (!mayReadMetrics(request, config.metricsToken)) return send(response, 404, {});
    sendBytes(response, 200, 'text/plain; version=0.0.4; charset=utf-8', Buffer.from(await figures.text()), 'no-store');
  });
  route('get', '/charts/*', 'charts', async (request, response) => {
    const name: unknown = Reflect.get(Object(request.params), '*');
    const token = typeof name === 'string' && name.length <= LONGEST_TOKEN ? /^([\w.~-]+?)(?:\.png)?$/.exec(name)?.[1] : undefined;
    const picture = token === undefined ? null : await chart(token);
    if (picture === 'busy') return sendBusy(response);
    if (picture === null) return send(response, 404, {});
    // The picture behind a token never changes; only the person's own client may keep it.
    sendBytes(response, 200, 'image/png', picture.png, 'private, max-age=86400, immutable');
  });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, () => {
          server.off('error', reject);
          const { address, port } = server.address();
          resolve({ host: address, port });
        });
      }),
    close: (grace = GRACE_MS) =>
      new Promise((resolve) => {
        // A connection kept alive turns idle only after its last answer: swept until none is left.
        const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_MS);
        const end = setTimeout(() => server.server.closeAllConnections(), grace);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(end);
          resolve();
        });
        server.server.closeIdleConnections();
      }),
  };
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (body === undefined) return sendBytes(response, status, null, Buffer.alloc(0), 'no-store');
  return sendBytes(response, status, 'application/json; charset=utf-8', Buffer.from(JSON.stringify(body)), 'no-store');
}

function sendBusy(response: ServerResponse): void {
  response.setHeader('Retry-After', '1');
  send(response, 503, {});
}

function sendBytes(response: ServerResponse, status: number, type: string | null, bytes: Buffer, cache: string): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    ...(type === null ? {} : { 'Content-Type': type }),
    'Content-Length': bytes.length,
    'Cache-Control': cache,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(bytes);
}
