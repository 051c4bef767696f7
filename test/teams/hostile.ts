import { personalMessage, pressed, submitted } from './activities';
import { MAKERS, mutated } from './mutated';
import { QUERY } from './scripted-answer';

/** A word that nobody but the sender may read again: in no log, and in no HTTP reply. */
export const CANARY = 'Zqxwanda Canaryfeather';

/** What breaks a badly kept boundary: SQL, markup, templates, formulas, paths, identities and characters. */
const HOSTILE: readonly string[] = [
  CANARY, `${CANARY} 943 476 5919`, "'; drop table calendar; --", "' or 1=1 --", '120) or (1=1', '${$root}', '${json($root)}', '{{DATE(2024-01-01,SHORT)}}', '=HYPERLINK("http://evil.example","x")', '+cmd|x', '-1+1', '@SUM(A1)',
  '\t=1', '../../../../etc/passwd', '..\\..\\secrets', 'file:///etc/passwd', '%2e%2e%2f', '<script>alert(1)</script>', '<at>Tally</at>', '[x](https://evil.example)', '![x](https://evil.example/x.png)', '**x**', '# x', 'javascript:alert(1)',
  '\u0000', '\u202Eevil', '\ud800', '𝒟𝒩𝒜 rate', 'x'.repeat(600), 'DNA rate '.repeat(40), '🏥'.repeat(80), '__proto__', 'constructor', 'toString', 'null', 'NaN', '1e999', '9999-99-99', '2024-02-30', '', ' ',
];

