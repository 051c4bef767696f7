import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { mayReadMetrics } from '../../src/http/metrics-access';

const TOKEN = 'a-token-of-at-least-16';

test.each([
  ['no token', undefined, false], ['another token', 'Bearer another-token-of-16', false], ['the token in another scheme', `Basic ${TOKEN}`, false], ['the token', `Bearer ${TOKEN}`, true],
])('the metrics are shown to another machine by the token alone: with %s', (_what, authorization, mayRead) => {
  const request = new IncomingMessage(new Socket());
  Object.defineProperty(request.socket, 'remoteAddress', { value: '203.0.113.9' });
  request.headers = authorization === undefined ? {} : { authorization };
  expect(mayReadMetrics(request, TOKEN)).toBe(mayRead);
  // Where no token is set there is none that opens them.
  expect(mayReadMetrics(request, null)).toBe(false);
});
