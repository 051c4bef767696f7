import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { TallyError } from './errors';
import { serverUrlFault, stateUrlFault } from './store/state-url';

const APP_TYPES = ['UserAssignedMSI', 'SingleTenant', 'MultiTenant'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export interface BotCredentials {
  readonly appId: string;
  readonly appType: (typeof APP_TYPES)[number];
  /** The tenant of the app registration; null for MultiTenant only. */
  readonly tenantId: string | null;
  /** Null for UserAssignedMSI only. */
  readonly password: string | null;
}

/** All that the environment decides. Folders are absolute; a relative one is taken from the project's root. */
export interface Config {
  /** 'teams': real credentials, every sender checked. 'local': no credentials, loopback only. */
  readonly mode: 'local' | 'teams';
  /** Whether generated data may stand in for extracts: local, no EXTRACTS_DIR, and not NODE_ENV=production. */
  readonly demonstration: boolean;
  readonly credentials: BotCredentials | null;
  /** Lower-case tenant ids; empty in local mode, where nobody's tenant is checked. */
  readonly allowedTenants: readonly string[];
  readonly host: string;
  readonly port: number;
  /** Origin under which Teams reaches the pictures, without a trailing slash; null where none is set. */
  readonly publicUrl: string | null;
  readonly configDir: string | null;
  readonly extractsDir: string | null;
  readonly dataDir: string;
  /** Address of the state store: `file:` or `postgres:`. It may hold a password. */
  readonly stateUrl: string;
  /** Address of the PostgreSQL server that snapshots serve from; null for the embedded engine. It may hold a password. */
  readonly engineUrl: string | null;
  readonly metricsToken: string | null;
  /** What instances derive their keys from; null where each keeps its own in `dataDir`. */
  readonly sharedSecret: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

const guid = z.guid('must be a GUID such as 00000000-0000-0000-0000-000000000000').transform((id) => id.toLowerCase());
/** An unset variable and an empty one mean the same: compose files and pipelines write `NAME=`. */
const variable = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined), schema.optional());

const environmentSchema = z.object({
  NODE_ENV: variable(z.string()),
  MicrosoftAppId: variable(guid),
  MicrosoftAppType: variable(z.enum(APP_TYPES, `must be one of ${APP_TYPES.join(', ')}`)),
  MicrosoftAppTenantId: variable(guid),
  MicrosoftAppPassword: variable(z.string()),
  PORT: variable(z.string().regex(/^\d{1,5}$/, 'must be a port number').transform(Number).refine((port) => port <= 65535, 'must be a port number, 0 to 65535')),
  HOST: variable(z.string().regex(/^[\w.:-]+$/, 'must be a host name or address')),
  PUBLIC_URL: variable(z.url('must be an address such as https://tally.example.nhs.uk')),
  CONFIG_DIR: variable(z.string()),
  EXTRACTS_DIR: variable(z.string()),
  DATA_DIR: variable(z.string()),
  STATE_URL: variable(z.string().refine((url) => stateUrlFault(url) === null, { error: ({ input }) => stateUrlFault(String(input)) ?? '' })),
  ENGINE_URL: variable(z.string().refine((url) => serverUrlFault(url) === null, { error: ({ input }) => serverUrlFault(String(input)) ?? '' })),
  ALLOWED_TENANTS: variable(z.string().transform((list) => list.split(',').map((id) => id.trim())).pipe(z.array(guid))),
  METRICS_TOKEN: variable(z.string().min(16, 'must be at least 16 characters')),
  SHARED_SECRET: variable(z.string().min(32, 'must be at least 32 characters')),
  LOG_LEVEL: variable(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)),
});
type Environment = z.infer<typeof environmentSchema>;
type Fault = readonly [variable: keyof Environment, what: string];

/**
 * Reads the environment, failing closed: whatever is missing, misspelt or contradictory stops the start.
 * @param env usually `process.env`
 * @param isFolder whether a path is a folder that exists
 * @param root what relative folders are taken from: the project's root
 * @throws TallyError CONFIG_INVALID whose `sentence` has one line a fault, each beginning with the variable's name;
 *   values are never repeated, since one may be a secret
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>, isFolder: (path: string) => boolean = isExistingFolder, root: string = process.cwd(),
): Config {
  const parsed = environmentSchema.safeParse(env);
  if (!parsed.success) {
    throw configInvalid(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`));
  }
  const read = parsed.data;
  const faults = [...credentialFaults(read), ...addressFaults(read), ...folderFaults(read, (path) => isFolder(resolve(root, path)))];
  if (faults.length > 0) throw configInvalid(faults.map(([name, what]) => `${name}: ${what}`));

  const dataDir = resolve(root, read.DATA_DIR ?? 'data');
  const credentials = credentialsOf(read);
  return Object.freeze({
    mode: credentials ? 'teams' : 'local',
    demonstration: credentials === null && read.EXTRACTS_DIR === undefined,
    credentials,
    allowedTenants: read.ALLOWED_TENANTS ?? [],
    host: read.HOST ?? (credentials ? '0.0.0.0' : '127.0.0.1'),
    port: read.PORT ?? 3978,
    publicUrl: read.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    configDir: read.CONFIG_DIR === undefined ? null : resolve(root, read.CONFIG_DIR),
    extractsDir: read.EXTRACTS_DIR === undefined ? null : resolve(root, read.EXTRACTS_DIR),
    dataDir,
    stateUrl: read.STATE_URL ?? pathToFileURL(resolve(dataDir, 'state.db')).href,
    engineUrl: read.ENGINE_URL ?? null,
    metricsToken: read.METRICS_TOKEN ?? null,
    sharedSecret: read.SHARED_SECRET ?? null,
    logLevel: read.LOG_LEVEL ?? 'info',
  });
}

/**
 * The environment with the variables of a `.env` file beneath it: what is set already wins.
 * @param path usually `.env` in the project's root; it need not exist
 * @param env usually `process.env`; left as it is
 */
