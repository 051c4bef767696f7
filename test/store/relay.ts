import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server on loopback that can be cut, and that can fall silent, while the server itself serves on. */
export class Relay {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #way: 'open' | 'cut' | 'silent' = 'open';

  private constructor(port: number) {
    this.#server = createServer((near) => {
      if (this.#way === 'cut') {
        near.destroy();
        return;
      }
      const far = connect(port, '127.0.0.1');
      for (const [from, to] of [[near, far], [far, near]] as const) {
        this.#sockets.add(from);
        from.on('data', (part: Buffer) => { if (this.#way !== 'silent') to.write(part); });
        // Either end may be cut while the other writes; both go together.
        from.on('error', () => undefined);
        from.on('close', () => { this.#sockets.delete(from); to.destroy(); });
      }
    });
  }

  /** @param url of the server; `over` gives the address that leads through the relay */
  static async to(url: string): Promise<{ readonly relay: Relay; readonly over: string }> {
    const address = new URL(url);
    const relay = new Relay(Number(address.port));
    relay.#server.listen(0, '127.0.0.1');
    await once(relay.#server, 'listening');
    // The server listens on TCP, so that its address is one of a port.
    address.port = String((relay.#server.address() as AddressInfo).port);
    return { relay, over: address.href };
  }

  /** Every connection ends at once, and no new one is let through. */
  cut(): void {
    this.#way = 'cut';
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Connections stay, and nothing that is sent arrives. */
  silence(): void {
    this.#way = 'silent';
  }

  mend(): void {
    this.#way = 'open';
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
