import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAudit } from '../../src/access/audit';
import { NO_GRANTS } from '../../src/access/permit';
import type { Answer } from '../../src/answers/answer';
import { createRoad } from '../../src/ask';
import { createCards } from '../../src/cards/create-cards';
import { createLanguage } from '../../src/language/language';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { personalMessage } from './activities';
import { openHouse } from './harness';
import { CANARY, hostileInput, type Hostile } from './hostile';
import { seeded } from './mutated';
import { startOpenId } from './open-id';

const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 10_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_241_127);
const AT_ONCE = 16;

/** Text of ours that nobody outside may read: places in the code, names of libraries, faults of other people's. */
const INTERNAL = /node_modules|\bat .+:\d+:\d+|TypeError|RangeError|SyntaxError|ZodError|SQLITE|libsql|duckdb|botframework|restify|eyJ[\w-]{8}/i;
const ALLOWED = new Set([200, 400, 401, 404, 405, 413, 415, 501]);

test(`${INPUTS} hostile inputs leave the server well, nothing said that should not be, and every reply one of few`, async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
  const random = seeded(SEED);
  const held = await holdRows({ outpatient_appointments: [
    { appointment_date: '2024-05-03', attended_or_did_not_attend_code: '3', treatment_function_code: '120' }, { appointment_date: '2024-05-03', attended_or_did_not_attend_code: '5', treatment_function_code: '120' },
  ] }, { outpatient_appointments: {} });
  const openId = await startOpenId();
  const cards = createCards({ templatesFolder: path.join(__dirname, '..', '..', 'cards'), chartAddress: null });
  // One answer in twenty on its real card, which takes longer than all the rest; the others in plain text.
  let answers = 0;
  const render = (answer: Answer): object => ((answers += 1) % 20 === 0 ? cards.render(answer) : { type: 'AdaptiveCard', version: '1.5', body: [] });
  const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tally-fuzz-'));
  const house = await openHouse(openId, { folder, render, typingAfter: 60_000, digests: SMALL_CATALOGUE, owners: SMALL_CATALOGUE });
  const real = createRoad({
    catalogue: SMALL_CATALOGUE, language: createLanguage(SMALL_CATALOGUE), grants: NO_GRANTS, audit: createAudit(house.store.audit, SMALL_CATALOGUE, () => 0), frozen: house.store.frozen, timeLimit: 5_000,
    snapshots: { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] },
  });
  house.road.ask = (question) => real.ask(question);
  house.road.run = (step, who) => real.run(step, who);

  const token = openId.token();
  const statuses = new Map<number, number>();
  const kinds = new Map<string, number>();
  const wrong: string[] = [];
  const began = Date.now();
  let sent = 0;
  const worker = async (): Promise<void> => {
    while (sent < INPUTS) {
      sent += 1;
      const input = hostileInput(random, () => token);
      const { status, text } = await send(house.port, input);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      kinds.set(input.kind, (kinds.get(input.kind) ?? 0) + 1);
      const isFine = ALLOWED.has(status) && !INTERNAL.test(text) && !text.includes(CANARY.split(' ')[0] ?? '') && !text.includes('"statusCode":500');
      if (!isFine && wrong.length < 5) wrong.push(`${status} ${text.slice(0, 300)} for ${input.kind} ${input.method} ${input.path} ${String(input.body).slice(0, 1_500)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const took = ((Date.now() - began) / 1000).toFixed(1);
    const count = (of: ReadonlyMap<string | number, number>): string => [...of].sort(([a], [b]) => String(a).localeCompare(String(b))).map(([name, times]) => `${name}: ${times}`).join(', ');
    const faults = [...statuses].filter(([status]) => status >= 500 && status !== 501).reduce((sum, [, times]) => sum + times, 0);
    const refused = [...statuses].filter(([status]) => status >= 400).reduce((sum, [, times]) => sum + times, 0);
    process.stdout.write(`${sent} hostile inputs in ${took} s (seed ${SEED}); refused by status: ${refused}; 5xx: ${faults}\n  inputs: ${count(kinds)}\n  replies: ${count(statuses)}; posted in Teams: ${house.sent.length}\n`);

    expect(wrong).toEqual([]);
    expect(faults).toBe(0);
    const log = house.logged.join('');
    // What a person typed is nobody's to log; a fault of ours would be there by its code.
    expect(log).not.toMatch(/Zqxwanda|943 476|eyJ/);
    const failures = house.logged.filter((line) => /TURN_FAILED|HTTP_FAILED|REFRESH_FAILED/.test(line) && !line.includes('QUERY_INVALID'));
    expect(failures.slice(0, 3)).toEqual([]);
    const posts = JSON.stringify(house.sent.map(({ body }) => body.attachments ?? body.text));
    expect(posts).not.toMatch(INTERNAL);
    expect(posts).not.toMatch(/\$\{|\]\(https?:|<script/);
    expect(JSON.stringify(await house.store.audit.read([SMALL_CATALOGUE.organisation.name], 0, null))).not.toMatch(/Zqxwanda|943 476|drop table|passwd/);
    // It is as it was: whoever asks properly is answered.
    house.sent.length = 0;
    expect((await house.deliver(personalMessage({ text: 'DNA rate May 2024', conversation: { ...(personalMessage()['conversation'] as object), id: 'a:afterwards' } }))).status).toBe(200);
    expect(house.sent.map(({ body }) => body.summary)).toEqual([expect.stringContaining('50')]);
    expect((await held.run('select count(*) as days from calendar', [], AbortSignal.timeout(1_000)))[0]?.['days']).toBeGreaterThan(2_000);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  } finally {
    await house.close();
    rmSync(folder, { recursive: true });
    await openId.close();
    held.close();
  }
}, 900_000);

/**
 * Over a bare connection, as no client library would send some of it. A connection that is ended before the reply was read,
 * as after a body that is far too large, is a refusal of 413.
 */
function send(port: number, { method, path: to, headers, body }: Hostile): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const lines = Object.entries({ host: '127.0.0.1', connection: 'close', 'content-length': Buffer.byteLength(body), ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    let text = '';
    const done = (): void => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      if (status === undefined && body.length <= 262_144) return reject(new Error(`no reply to ${method} ${to} ${String(body).slice(0, 500)}`));
      resolve({ status: Number(status ?? 413), text: text.slice(text.indexOf('\r\n\r\n') + 4) });
    };
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${method} ${to} HTTP/1.1\r\n${lines.join('')}\r\n`);
      socket.write(body);
    });
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('error', () => undefined).on('close', done);
  });
}