/** One input: what is sent, where, and with what identity. */
export interface Hostile {
  readonly kind: 'mutated activity' | 'forged button' | 'hostile words' | 'bad token' | 'bad body' | 'bad request';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

type Random = () => number;
const pick = <T>(list: readonly [T, ...T[]] | readonly T[], random: Random): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

/** Any JSON in place of part of a query: ids, keys and days of somebody else's making. */
function forgedQuery(random: Random): unknown {
  const word = (): unknown => (random() < 0.7 ? pick(HOSTILE, random) : pick<unknown>([null, 0, -1, 1e308, [], {}, true, ['dna-rate'], { filters: {} }], random));
  const forged: Record<string, unknown> = JSON.parse(JSON.stringify(QUERY)) as Record<string, unknown>;
  for (let n = 0; n < 1 + Math.floor(random() * 2); n += 1) {
    const field = pick(['intent', 'metrics', 'scorecard', 'period', 'filters', 'excluding', 'having', 'by', 'versus', 'order', 'limit', 'frozen', 'more'], random);
    const forms: readonly unknown[] = [
      word(), [word()], { [String(word())]: [word()] }, { specialty: [word()] }, { consultant: [word()] }, { from: word(), to: word(), grain: 'month', label: word() },
      { from: '2024-06-01', to: '2024-06-30', grain: 'month', label: word(), asked: word() }, { filters: { specialty: [word()] } }, { op: 'above', value: word() }, { name: word(), what: pick(['freeze', 'show'], random) },
      pick(['value', 'trend', 'breakdown', 'ranking', 'scorecard', 'explanation', 'projection', 'peers', 'definition', 'freshness', 'help'], random), pick(['consultant', 'specialty', 'theatre', ['site', 'consultant']], random), pick([1, 50, 51, 0.5], random),
    ];
    forged[field] = pick(forms, random);
  }
  return forged;
}

function forgedButton(random: Random): Record<string, unknown> {
  const kind = pick(['query', 'working', 'refresh', 'report', 'arrived', 'again', 'ask', 'nothing'], random);
  const step = pick<unknown>([
    { v: 1, kind, query: forgedQuery(random) }, { v: 1, kind, query: forgedQuery(random), snapshot: pick(HOSTILE, random) }, { v: 1, kind: 'ask', text: pick(HOSTILE, random) },
    { v: 1, kind: 'resume', topic: pick(['digest:', 'watch:', ...HOSTILE], random) }, { v: 1, kind: pick(['arrived', 'again'], random), topic: pick(HOSTILE, random), slot: pick(['2024-06-01', ...HOSTILE], random) }, { v: 2, kind, query: QUERY }, { v: 1, kind, query: forgedQuery(random), as: 'administrator' },
  ], random);
  const anybody = { from: { id: '29:anna', name: pick(HOSTILE, random), aadObjectId: 'f0f0f0f0-0000-4000-8000-000000000001' } };
  return random() < 0.6
    ? pressed(step, { ...anybody, value: { action: { verb: random() < 0.95 ? 'tally' : pick(HOSTILE, random), data: { tally: step } }, trigger: pick(['manual', 'automatic', pick(HOSTILE, random)], random) } })
    : submitted(step, anybody);
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** The next input of a run: a third of them get past the token, to what has the most to lose. */
export function hostileInput(random: Random, token: () => string): Hostile {
  const good = () => ({ ...JSON_TYPE, authorization: `Bearer ${token()}` });
  const at = { method: 'POST', path: '/api/messages' };
  const chance = random();
  if (chance < 0.2) {
    return { kind: 'mutated activity', ...at, headers: good(), body: JSON.stringify(mutated(pick(MAKERS, random)(), random)) };
  }
  if (chance < 0.3) {
    return { kind: 'forged button', ...at, headers: good(), body: JSON.stringify(forgedButton(random)) };
  }
  if (chance < 0.33) {
    const words = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick([...HOSTILE, 'DNA rate', 'by consultant', 'for ENT', 'last month', 'list the patients'], random)).join(' ');
    return { kind: 'hostile words', ...at, headers: good(), body: JSON.stringify(personalMessage({ text: words })) };
  }
  if (chance < 0.6) {
    const whole = token();
    const cut = Math.floor(random() * whole.length);
    const bad = pick([`${whole.slice(0, cut)}${whole[cut] === 'A' ? 'B' : 'A'}${whole.slice(cut + 1)}`, whole.slice(0, cut), `${whole}.${whole}`, '', pick(HOSTILE, random).replace(/[^\x20-\x7e]/g, ''), 'a.b.c', '..'], random);
    return { kind: 'bad token', ...at, headers: { ...JSON_TYPE, authorization: `Bearer ${bad}` }, body: JSON.stringify(personalMessage()) };
  }
  if (chance < 0.85) {
    const whole = JSON.stringify(personalMessage({ text: CANARY }));
    const body = pick<string | Buffer>([
      whole.slice(0, Math.floor(random() * whole.length)), Buffer.from(Array.from({ length: 64 }, () => Math.floor(random() * 256))), '['.repeat(200) + ']'.repeat(200), `{"a":${'{"a":'.repeat(40)}1${'}'.repeat(41)}`, `"${'x'.repeat(300_000)}"`, '', 'null', '[]', '"x"',
      '{"type":"message"}', `{"__proto__":{"x":1},${whole.slice(1)}`, whole.replace(/"/g, "'"), `${whole}${whole}`, '\ufeff{}', '{"type":1e999}',
    ], random);
    return { kind: 'bad body', ...at, headers: random() < 0.8 ? good() : { ...good(), 'content-type': pick(['text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=utf-7'], random) }, body };
  }
  return {
    kind: 'bad request', headers: { 'x-forwarded-for': '203.0.113.9', accept: pick(['*/*', 'text/html', 'image/webp', ''], random) }, body: '', method: pick(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST', 'HEAD'], random),
    path: pick(['/', '/api/messages/', '/api/messages?x=1', '/charts/..%2f..%2fetc%2fpasswd', '/charts/%00', '/charts/a.b.c.png', `/charts/${'A'.repeat(3_000)}.a.b`, '/metrics', '/.env', '/api/../metrics', '/x//evil.example/', '/healthz', '/%E0%A4%A', '/charts/%7B%7B'], random),
  };
}
