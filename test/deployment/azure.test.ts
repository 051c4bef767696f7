import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, Parser, type Node, type Tree } from 'web-tree-sitter';
import { z } from 'zod';
import { readConfig } from '../../src/config';

// No compiler of Bicep can be had without a download of its own; a full grammar of it can. What it says of names, and of
// what modules are given, is checked here by hand on the parsed tree.

const FOLDER = path.join(__dirname, '..', '..', 'deployment', 'azure');
const NAMES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bicep')).sort();
const DECLARATIONS = { parameter_declaration: 'param', variable_declaration: 'var', resource_declaration: 'resource', module_declaration: 'module', output_declaration: 'output' } as const;

interface Declared {
  readonly kind: (typeof DECLARATIONS)[keyof typeof DECLARATIONS];
  readonly name: string;
  readonly node: Node;
  readonly decorators: string;
}

let parse: (text: string) => Tree;
const files = new Map<string, Node>();

beforeAll(async () => {
  await Parser.init();
  const grammar = await Language.load(readFileSync(createRequire(__filename).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
  const parser = new Parser().setLanguage(grammar);
  parse = (text) => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error('nothing was parsed');
    return tree;
  };
  for (const name of NAMES) files.set(name, parse(readFileSync(path.join(FOLDER, name), 'utf8')).rootNode);
});

const rootOf = (name: string): Node => files.get(name) ?? parse('').rootNode;
const within = (node: Node, type: string): Node[] => node.descendantsOfType(type).filter((one): one is Node => one !== null);

/** What a file declares at its top, in order; decorators stand before what they decorate. */
function declaredIn(root: Node): Declared[] {
  let decorators = '';
  return root.namedChildren.flatMap((node): Declared[] => {
    if (node === null) return [];
    if (node.type === 'decorators') { decorators = node.text; return []; }
    const found = Object.entries(DECLARATIONS).find(([type]) => type === node.type);
    if (found === undefined) return [];
    const one = { kind: found[1], name: within(node, 'identifier')[0]?.text ?? '', node, decorators };
    decorators = '';
    return [one];
  });
}

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

/** The properties of the object that a declaration ends with, each with its value. */
function propertiesOf(object: Node | undefined): Map<string, Node> {
  return new Map((object?.namedChildren ?? []).flatMap((one) => (one?.type === 'object_property' && one.namedChildren[0] && one.namedChildren[1] ? [[one.namedChildren[0].text, one.namedChildren[1]]] : [])));
}

it('the grammar finds what is no Bicep', () => {
  expect(parse("resource a 'x@2020-01-01' = { name: 'a' ").rootNode.hasError).toBe(true);
  expect(NAMES).toEqual(['main.bicep', ...['bot', 'database', 'network', 'program', 'secrets', 'storage'].map((name) => path.join('modules', `${name}.bicep`))]);
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
    const given = [...propertiesOf(propertiesOf(node.namedChildren.find((one) => one?.type === 'object') ?? undefined).get('params')).keys()];
    expect([name, given.sort()]).toEqual([name, wanted.sort()]);
    const outputs = declared.filter(({ kind }) => kind === 'output').map(({ name: one }) => one);
    for (const [, asked] of main.text.matchAll(new RegExp(`\\b${name}\\.outputs\\.(\\w+)`, 'g'))) expect(outputs).toContain(asked);
  }
});

it('the parameters file gives every parameter without a value of its own, and only those there are', () => {
  const { parameters } = z.object({ parameters: z.record(z.string(), z.unknown()) }).parse(JSON.parse(readFileSync(path.join(FOLDER, 'main.parameters.json'), 'utf8')));
  const params = declaredIn(rootOf('main.bicep')).filter(({ kind }) => kind === 'param');
  expect(Object.keys(parameters).filter((name) => !params.some((one) => one.name === name))).toEqual([]);
  expect(params.filter(({ name, node }) => !node.text.includes('=') && parameters[name] === undefined).map(({ name }) => name)).toEqual([]);
});

it.each(['secrets', 'database', 'storage'])('%s is closed to the internet, and what happens there is kept', (name) => {
  const { text } = rootOf(path.join('modules', `${name}.bicep`));
  expect(text).toContain("publicNetworkAccess: 'Disabled'");
  expect(text).toContain("'Microsoft.Insights/diagnosticSettings@");
});

it('the environment it gives the program is one that the program starts with', () => {
  const id = '2f7c1e6a-0d7c-4a53-9a52-0c6f0a1f6b11';
  const values: Record<string, string> = {
    identityClientId: id, 'tenant().tenantId': id, "join(allowedTenants, ',')": id, "'https://${host}'": 'https://tally.example.nhs.uk', 'string(port)': '3978',
    "'database-url'": 'postgres://tally:password@tally.postgres.database.azure.com/tally?sslmode=require', "'shared-secret'": 's'.repeat(32), "'metrics-token'": 'm'.repeat(16),
  };
  const entries = within(rootOf(path.join('modules', 'program.bicep')), 'object').map(propertiesOf).flatMap((entry): [string, string][] => {
    const [name, value] = [entry.get('name')?.text ?? '', (entry.get('value') ?? entry.get('secretRef'))?.text];
    return value === undefined ? [] : [[name.slice(1, -1), values[value] ?? value.slice(1, -1)]];
  });
  const config = readConfig({ NODE_ENV: 'production', ...Object.fromEntries(entries) }, () => true);
  expect(config).toMatchObject({ mode: 'teams', dataDir: '/data', configDir: '/configuration', extractsDir: '/extracts', host: '0.0.0.0', port: 3978, publicUrl: 'https://tally.example.nhs.uk' });
  // A replica's own disk ends with it: state and snapshots outlive it on the server.
  expect([config.stateUrl, config.engineUrl]).toEqual([values["'database-url'"], values["'database-url'"]]);
  const documented = readFileSync(path.join(FOLDER, '..', '..', '.env.example'), 'utf8');
  expect(entries.map(([name]) => name).filter((name) => !new RegExp(`^${name}=`, 'm').test(documented))).toEqual([]);
  const { text } = rootOf(path.join('modules', 'program.bicep'));
  for (const folder of ['/data', '/configuration', '/extracts']) expect(text).toContain(`mountPath: '${folder}'`);
});
