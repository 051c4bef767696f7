import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectorClient, ConnectorFactory, MicrosoftAppCredentials } from 'botframework-connector';
import { UNWATCHED } from '../../src/monitoring/watch';
import { deliver } from '../../src/teams/deliver';
import { SingleAttempt } from '../../src/teams/single-attempt';

class Plain extends ConnectorFactory {
  create(serviceUrl: string): Promise<ConnectorClient> {
    return Promise.resolve(new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: serviceUrl }));
  }
}

let server: Server;
let serviceUrl: string;
let attempts: number;
let answer: number | 'hang up' | 'say nothing';

beforeAll(async () => {
  server = createServer((request, response) => {
    attempts += 1;
    if (answer === 'hang up') request.socket.destroy();
    else if (answer !== 'say nothing') {
      // Not chained: restify, where it is loaded, replaces `writeHead` with one that gives nothing back.
      response.writeHead(answer, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('one request over a real connection', () => {
  it.each([
    [201, 'sent'], [500, 'ambiguous'], [502, 'ambiguous'], [503, 'ambiguous'], [504, 'ambiguous'], [408, 'ambiguous'],
    [403, 'refused'], ['hang up', 'ambiguous'], ['say nothing', 'ambiguous'],
  ] as const)('that the Connector answers with %s is made once and counts as %s', async (says, outcome) => {
    attempts = 0;
    answer = says;
    const seen: (number | null)[] = [];
    const connector = await new SingleAttempt(new Plain(), { connected: (status) => void seen.push(status) }, says === 'say nothing' ? 150 : 10_000).create(serviceUrl);
    const delivery = await deliver(() => connector.conversations.sendToConversation('a', { type: 'message' }), { clock: () => 0, wait: () => Promise.resolve() });
    expect([delivery.outcome, attempts]).toEqual([outcome, 1]);
    expect(seen).toEqual([typeof says === 'number' ? says : null]);
  });

  it('is never made over a connection that was used before, and that Teams may be closing meanwhile', async () => {
    answer = 201;
    const connections = new Set<unknown>();
    const note = (request: IncomingMessage): void => void connections.add(request.socket);
    server.on('request', note);
    for (const _ of [1, 2, 3]) {
      const connector = await new SingleAttempt(new Plain(), UNWATCHED).create(serviceUrl);
      await connector.conversations.sendToConversation('a', { type: 'message' });
    }
    server.off('request', note);
    expect(connections.size).toBe(3);
  });

  it('to where nobody listens never left', async () => {
    const connector = await new SingleAttempt(new Plain(), UNWATCHED).create('http://127.0.0.1:1/');
    const delivery = await deliver(() => connector.conversations.sendToConversation('a', { type: 'message' }), { clock: () => 0, wait: () => Promise.resolve() });
    expect(delivery.outcome).toBe('unsent');
  });

  it('is not made at all by an SDK whose retries cannot be taken away', async () => {
    class Changed extends ConnectorFactory {
      create(): Promise<ConnectorClient> {
        return Promise.resolve(Object.create(null) as ConnectorClient);
      }
    }
    await expect(new SingleAttempt(new Changed(), UNWATCHED).create('http://127.0.0.1:1/')).rejects.toThrow('no pipeline');
  });
});
