import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { startOpenId, type OpenId } from '../teams/open-id';

/** What reached the Connector. */
export interface Arrival {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly conversation: string;
  /** The message that it answers; null for what nobody asked for just now. */
  readonly replyTo: string | null;
  /** What a notification shows: a card's summary, or the text of a message without one. */
  readonly said: string;
  readonly card: unknown;
}

/** How the Connector takes a message: whether it is there for people to see, and what is answered after so many milliseconds. */
export interface Taking {
  readonly isTaken: boolean;
  /** Of HTTP; null where the connection is cut instead. */
  readonly status: number | null;
  readonly after?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const WELL: Taking = { isTaken: true, status: 201 };

const messageSchema = z.looseObject({
  type: z.string().optional(), text: z.string().optional(), summary: z.string().optional(), replyToId: z.string().optional(), attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});
/** A message, or the first of a new thread in a channel. */
const bodySchema = messageSchema.extend({ activity: messageSchema.optional(), channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).optional() });

/** The far side of the real program, on a port of loopback: the Connector, the token endpoint and the keys that tokens are signed with. */
export class FarSide {
  /** Called with everything that people see. */
  arrived: (arrival: Arrival) => void = () => undefined;
  /** How the Connector takes what comes. */
  takes: () => Taking = () => WELL;
  readonly #openId: OpenId;
  readonly #server: Server;
  #port = 0;
  #messages = 0;

  private constructor(openId: OpenId) {
    this.#openId = openId;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async open(): Promise<FarSide> {
    const side = new FarSide(await startOpenId());
    await side.listen();
    return side;
  }

  get port(): number {
    return this.#port;
  }

  /** A token as the Connector signs it, by this machine's right time. */
  token(): string {
    return this.#openId.token();
  }

  /** Listens, again on the same port after `refuse`. */
  async listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** From now on nothing listens there. */
  async refuse(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.refuse();
    await this.#openId.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
    const say = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): void => {
      // Not in one breath: restify, where a test before has loaded it, gives nothing back from the first.
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    const host = (request.headers.host ?? '').split(':')[0];
    if (host === 'login.botframework.com') {
      return say(request.url?.endsWith('/keys') === true
        ? this.#openId.keySet
        : { issuer: 'https://api.botframework.com', jwks_uri: 'https://login.botframework.com/keys' });
    }
    if (host === 'login.microsoftonline.com') return say({ token_type: 'Bearer', expires_in: 3_600, access_token: 'the-bots-own-token' });
    this.#take(request, Buffer.concat(parts), response, say);
  }

  #take(request: IncomingMessage, bytes: Buffer, response: ServerResponse, say: (body: unknown, status: number, headers?: Readonly<Record<string, string>>) => void): void {
    const body = bodySchema.parse(bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8')));
    const { type = 'message', text, summary, replyToId, attachments } = body.activity ?? body;
    const conversation = /\/v3\/conversations\/([^/?]+)/.exec(request.url ?? '')?.[1];
    // A sign of typing is no message.
    const taking = type === 'message' ? this.takes() : WELL;
    if (taking.isTaken && type === 'message') {
      this.arrived({
        at: Date.now(), conversation: conversation === undefined ? body.channelData?.channel?.id ?? '' : decodeURIComponent(conversation),
        replyTo: replyToId ?? null, said: summary ?? text ?? '', card: attachments?.[0]?.content ?? null,
      });
    }
    this.#messages += 1;
    const message = `m${this.#messages}`;
    setTimeout(() => {
      if (taking.status === null) request.socket.destroy();
      else if (!response.destroyed) say(taking.status < 300 ? { id: message } : { error: { code: `Status${taking.status}` } }, taking.status, taking.headers);
    }, taking.after ?? 0).unref();
  }
}