export function withEnvironmentFile(path: string, env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return existsSync(path) ? { ...parseEnv(readFileSync(path, 'utf8')), ...env } : { ...env };
}

function credentialsOf(read: Environment): BotCredentials | null {
  if (read.MicrosoftAppId === undefined || read.MicrosoftAppType === undefined) return null;
  return Object.freeze({
    appId: read.MicrosoftAppId,
    appType: read.MicrosoftAppType,
    tenantId: read.MicrosoftAppTenantId ?? null,
    password: read.MicrosoftAppPassword ?? null,
  });
}

function credentialFaults(read: Environment): Fault[] {
  if (read.MicrosoftAppId === undefined) {
    const others = (['MicrosoftAppType', 'MicrosoftAppTenantId', 'MicrosoftAppPassword'] as const).filter((name) => read[name] !== undefined);
    if (others.length > 0) return [['MicrosoftAppId', `is missing, though ${others.join(', ')} is set; without it nobody's identity would be checked`]];
    if (read.NODE_ENV === 'production') return [['MicrosoftAppId', 'is needed when NODE_ENV is production']];
    return read.ALLOWED_TENANTS === undefined ? [] : [['MicrosoftAppId', 'is missing, though ALLOWED_TENANTS is set']];
  }
  const faults: Fault[] = [];
  const need = (name: keyof Environment, why: string) => {
    if (read[name] === undefined) faults.push([name, `is needed ${why}`]);
  };
  need('MicrosoftAppType', 'with MicrosoftAppId: UserAssignedMSI, SingleTenant or, for a bot registered before August 2025, MultiTenant');
  if (read.MicrosoftAppType !== undefined && read.MicrosoftAppType !== 'MultiTenant') need('MicrosoftAppTenantId', `for ${read.MicrosoftAppType}`);
  if (read.MicrosoftAppType === 'SingleTenant' || read.MicrosoftAppType === 'MultiTenant') need('MicrosoftAppPassword', `for ${read.MicrosoftAppType}`);
  if (read.MicrosoftAppType === 'UserAssignedMSI' && read.MicrosoftAppPassword !== undefined) {
    faults.push(['MicrosoftAppPassword', 'must be empty for UserAssignedMSI: a managed identity has no password']);
  }
  need('ALLOWED_TENANTS', 'with MicrosoftAppId: the tenant ids whose people may ask, separated by commas');
  need('PUBLIC_URL', 'with MicrosoftAppId: the https address under which Teams fetches chart pictures');
  need('CONFIG_DIR', 'with MicrosoftAppId: the folder of the trust\'s configuration');
  need('EXTRACTS_DIR', 'with MicrosoftAppId: the folder of the extracts; the demonstration never runs with credentials');
  return faults;
}

function addressFaults(read: Environment): Fault[] {
  const faults: Fault[] = [];
  const local = read.MicrosoftAppId === undefined;
  if (local && read.HOST !== undefined && !isLoopback(read.HOST)) {
    faults.push(['HOST', 'must be a loopback address without credentials, since nobody\'s identity is checked then']);
  }
  if (read.PUBLIC_URL !== undefined) {
    const url = new URL(read.PUBLIC_URL);
    const loopbackHttp = local && url.protocol === 'http:' && isLoopback(url.hostname);
    if (url.protocol !== 'https:' && !loopbackHttp) faults.push(['PUBLIC_URL', 'must begin with https://']);
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') faults.push(['PUBLIC_URL', 'must be an address without user, query or fragment']);
  }
  return faults;
}

function folderFaults(read: Environment, isFolder: (path: string) => boolean): Fault[] {
  const faults: Fault[] = [];
  for (const name of ['CONFIG_DIR', 'EXTRACTS_DIR'] as const) {
    const path = read[name];
    if (path !== undefined && !isFolder(path)) faults.push([name, 'is not a folder that exists']);
  }
  if (read.MicrosoftAppId === undefined && read.EXTRACTS_DIR !== undefined && read.CONFIG_DIR === undefined) {
    faults.push(['CONFIG_DIR', 'is needed with EXTRACTS_DIR: it says how the files are read']);
  }
  return faults;
}

/** @param host a host name or address, IPv6 with or without brackets */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare) || /^::ffff:127(\.\d{1,3}){3}$/.test(bare);
}

/** Whether a path is a folder that exists. */
export function isExistingFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @param lines one a fault, each beginning with the variable's name and repeating no value */
export function configInvalid(lines: readonly string[]): TallyError {
  return new TallyError('CONFIG_INVALID', lines.join('; '), { sentence: lines.join('\n') });
}
