import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isLoopback, withEnvironmentFile, readConfig } from '../src/config';
import { TallyError } from '../src/errors';

const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const msi = {
  MicrosoftAppId: APP,
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppTenantId: TENANT,
  ALLOWED_TENANTS: TENANT,
  PUBLIC_URL: 'https://tally.example.nhs.uk/',
  CONFIG_DIR: 'deployment/trust',
  EXTRACTS_DIR: '/extracts',
};
const single = { ...msi, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 's3cret-value' };
const everyFolder = (_path: string) => true;

function faults(env: Record<string, string | undefined>, isFolder = everyFolder): string[] {
  try {
    readConfig(env, isFolder);
  } catch (error) {
    if (!(error instanceof TallyError) || error.code !== 'CONFIG_INVALID') throw error;
    return error.sentence.split('\n');
  }
  return [];
}

describe('without credentials', () => {
  it('starts on loopback with the demonstration', () => {
    expect(readConfig({}, everyFolder)).toEqual({
      mode: 'local', demonstration: true, credentials: null, allowedTenants: [], host: '127.0.0.1', port: 3978,
      publicUrl: null, configDir: null, extractsDir: null, dataDir: resolve('data'),
      stateUrl: `file://${resolve('data/state.db')}`, engineUrl: null, metricsToken: null, sharedSecret: null, logLevel: 'info',
    });
  });

  it('reads real extracts without a demonstration', () => {
    const config = readConfig({ EXTRACTS_DIR: '/x', CONFIG_DIR: '/c', HOST: 'localhost', PORT: '0' }, everyFolder);
    expect(config).toMatchObject({ mode: 'local', demonstration: false, extractsDir: '/x', configDir: '/c', host: 'localhost', port: 0 });
  });
});

describe('with credentials', () => {
  it.each([
    ['a managed identity', msi, null],
    ['a single tenant with a password', single, 's3cret-value'],
    ['many tenants, said explicitly', { ...single, MicrosoftAppType: 'MultiTenant', MicrosoftAppTenantId: '' }, 's3cret-value'],
  ])('accepts %s', (_, env, password) => {
    const config = readConfig(env, everyFolder);
    expect(config).toMatchObject({ mode: 'teams', demonstration: false, host: '0.0.0.0', publicUrl: 'https://tally.example.nhs.uk', allowedTenants: [TENANT] });
    expect(config.credentials).toMatchObject({ appId: APP, password });
  });

  it('reads several tenants, in any case and with spaces', () => {
    const other = 'BBBBBBBB-bbbb-cccc-dddd-eeeeeeeeeeee';
    expect(readConfig({ ...msi, ALLOWED_TENANTS: ` ${TENANT} , ${other}` }, everyFolder).allowedTenants).toEqual([TENANT, other.toLowerCase()]);
  });
});

