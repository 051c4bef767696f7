import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'web-tree-sitter';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config';
import { lookAt, stateLine } from '../../src/monitoring/state-figures';
import { bicepParser, DECLARATIONS, declaredIn, FOLDER, madeIn, NAMES, propertiesOf, valueOf, within, type Made } from './bicep';

// What the grammar cannot say of names, and of what modules are given, is checked here by hand on the parsed tree.

let parse: (text: string) => Node;
const files = new Map<string, Node>();

beforeAll(async () => {
  parse = await bicepParser();
  for (const name of NAMES) files.set(name, parse(readFileSync(path.join(FOLDER, name), 'utf8')));
});

const rootOf = (name: string): Node => files.get(name) ?? parse('');
const moduleOf = (name: string): Node => rootOf(path.join('modules', `${name}.bicep`));

/** The resources of one type in a module, whatever the version of its interface; there has to be one. */
function made(module: string, type: string): readonly Made[] {
  const found = madeIn(moduleOf(module)).filter((one) => one.type.startsWith(`${type}@`));
  expect([module, type, found.length > 0]).toEqual([module, type, true]);
  return found;
}
const bodies = (module: string, type: string): unknown[] => made(module, type).map(({ body }) => body);

/** Every name a file uses as a value: no key of an object, no name of a function, no declaration. */
function usedIn(root: Node): string[] {
  return within(root, 'identifier').filter(({ parent, id }) => {
    if (parent === null || parent.type in DECLARATIONS) return parent?.type === 'output_declaration' && parent.namedChildren[0]?.id !== id;
    if (parent.type === 'object_property' && parent.namedChildren[0]?.id === id) return false;
    return !(parent.type === 'call_expression' && parent.childForFieldName('function')?.id === id);
  }).map(({ text }) => text);
}

/** Names that a loop gives: `for zoneName in …`, `for (zoneName, index) in …`. */
const loopedIn = (root: Node): string[] => within(root, 'for_statement').flatMap(({ text }) => /for \(?(\w+)(?:, (\w+)\))?/.exec(text)?.slice(1).filter((one) => one !== undefined) ?? []);

it('the grammar finds what is no Bicep', () => {
  expect(parse("resource a 'x@2020-01-01' = { name: 'a' ").hasError).toBe(true);
  expect(NAMES).toEqual(['main.bicep', ...['alerts', 'bot', 'database', 'network', 'program', 'secrets', 'storage'].map((name) => path.join('modules', `${name}.bicep`))]);
});

describe.each(NAMES)('%s', (name) => {
  it('is Bicep', () => {
    expect(rootOf(name).hasError).toBe(false);
  });

  it('uses every parameter and variable it declares, and no name that it does not', () => {
    const root = rootOf(name);
    const declared = declaredIn(root);
    const used = new Set(usedIn(root));
    expect(declared.filter(({ kind, name: one }) => (kind === 'param' || kind === 'var') && !used.has(one)).map(({ name: one }) => one)).toEqual([]);
    const known = new Set([...declared.filter(({ kind }) => kind !== 'output').map(({ name: one }) => one), ...loopedIn(root)]);
    expect([...used].filter((one) => !known.has(one))).toEqual([]);
  });

  it('gives every resource a type with the version of its interface', () => {
    for (const { node } of declaredIn(rootOf(name)).filter(({ kind }) => kind === 'resource')) {
      expect(within(node, 'string')[0]?.text).toMatch(/^'Microsoft\.\w+(\/\w+)+@20\d\d-\d\d-\d\d(-preview)?'$/);
    }
  });

  it('keeps what is secret out of outputs, and marks it where it is given', () => {
    const declared = declaredIn(rootOf(name));
    const secret = (one: string): boolean => /password|secret$|token$|databaseUrl/i.test(one);
    expect(declared.filter(({ kind, name: one, decorators }) => kind === 'param' && secret(one) && !decorators.includes('@secure()')).map(({ name: one }) => one)).toEqual([]);
    expect(declared.filter(({ kind, node }) => kind === 'output' && /password|secret\b|token|listKeys/i.test(node.text)).map(({ name: one }) => one)).toEqual([]);
  });
});

it('every module is given what it asks for and nothing else, and is asked for outputs that it has', () => {
  const main = rootOf('main.bicep');
  for (const { name, node } of declaredIn(main).filter(({ kind }) => kind === 'module')) {
    const declared = declaredIn(rootOf(path.normalize(within(node, 'string')[0]?.text.slice(1, -1) ?? '')));
    const wanted = declared.filter(({ kind, node: param }) => kind === 'param' && !param.text.includes('=')).map(({ name: one }) => one);
    const given = [...propertiesOf(propertiesOf(within(node, 'object')[0]).get('params')).keys()];
    expect([name, given.sort()]).toEqual([name, wanted.sort()]);
    const outputs = declared.filter(({ kind }) => kind === 'output').map(({ name: one }) => one);
    for (const [, asked] of main.text.matchAll(new RegExp(`\\b${name}!?\\.outputs\\.(\\w+)`, 'g'))) expect(outputs).toContain(asked);
  }
});

