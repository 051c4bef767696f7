import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** A port of this machine, and what holds it. */
export interface HeldPort {
  readonly port: number;
  readonly release: () => Promise<void>;
}

/** Takes any free port on every address of this machine, and listens on it. */
export async function holdPort(): Promise<HeldPort> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return { port: address.port, release: () => close(server) };
}

/** Ports of this machine that nothing listens on, each another. */
export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(Array.from({ length: count }, holdPort));
  await Promise.all(held.map(({ release }) => release()));
  return held.map(({ port }) => port);
}

/** Whether nothing listens on a port. */
export async function isFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(false));
    server.listen(port, () => server.close(() => settle(true)));
  });
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
