import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { APP_ID, TENANT } from '../teams/open-id';

export interface Running {
  /** The folder that holds `dist`, `cards` and `deployment`. */
  readonly checkout: string;
  readonly port: number;
  /** The port of the far side. */
  readonly farSide: number;
  readonly config: string;
  readonly extracts: string;
  readonly data: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stands before `node`, such as `prlimit` with its arguments. */
  readonly under?: readonly string[];
  /** Whether its clock can be set. */
  readonly hasClock?: boolean;
}

const READY_WITHIN = 1_200_000;
const SAID = 200_000;

/** The real program, in a process of its own and with credentials, as it runs in production; Microsoft's side is on this machine. */
export class Program {
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #ended: Promise<unknown>;
  #said = '';

  constructor({ checkout, port, farSide, config, extracts, data, env = {}, under = [], hasClock = false }: Running) {
    this.#port = port;
    const [command = '', ...rest] = [...under, process.execPath, '--require', path.join(__dirname, 'redirect.cjs'), path.join(checkout, 'dist', 'main.js')];
    this.#child = spawn(command, rest, {
      cwd: checkout, stdio: ['ignore', 'pipe', 'pipe', ...(hasClock ? ['ipc' as const] : [])],
      env: {
        PATH: process.env['PATH'], NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), FAR_SIDE: String(farSide), MicrosoftAppId: APP_ID, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: TENANT, MicrosoftAppPassword: 'no real password',
        ALLOWED_TENANTS: TENANT, PUBLIC_URL: 'https://tally.example.nhs.uk', CONFIG_DIR: config, EXTRACTS_DIR: extracts, DATA_DIR: data, ...env,
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => { this.#said = `${this.#said}${part}`.slice(-SAID); });
    this.#ended = once(this.#child, 'exit');
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Whether it has not ended. */
  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The end of what it wrote on standard output and error. */
  get said(): string {
    return this.#said;
  }

  /** Waits until it serves. @throws Error with what it wrote where it ends first, or takes far too long */
  async ready(): Promise<this> {
    for (const until = Date.now() + READY_WITHIN; (await this.status('/readyz')) !== 200; await pause(25)) {
      if (!this.isAlive || Date.now() > until) throw new Error(`the program did not become ready: ${this.#said.slice(-5_000)}`);
    }
    return this;
  }

  /** The status of a route; 0 where nothing answers. */
  async status(route: string): Promise<number> {
    return (await this.send('GET', route)).status;
  }

  /** One delivery, as the Connector makes it; status 0 where the connection was refused or lost. */
  deliver(activity: unknown, token: string): Promise<{ readonly status: number; readonly text: string }> {
    return this.send('POST', '/api/messages', { 'content-type': 'application/json', authorization: `Bearer ${token}` }, JSON.stringify(activity));
  }

  send(method: string, route: string, headers: Readonly<Record<string, string>> = {}, body = ''): Promise<{ readonly status: number; readonly text: string }> {
    return new Promise((resolve) => {
      const lost = (): void => resolve({ status: 0, text: '' });
      const request = httpRequest({ host: '127.0.0.1', port: this.#port, path: route, method, agent: false, headers: { ...headers } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', lost).on('aborted', lost);
      });
      request.on('error', lost).end(body);
    });
  }

  /** Sets its clock off by so many milliseconds, from the right time. */
  async setClock(off: number): Promise<void> {
    const set = once(this.#child, 'message');
    this.#child.send(off);
    await set;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** Asks it to stop, as a container runtime does. @returns its exit code */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    await this.#ended;
    return this.#child.exitCode;
  }
}