it('the parameters file gives every parameter without a value of its own, and only those there are', () => {
  const { parameters } = z.object({ parameters: z.record(z.string(), z.unknown()) }).parse(JSON.parse(readFileSync(path.join(FOLDER, 'main.parameters.json'), 'utf8')));
  const params = declaredIn(rootOf('main.bicep')).filter(({ kind }) => kind === 'param');
  expect(Object.keys(parameters).filter((name) => !params.some((one) => one.name === name))).toEqual([]);
  expect(params.filter(({ name, node }) => !node.text.includes('=') && parameters[name] === undefined).map(({ name }) => name)).toEqual([]);
});

describe('what holds data', () => {
  it.each([
    ['secrets', 'Microsoft.KeyVault/vaults', { publicNetworkAccess: 'Disabled', enableRbacAuthorization: true, enablePurgeProtection: true, networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } }],
    ['database', 'Microsoft.DBforPostgreSQL/flexibleServers', { network: { delegatedSubnetResourceId: 'subnetId', privateDnsZoneArmResourceId: 'zoneId', publicNetworkAccess: 'Disabled' }, backup: { backupRetentionDays: 35, geoRedundantBackup: 'Disabled' } }],
    ['storage', 'Microsoft.Storage/storageAccounts', { publicNetworkAccess: 'Disabled', supportsHttpsTrafficOnly: true, allowBlobPublicAccess: false, networkAcls: { defaultAction: 'Deny', bypass: 'None' } }],
  ])('%s is closed to the internet', (module, type, properties) => {
    expect(bodies(module, type)).toEqual([expect.objectContaining({ properties: expect.objectContaining(properties) as object })]);
  });

  it.each([['secrets', 'vault'], ['storage', 'file']])('%s is reached by an address in the network, and by its name', (module, group) => {
    const connections = { subnet: { id: 'endpointSubnetId' }, privateLinkServiceConnections: [{ name: group, properties: { privateLinkServiceId: expect.stringMatching(/^(vault|account)\.id$/) as string, groupIds: [group] } }] };
    expect(bodies(module, 'Microsoft.Network/privateEndpoints')).toEqual([expect.objectContaining({ properties: connections })]);
    expect(bodies(module, 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups')).toEqual([{ parent: 'endpoint', name: 'default', properties: { privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: 'zoneId' } }] } }]);
  });

  it('the names of all three are found in the network', () => {
    const zones = declaredIn(moduleOf('network')).find(({ name }) => name === 'zoneNames')?.node.namedChildren.at(-1);
    expect(zones && valueOf(zones)).toEqual(['privatelink.file.${environment().suffixes.storage}', 'privatelink.vaultcore.azure.net', '${name}.private.postgres.database.azure.com']);
    expect(bodies('network', 'Microsoft.Network/privateDnsZones')).toEqual([expect.objectContaining({ name: 'zoneName' })]);
    expect(bodies('network', 'Microsoft.Network/privateDnsZones/virtualNetworkLinks')).toEqual([expect.objectContaining({ parent: 'zones[index]', properties: { registrationEnabled: false, virtualNetwork: { id: 'network.id' } } })]);
  });

  it.each([['secrets', 'vault'], ['database', 'server'], ['storage', 'files'], ['program', 'home'], ['bot', 'bot']])('what happens in %s is kept in the logs', (module, scope) => {
    const kept = { scope, properties: { workspaceId: 'logsId', logs: [expect.objectContaining({ enabled: true }) as object] } };
    expect(bodies(module, 'Microsoft.Insights/diagnosticSettings')).toMatchObject([kept]);
  });
});

describe('the bot', () => {
  it('is a managed identity without a password, and speaks in Teams alone', () => {
    expect(bodies('bot', 'Microsoft.BotService/botServices')).toMatchObject([{ properties: { msaAppType: 'UserAssignedMSI', msaAppId: 'identityClientId', msaAppMSIResourceId: 'identityId', endpoint: 'https://${host}/api/messages', disableLocalAuth: true } }]);
    expect(bodies('bot', 'Microsoft.BotService/botServices/channels')).toMatchObject([{ parent: 'bot', name: 'MsTeamsChannel', properties: { properties: { isEnabled: true } } }]);
  });
});

describe('the program', () => {
  const app = z.object({
    identity: z.unknown(),
    properties: z.object({
      configuration: z.object({ ingress: z.unknown(), secrets: z.unknown() }),
      template: z.object({ containers: z.array(z.object({ volumeMounts: z.unknown(), probes: z.array(z.object({ type: z.string(), httpGet: z.object({ path: z.string() }), periodSeconds: z.number(), failureThreshold: z.number().max(10) })) })).length(1), volumes: z.unknown() }),
    }),
  });
  const program = () => app.parse(bodies('program', 'Microsoft.App/containerApps')[0]);

  it('is given traffic once it serves data, and then as long as it lives, so that people are told when the store is away', () => {
    const probes = program().properties.template.containers[0]?.probes ?? [];
    expect(probes.map(({ type, httpGet }) => [type, httpGet.path])).toEqual([['Startup', '/readyz'], ['Liveness', '/healthz'], ['Readiness', '/healthz']]);
    // A first load of 30 million rows took 290 s; one that is not given time enough would begin anew for ever.
    const [startup] = probes;
    expect((startup?.periodSeconds ?? 0) * (startup?.failureThreshold ?? 0)).toBeGreaterThanOrEqual(4 * 290);
  });

  it('reads its extracts and its configuration and can change neither', () => {
    const names = { volumes: [{ name: 'data', storageType: 'EmptyDir' }, { name: 'extracts', storageType: 'AzureFile', storageName: 'extracts' }, { name: 'configuration', storageType: 'AzureFile', storageName: 'configuration' }] };
    expect(program().properties.template).toMatchObject(names);
    expect(program().properties.template.containers[0]?.volumeMounts).toEqual(['data', 'extracts', 'configuration'].map((name) => ({ volumeName: name, mountPath: `/${name}` })));
    const [mounts] = made('program', 'Microsoft.App/managedEnvironments/storages');
    expect(mounts?.body).toMatchObject({ name: 'share', properties: { azureFile: { shareName: 'share', accessMode: 'ReadOnly' } } });
    for (const [module, type] of [['program', 'Microsoft.App/managedEnvironments/storages'], ['storage', 'Microsoft.Storage/storageAccounts/fileServices/shares']] as const) {
      const loop = declaredIn(moduleOf(module)).find(({ node }) => node.text.includes(`'${type}@`))?.node;
      expect(loop?.text).toContain("for share in ['extracts', 'configuration']");
    }
  });

  it('is reached over https alone, and gets its secrets from the vault by its identity, which may read secrets and no more', () => {
    expect(program().properties.configuration.ingress).toMatchObject({ external: true, allowInsecure: false });
    expect(program().identity).toEqual({ type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } });
    expect(program().properties.configuration.secrets).toEqual({ name: 'secret', keyVaultUrl: '${vaultUri}secrets/${secret}', identity: 'identityId' });
    const names = declaredIn(moduleOf('program')).find(({ name }) => name === 'secrets')?.node.namedChildren.at(-1);
    expect(new Set(names && valueOf(names) as string[])).toEqual(new Set(made('secrets', 'Microsoft.KeyVault/vaults/secrets').map(({ body }) => z.object({ name: z.string() }).parse(body).name)));
    expect(bodies('secrets', 'Microsoft.Authorization/roleAssignments')).toEqual([expect.objectContaining({ scope: 'vault', properties: { roleDefinitionId: 'secretsUser', principalId: 'identityPrincipalId', principalType: 'ServicePrincipal' } })]);
    expect(bodies('program', 'Microsoft.Authorization/roleAssignments')).toEqual([expect.objectContaining({ scope: 'registry', properties: { roleDefinitionId: 'pull', principalId: 'identityPrincipalId', principalType: 'ServicePrincipal' } })]);
  });
});

