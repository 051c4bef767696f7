import crypto from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { request as httpRequest } from 'node:http';
import pino from 'pino';
import { createFigures } from '../../src/monitoring/figures';
import { createLog } from '../../src/monitoring/log';
import { createServer, type Server, type ServerParts } from '../../src/http/create-server';

const SECRET = 'internal text that nobody outside may read';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const TOKEN = 'a-token-of-at-least-16';

let server: Server;
let origin: string;
let port: number;
let received: unknown[];

async function start(parts: Partial<ServerParts> = {}): Promise<void> {
  received = [];
  server = createServer({
    config: { mode: 'teams', host: '127.0.0.1', port: 0, metricsToken: TOKEN },
    bot: {
      process: (request) => {
        received.push(request);
        return Promise.resolve({ status: 200 });
      },
    },
    ready: () => Promise.resolve(true),
    chart: (token) => Promise.resolve(token.startsWith('good') ? { png: PNG } : null),
    figures: createFigures({ ofTheProcess: false }),
    log: pino({ level: 'silent' }),
    ...parts,
  });
  ({ port } = await server.listen());
  origin = `http://127.0.0.1:${port}`;
}
afterEach(() => server.close(100));

const post = (body: string | Buffer | undefined, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${origin}/api/messages`, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
/** fetch mends paths and forbids some headers; this sends what it is told to. */
const raw = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    sent.on('error', reject).end();
  });

const upgrading = (path: string) => `GET ${path} HTTP/1.1\r\nHost: tally\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;

describe('POST /api/messages', () => {
  it('hands the parsed body and the authorization on, and sends what it is told to', async () => {
    await start({ bot: { process: (request) => (received.push(request), Promise.resolve({ status: 200, body: { a: 1 } })) } });
    const answered = await post('{"type":"message"}', { 'content-type': 'application/json; charset=utf-8', authorization: 'Bearer x', accept: 'image/webp' });
    expect([answered.status, await answered.json()]).toEqual([200, { a: 1 }]);
    expect(received).toEqual([{ authorization: 'Bearer x', body: { type: 'message' } }]);
  });

  it('answers 200 with nothing where there is nothing to say', async () => {
    await start();
    const answered = await post('{}');
    expect([answered.status, await answered.text()]).toEqual([200, '']);
  });

  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  it.each<[string, string | Buffer, number]>([
    ['malformed JSON', '{"type":', 400],
    ['an empty body', '', 400],
    ['bytes that are not UTF-8', Buffer.from('{"a":"\xff"}', 'latin1'), 400],
    ['a nest of 33 levels', deep(34), 400],
    ['a nest of 100,000 levels', deep(100_000), 400],
    ['a body of 256 KiB and one byte', `"${'x'.repeat(256 * 1024 - 1)}"`, 413],
    ['a body of ten megabytes', `"${'x'.repeat(10 * 1024 * 1024)}"`, 413],
  ])('refuses %s by its status alone', async (_, body, status) => {
    await start();
    const answered = await post(body).catch((error: unknown) => error);
    // A sender of megabytes may find the connection closed before it has read the reply.
    if (!(answered instanceof Response)) return expect(status).toBe(413);
    expect([answered.status, await answered.text()]).toEqual([status, '{}']);
    expect(received).toEqual([]);
    return undefined;
  });

  it('takes a body of exactly 256 KiB', async () => {
    await start();
    expect((await post(`"${'x'.repeat(256 * 1024 - 2)}"`)).status).toBe(200);
  });

  it('counts the bytes of a body that does not say its length', async () => {
    await start();
    const body = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 300; n += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(1024)));
        controller.close();
      },
    });
    const answered = await fetch(`${origin}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }).catch((error: unknown) => error);
    if (answered instanceof Response) expect(answered.status).toBe(413);
    expect(received).toEqual([]);
  });

  it.each([
    ['text/plain', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['no type', {}],
    ['gzip, of which a little can hold a lot', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('refuses %s with 415 and {}', async (_, headers: Record<string, string>) => {
    await start();
    const answered = await post(gzipSync('{}'), headers);
    expect([answered.status, await answered.text()]).toEqual([415, '{}']);
  });

  it('keeps __proto__ a plain key', async () => {
    await start();
    await post('{"__proto__":{"polluted":true}}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('never says why when the bot fails', async () => {
    await start({ bot: { process: () => Promise.reject(new Error(SECRET)) } });
    const answered = await post('{}');
    expect([answered.status, await answered.text()]).toEqual([500, '{}']);
  });

  it('survives a sender who hangs up half way', async () => {
    await start();
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":');
    await new Promise((resolve) => setTimeout(resolve, 30));
    socket.destroy();
    expect((await post('{}')).status).toBe(200);
  });

  /** What comes back on a connection before the server ends it. */
  const until = (socket: ReturnType<typeof connect>): Promise<string> => new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('error', () => undefined).on('close', () => resolve(text));
  });

  it.each([
    ['its headers, a byte at a time', 'POST /api/messages HTTP/1.1\r\nHost: x\r\nX-Slow: ', 'a'],
    ['its body, a byte at a time', 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n', ' '],
  ])('cuts off a sender who goes on sending %s', async (_, begin, drop) => {
    await start({ within: { headers: 100, request: 150, look: 25 } });
    const socket = connect(port, '127.0.0.1');
    socket.write(begin);
    const dripping = setInterval(() => socket.write(drop), 10);
    const began = Date.now();
    expect(await until(socket)).toMatch(/^(HTTP\/1\.1 (408|400)|$)/);
    clearInterval(dripping);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(received).toEqual([]);
    expect((await post('{}')).status).toBe(200);
  });

  it('takes who asks for a web socket for whoever they are besides, and leaves no connection open for them', async () => {
    await start();
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    expect((await raw('GET', '/healthz', upgrade)).status).toBe(200);
    expect(await raw('GET', '/api/messages', upgrade)).toMatchObject({ status: 405, text: '{}' });
    expect(received).toEqual([]);
  });

  it('answers others while two hundred are slow, and turns the next away until one of them is done', async () => {
    const waiting: (() => void)[] = [];
    await start({ bot: { process: () => new Promise((resolve) => waiting.push(() => resolve({ status: 200 }))) } });
    const slow = Array.from({ length: 200 }, () => post('{}'));
    while (waiting.length < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    const turnedAway = await post('{}');
    expect([turnedAway.status, turnedAway.headers.get('retry-after'), await turnedAway.text()]).toEqual([503, '1', '{}']);
    expect((await raw('GET', '/healthz')).status).toBe(200);
    waiting.forEach((done) => done());
    expect(new Set((await Promise.all(slow)).map(({ status }) => status))).toEqual(new Set([200]));
    const next = post('{}');
    while (waiting.length < 201) await new Promise((resolve) => setTimeout(resolve, 5));
    waiting[200]?.();
    expect((await next).status).toBe(200);
  });
});

describe('the other routes', () => {
  it('say that the process lives, whatever else is wrong', async () => {
    await start({ ready: () => Promise.reject(new Error(SECRET)) });
    expect((await raw('GET', '/healthz')).status).toBe(200);
    expect(await raw('GET', '/readyz')).toMatchObject({ status: 500, text: '{}' });
  });

  it.each([[true, 200], [false, 503]])('say ready: %s with %s', async (isReady, status) => {
    await start({ ready: () => Promise.resolve(isReady) });
    expect((await raw('GET', '/readyz')).status).toBe(status);
  });

  it('take the file ending of a picture for what it is', async () => {
    const tokens: string[] = [];
    await start({ chart: (token) => (tokens.push(token), Promise.resolve({ png: PNG })) });
    for (const name of ['payload.seal.png', 'payload.seal', 'payload.png.png']) expect((await raw('GET', `/charts/${name}`)).status).toBe(200);
    expect(tokens).toEqual(['payload.seal', 'payload.seal', 'payload.png']);
  });

  it('serve a picture by its token, however long, to be kept by the person\'s own client only', async () => {
    await start();
    const answered = await fetch(`${origin}/charts/good.${'x'.repeat(1500)}`);
    expect(answered.status).toBe(200);
    expect(answered.headers.get('content-type')).toBe('image/png');
    expect(answered.headers.get('cache-control')).toBe('private, max-age=86400, immutable');
    expect(Buffer.from(await answered.arrayBuffer())).toEqual(PNG);
  });

  it('turn away who asks for a picture while too many are being drawn, to come again', async () => {
    await start({ chart: () => Promise.resolve('busy') });
    const answered = await fetch(`${origin}/charts/good.png`);
    expect([answered.status, answered.headers.get('retry-after'), answered.headers.get('cache-control'), await answered.text()]).toEqual([503, '1', 'no-store', '{}']);
  });

  it.each(['/charts/bad', '/charts/', '/charts', '/charts/good/../x', '/charts/good%2f..', '/charts/%E0%A4%A', `/charts/good${'x'.repeat(5000)}`])('refuse the picture %.40s with {}', async (path) => {
    await start();
    const answered = await raw('GET', path);
    expect([400, 404]).toContain(answered.status);
    expect(answered.text).toBe('{}');
  });

  it('give the metrics to this machine, with the requests counted by route', async () => {
    await start();
    await raw('GET', '/healthz');
    await raw('GET', '/nowhere');
    const { status, text } = await raw('GET', '/metrics');
    expect(status).toBe(200);
    expect(text).toContain('tally_http_requests_total{route="healthz",status="200"} 1\n');
    expect(text).toContain('tally_http_requests_total{route="none",status="404"} 1\n');
  });

  it.each([
    ['a forwarded request', { 'x-forwarded-for': '203.0.113.9' }, 404],
    ['one forwarded under the standard name', { forwarded: 'for=203.0.113.9' }, 404],
    ['a forwarded request with another token', { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer another-token-of-16' }, 404],
    ['a forwarded request with the token', { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${TOKEN}` }, 200],
  ])('answer %s for metrics as it deserves', async (_, headers, status) => {
    await start();
    expect((await raw('GET', '/metrics', headers)).status).toBe(status);
  });
});

