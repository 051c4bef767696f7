import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

// A Connector in a process of its own. It writes down what arrives before it answers, and answers badly now and then:
// refusing before it takes a message, and losing the answer after it has taken it.

const [arrivals] = process.argv.slice(2);
let seed = 20240711;
const chance = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => { body += chunk; });
  request.on('end', () => {
    const message = JSON.parse(body === '' ? '{}' : body);
    const summary = message.summary ?? message.activity?.summary ?? '';
    const say = (status, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(status < 300 ? { id: `message-${summary}` } : { error: { code: `Status${status}` } }));
    };
    const take = () => appendFileSync(arrivals, `${summary}\n`);
    const draw = chance();
    if (draw < 0.02) return say(429, { 'retry-after': '0' });
    if (draw < 0.04) return say(429, { 'retry-after': '5' });
    if (draw < 0.05) return say(412);
    if (draw < 0.07) return say(503);
    if (draw < 0.09) return request.socket.destroy();
    take();
    if (draw < 0.11) return say(500);
    if (draw < 0.13) return request.socket.destroy();
    if (draw < 0.14) return say(504);
    if (draw < 0.18) return setTimeout(() => say(201), 120);
    return say(201);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