it('no step starts the program before its configuration and its extracts are there', () => {
  const conditional = madeIn(rootOf('main.bicep')).filter(({ isConditional }) => isConditional).map(({ name }) => name);
  expect(conditional).toEqual(['program', 'bot', 'alerts']);
  const steps = readFileSync(path.join(FOLDER, 'README.md'), 'utf8').split('## Setting it up')[1]?.split('\n## ')[0] ?? '';
  const done = [...steps.matchAll(/az deployment group create .*|az storage file upload-batch .*--destination \w+/g)].map(([command]) => (command.includes('upload') ? command.split(' ').at(-1) : command.includes('instances=0') ? 'without the program' : 'with the program'));
  expect(done).toEqual(['without the program', 'configuration', 'extracts', 'with the program']);
});

describe('the alerts', () => {
  const rule = z.object({ name: z.string(), severity: z.enum(['page', 'ticket']), summary: z.string().min(10), query: z.string() });
  const rules = () => {
    const list = declaredIn(moduleOf('alerts')).find(({ name }) => name === 'rules')?.node.namedChildren.at(-1);
    return z.array(rule).min(1).parse(list && valueOf(list));
  };
  const text = () => moduleOf('alerts').text;

  it('are called and weigh what they do where the figures are scraped, so that one page says what to do', () => {
    const alerts = z.object({ groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), labels: z.object({ severity: z.string() }) })) })) })
      .parse(parseYaml(readFileSync(path.join(FOLDER, '..', 'monitoring', 'alerts.yaml'), 'utf8'))).groups.flatMap((group) => group.rules);
    const known = new Map(alerts.map(({ alert, labels }) => [alert, labels.severity]));
    expect(rules().map(({ name, severity }) => [name, severity])).toEqual(rules().map(({ name }) => [name, known.get(name)]));
  });

  it('ask for codes that the program logs, and for what its line on how it stands holds', async () => {
    const sources = readdirSync(path.join(FOLDER, '..', '..', 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(path.join(FOLDER, '..', '..', 'src', name), 'utf8')).join('\n');
    const codes = [...text().matchAll(/"([A-Z]+(?:_[A-Z]+)*)"/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !sources.includes(`code: '${code}'`))).toEqual([]);
    const line = stateLine(await lookAt({ snapshots: () => Promise.resolve([{ extracts: 'nightly', loadedAt: 0, through: '2024-07-09', refused: 0 }]), refusedGrants: () => 0, posts: () => Promise.resolve([]), ready: () => Promise.resolve(true), clock: () => 0 }));
    const held = z.object({ snapshots: z.array(z.record(z.string(), z.unknown())), posts: z.record(z.string(), z.unknown()) }).loose().parse(line);
    const fields = (of: string): string[] => [...text().matchAll(new RegExp(`\\b${of}\\.(\\w+)`, 'g'))].map(([, field = '']) => field);
    expect(fields('line').filter((field) => !(field in held))).toEqual([]);
    expect(fields('snapshot').filter((field) => !(field in (held.snapshots[0] ?? {})))).toEqual([]);
    expect(fields('posts').filter((field) => !(field in held.posts))).toEqual([]);
    for (const [, rhythm] of text().matchAll(/extracts == "([\w-]+)"/g)) expect(['nightly', 'on-the-day']).toContain(rhythm);
  });

  it('each end in the number that the rule looks at, and tell somebody', () => {
    expect(rules().filter(({ query }) => !/\b(summarize|project) found = [^|]+$/.test(query)).map(({ name }) => name)).toEqual([]);
    expect(bodies('alerts', 'Microsoft.Insights/scheduledQueryRules')).toMatchObject([{ properties: { scopes: ['logsId'], enabled: true, criteria: { allOf: [{ query: 'rule.query', metricMeasureColumn: 'found', operator: 'GreaterThan', threshold: 0 }] }, actions: { actionGroups: ['onCall.id'] } } }]);
    expect(bodies('alerts', 'Microsoft.Insights/actionGroups')).toMatchObject([{ properties: { enabled: true, emailReceivers: [{ emailAddress: 'email' }] } }]);
  });
});