describe('a wrong token for the metrics', () => {
  it.each([['is right but for its last letter', `${TOKEN.slice(0, -1)}?`], ['is right but for its first letter', `?${TOKEN.slice(1)}`], ['is short', 'a']])('that %s takes as long as any: all of it is compared', async (_, token) => {
    await start();
    const compared = jest.spyOn(crypto, 'timingSafeEqual');
    expect((await raw('GET', '/metrics', { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${token}` })).status).toBe(404);
    // SHA-256 of each is 32 bytes, whatever its length.
    expect(compared.mock.calls.map((sides) => sides.map(({ byteLength }) => byteLength))).toEqual([[32, 32]]);
    compared.mockRestore();
  });
});

describe('the log', () => {
  it('carries one id on every line of a request, however deep and late, which is that of the reply and never the sender\'s own', async () => {
    const lines: { request?: string; code: string }[] = [];
    const log = createLog({ level: 'debug', fault: String, to: { write: (line: string) => void lines.push(JSON.parse(line) as { request?: string; code: string }) } });
    const bot = {
      process: async () => {
        log.info({ code: 'FIRST' }, 'at once');
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.child({ mark: 'a mark' }).info({ code: 'SECOND' }, 'later');
        throw new Error(SECRET);
      },
    };
    await start({ bot, log });
    const replies = await Promise.all([1, 2].map(() => fetch(`${origin}/api/messages`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-request-id': 'chosen-outside' } })));
    const ids = replies.map(({ headers }) => headers.get('x-request-id') ?? '');
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(lines.filter(({ request }) => request === id).map(({ code }) => code)).toEqual(['FIRST', 'SECOND', 'HTTP_FAILED']);
    expect(JSON.stringify(lines)).not.toMatch(/chosen-outside|internal text/);
    log.info({ code: 'ALONE' }, 'nobody asked');
    expect(lines.at(-1)).not.toHaveProperty('request');
  });
});

describe('everything else', () => {
  it.each([
    ['GET', '/', 404], ['GET', '/api/messages', 405], ['PUT', '/api/messages', 405], ['OPTIONS', '/api/messages', 405],
    ['HEAD', '/nowhere', 404], ['GET', '/metrics/..', 404], ['GET', '/.env', 404], ['POST', '/healthz', 405],
    ['DELETE', '/charts/good', 405], ['GET', '/HEALTHZ', 404], ['GET', '//healthz', 404], ['TRACE', '/', 405], ['GET', '/%', 404],
  ])('%s %s is refused by its status alone', async (method, path, status) => {
    await start();
    const answered = await raw(method, path, { accept: 'text/html' });
    expect([status, 404, 400]).toContain(answered.status);
    if (method !== 'HEAD') expect(answered.text).toBe('{}');
    expect(answered.headers).not.toHaveProperty('server');
    expect(answered.headers).not.toHaveProperty('x-powered-by');
  });
});

describe('a request for another protocol', () => {
  it.each([['/healthz', 200], ['/', 404]])('for %s is answered as if it were none', async (path, status) => {
    await start();
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.write(upgrading(path));
    const said = await Promise.race([new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString()))), new Promise<string>((resolve) => setTimeout(() => resolve('nothing'), 2_000))]);
    socket.destroy();
    expect(said.split('\r\n')[0]).toMatch(`HTTP/1.1 ${status} `);
  });

  it('keeps its connection no longer than any other', async () => {
    await start({ within: { headers: 200, request: 400, look: 50 } });
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.resume().write(upgrading('/healthz').replace(/\r\n$/, 'Content-Length: 5\r\n\r\n'));
    const ended = await Promise.race([new Promise((resolve) => socket.once('close', () => resolve('closed'))), new Promise((resolve) => setTimeout(() => resolve('still open'), 4_000))]);
    socket.destroy();
    expect(ended).toBe('closed');
  });
});

describe('without credentials', () => {
  it.each([['localhost', 200], ['127.0.0.1:3978', 200], ['[::1]:3978', 200], ['tally.example.org', 403], ['127.0.0.1.nip.io', 403]])('a request for the host %s gets %s', async (host, status) => {
    await start({ config: { mode: 'local', host: '127.0.0.1', port: 0, metricsToken: null } });
    expect((await raw('GET', '/healthz', { host })).status).toBe(status);
  });
});

describe('stopping', () => {
  it('lets what is under way finish, and takes nothing new', async () => {
    let finish = () => {};
    await start({ bot: { process: () => new Promise((resolve) => (finish = () => resolve({ status: 200 }))) } });
    const underWay = post('{}');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = server.close(5_000);
    await expect(post('{}')).rejects.toThrow();
    finish();
    expect((await underWay).status).toBe(200);
    await closed;
  });

  it('does not wait for ever', async () => {
    await start({ bot: { process: () => new Promise(() => {}) } });
    const underWay = post('{}').catch(() => 'cut off');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.close(50);
    expect(await underWay).toBe('cut off');
  });

  it('does not wait for a sender who asked for another protocol', async () => {
    await start();
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.write(upgrading('/healthz'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ended = await Promise.race([server.close(50).then(() => 'closed'), new Promise((resolve) => setTimeout(() => resolve('still open'), 2_000))]);
    socket.destroy();
    expect(ended).toBe('closed');
  });

  it('says so when the address is taken', async () => {
    await start();
    const second = createServer({
      config: { mode: 'teams', host: '127.0.0.1', port, metricsToken: null }, bot: { process: () => Promise.resolve({ status: 200 }) },
      ready: () => Promise.resolve(true), chart: () => Promise.resolve(null), figures: createFigures({ ofTheProcess: false }), log: pino({ level: 'silent' }),
    });
    await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