describe('a start that is refused', () => {
  const cases: readonly (readonly [string, Record<string, string | undefined>, string])[] = [
    ['no credentials in production', { NODE_ENV: 'production' }, 'MicrosoftAppId'],
    ['a password without an id', { MicrosoftAppPassword: 'x' }, 'MicrosoftAppId'],
    ['a type without an id', { MicrosoftAppType: 'SingleTenant' }, 'MicrosoftAppId'],
    ['a tenant without an id', { MicrosoftAppTenantId: TENANT }, 'MicrosoftAppId'],
    ['an id of white space beside a password', { ...single, MicrosoftAppId: '  ' }, 'MicrosoftAppId'],
    ['allowed tenants without an id', { ALLOWED_TENANTS: TENANT }, 'MicrosoftAppId'],
    ['an id that is no GUID', { ...msi, MicrosoftAppId: 'tally' }, 'MicrosoftAppId'],
    ['no type', { ...msi, MicrosoftAppType: undefined }, 'MicrosoftAppType'],
    ['a misspelt type', { ...msi, MicrosoftAppType: 'SingelTenant' }, 'MicrosoftAppType'],
    ['a type in the wrong case', { ...msi, MicrosoftAppType: 'userassignedmsi' }, 'MicrosoftAppType'],
    ['a managed identity with a password', { ...msi, MicrosoftAppPassword: 's3cret-value' }, 'MicrosoftAppPassword'],
    ['a managed identity without its tenant', { ...msi, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId'],
    ['a single tenant without its tenant', { ...single, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId'],
    ['a single tenant without a password', { ...single, MicrosoftAppPassword: '' }, 'MicrosoftAppPassword'],
    ['many tenants without a password', { ...msi, MicrosoftAppType: 'MultiTenant' }, 'MicrosoftAppPassword'],
    ['no allowed tenants', { ...msi, ALLOWED_TENANTS: '' }, 'ALLOWED_TENANTS'],
    ['an allowed tenant that is no GUID', { ...msi, ALLOWED_TENANTS: `${TENANT},nhs` }, 'ALLOWED_TENANTS'],
    ['a trailing comma among the tenants', { ...msi, ALLOWED_TENANTS: `${TENANT},` }, 'ALLOWED_TENANTS'],
    ['no public address', { ...msi, PUBLIC_URL: '' }, 'PUBLIC_URL'],
    ['a public address without TLS', { ...msi, PUBLIC_URL: 'http://tally.example.nhs.uk' }, 'PUBLIC_URL'],
    ['a public address with a query', { ...msi, PUBLIC_URL: 'https://tally.example.nhs.uk/?a=b' }, 'PUBLIC_URL'],
    ['a public address that is none', { ...msi, PUBLIC_URL: 'tally' }, 'PUBLIC_URL'],
    ['a script for a public address', { PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL'],
    ['no configuration', { ...msi, CONFIG_DIR: '' }, 'CONFIG_DIR'],
    ['no extracts', { ...msi, EXTRACTS_DIR: '' }, 'EXTRACTS_DIR'],
    ['extracts without configuration', { EXTRACTS_DIR: '/x' }, 'CONFIG_DIR'],
    ['every address, without credentials', { HOST: '0.0.0.0' }, 'HOST'],
    ['every IPv6 address, without credentials', { HOST: '::' }, 'HOST'],
    ['a name that only begins like loopback', { HOST: '127.0.0.1.example.org' }, 'HOST'],
    ['a port that is a word', { PORT: 'http' }, 'PORT'],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['a port with a fraction', { PORT: '39.78' }, 'PORT'],
    ['a state server of another kind', { STATE_URL: 'mysql://u:p@db/tally' }, 'STATE_URL'],
    ['an engine in a file', { ENGINE_URL: 'file:///data/engine.db' }, 'ENGINE_URL'],
    ['an engine server without a database', { ENGINE_URL: 'postgres://u:p@db' }, 'ENGINE_URL'],
    ['a short metrics token', { METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    ['a short shared secret', { SHARED_SECRET: 'x'.repeat(31) }, 'SHARED_SECRET'],
    ['a log level that is none', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ];

  it.each(cases)('%s: one line, which names the variable', (_, env, variable) => {
    const lines = faults(env);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${variable}: \\S`));
  });

  it.each(cases)('%s: no value is repeated, since it may be a secret', (_, env) => {
    expect(faults(env).join('\n')).not.toMatch(/s3cret|u:p@/);
  });

  it('names every fault at once', () => {
    expect(faults({ MicrosoftAppId: APP }).map((line) => line.split(':')[0])).toEqual([
      'MicrosoftAppType', 'ALLOWED_TENANTS', 'PUBLIC_URL', 'CONFIG_DIR', 'EXTRACTS_DIR',
    ]);
  });

  it('a folder that is not there', () => {
    expect(faults(msi, (path) => path === '/extracts')).toEqual(['CONFIG_DIR: is not a folder that exists']);
    expect(faults({ ...msi, CONFIG_DIR: 'package.json', EXTRACTS_DIR: '/no/such' }, undefined)).toEqual([]);
    expect(() => readConfig({ ...msi, CONFIG_DIR: 'package.json', EXTRACTS_DIR: '.' })).toThrow(/CONFIG_DIR/);
  });
});

describe('loopback', () => {
  it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]', '::ffff:127.0.0.1', 'LOCALHOST'])('is %s', (host) => expect(isLoopback(host)).toBe(true));
  it.each(['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', 'localhost.example.org', '127.0.0.1.nip.io', ''])('is not "%s"', (host) => expect(isLoopback(host)).toBe(false));
});

describe('the example file', () => {
  const example = readFileSync('.env.example', 'utf8');

  it('starts as it stands', () => {
    const env: Record<string, string> = {};
    for (const [, name, value] of example.matchAll(/^(\w+)=(.*)$/gm)) env[name ?? ''] = value ?? '';
    expect(readConfig(env, everyFolder)).toEqual(readConfig({}, everyFolder));
  });

  it('has each variable that the program reads, with a comment above it', () => {
    const source = readFileSync('src/config.ts', 'utf8');
    const read = [...source.matchAll(/^ {2}(\w+): variable\(/gm)].map((match) => match[1]);
    expect(read.length).toBeGreaterThan(12);
    for (const name of read) expect(example).toMatch(new RegExp(`^# .+\\n#?${name}=`, 'm'));
  });

  it('is read from .env where there is one, without overriding what is set', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tally-env-'));
    const path = join(folder, '.env');
    expect(withEnvironmentFile(path, { PORT: '1' })).toEqual({ PORT: '1' });
    writeFileSync(path, 'PORT=2\nLOG_LEVEL="warn" # quiet\n');
    expect(withEnvironmentFile(path, { PORT: '1' })).toEqual({ PORT: '1', LOG_LEVEL: 'warn' });
    rmSync(folder, { recursive: true });
  });
});