it('the environment it gives the program is one that the program starts with', () => {
  const id = '2f7c1e6a-0d7c-4a53-9a52-0c6f0a1f6b11';
  const values: Record<string, string> = {
    identityClientId: id, 'tenant().tenantId': id, "join(allowedTenants, ',')": id, "'https://${host}'": 'https://tally.example.nhs.uk', 'string(port)': '3978',
    "'database-url'": 'postgres://tally:password@tally.postgres.database.azure.com/tally?sslmode=require', "'shared-secret'": 's'.repeat(32), "'metrics-token'": 'm'.repeat(16),
  };
  const entries = within(moduleOf('program'), 'object').map(propertiesOf).flatMap((entry): [string, string][] => {
    const [name, value] = [entry.get('name')?.text ?? '', (entry.get('value') ?? entry.get('secretRef'))?.text];
    return value === undefined ? [] : [[name.slice(1, -1), values[value] ?? value.slice(1, -1)]];
  });
  const config = readConfig({ NODE_ENV: 'production', ...Object.fromEntries(entries) }, () => true);
  expect(config).toMatchObject({ mode: 'teams', dataDir: '/data', configDir: '/configuration', extractsDir: '/extracts', host: '0.0.0.0', port: 3978, publicUrl: 'https://tally.example.nhs.uk' });
  // A replica's own disk ends with it: state and snapshots outlive it on the server.
  expect([config.stateUrl, config.engineUrl]).toEqual([values["'database-url'"], values["'database-url'"]]);
  const documented = readFileSync(path.join(FOLDER, '..', '..', '.env.example'), 'utf8');
  expect(entries.map(([name]) => name).filter((name) => !new RegExp(`^#?${name}=`, 'm').test(documented))).toEqual([]);
});
