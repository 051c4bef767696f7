import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const ROOT = path.join(__dirname, '..', '..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

const entry = z.looseObject({ version: z.string().optional(), integrity: z.string().optional(), dev: z.boolean().optional(), hasInstallScript: z.boolean().optional() });
const locked = Object.entries(z.object({ packages: z.record(z.string(), entry) }).parse(JSON.parse(read('package-lock.json'))).packages).filter(([name]) => name !== '');
const production = locked.filter(([, { dev }]) => dev !== true);
const installed = production.filter(([folder]) => existsSync(path.join(ROOT, folder, 'package.json')));
const page = read(path.join('deployment', 'supply-chain.md'));

/** What a package calls its licence, in today's notation or an older one; null where it says nothing. */
function licenceOf(folder: string): string | null {
  const old = z.object({ type: z.string() });
  const { license, licenses } = z.looseObject({ license: z.union([z.string(), old]).optional(), licenses: z.union([z.string(), z.array(old)]).optional() }).parse(JSON.parse(read(path.join(folder, 'package.json'))));
  const said = license ?? (Array.isArray(licenses) ? licenses[0] : licenses);
  return said === undefined ? null : typeof said === 'string' ? said : said.type;
}

it('every package is named with one exact version, and locked with the checksum of its contents', () => {
  const { dependencies, devDependencies } = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(locked.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true).map(([name]) => name)).toEqual([]);
});

it('what is installed is what is locked', () => {
  expect(installed.length).toBeGreaterThan(200);
  const other = installed.filter(([folder, { version }]) => z.looseObject({ version: z.string() }).parse(JSON.parse(read(path.join(folder, 'package.json')))).version !== version);
  expect(other.map(([folder]) => folder)).toEqual([]);
});

it('every package of a production install has a licence that the page accepts, and every licence it accepts is there', () => {
  const accepted = new Set([...page.matchAll(/^\| (`.*`) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one)));
  const found = installed.map(([folder]) => ({ folder, licence: licenceOf(folder) }));
  expect(found.filter(({ licence }) => licence !== null && !accepted.has(licence))).toEqual([]);
  expect([...accepted].filter((one) => !found.some(({ licence }) => licence === one))).toEqual([]);
  // MIT by the text that comes with them.
  const silent = found.filter(({ licence }) => licence === null).map(({ folder }) => path.basename(folder)).sort();
  expect(silent).toEqual(['escape-regexp-component', 'jspath']);
  for (const [name, file] of [['escape-regexp-component', 'Readme.md'], ['jspath', 'LICENSE']] as const) expect(read(path.join('node_modules', name, file))).toMatch(/\bMIT\b|Permission is hereby granted, free of charge/);
});

it('no package runs anything while it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  expect(production.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([folder]) => path.basename(folder))).toEqual(['dtrace-provider']);
});

it('the parts list is of Tally and names the packages of a production install and no others, with the checksum that is locked and the licence', () => {
  const bom = z.object({
    bomFormat: z.literal('CycloneDX'),
    metadata: z.looseObject({ component: z.looseObject({ name: z.string(), version: z.string(), 'bom-ref': z.string() }) }),
    components: z.array(z.looseObject({ name: z.string(), version: z.string(), licenses: z.array(z.unknown()).optional(), hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string() })).length(1) })),
    dependencies: z.array(z.looseObject({ ref: z.string() })),
  }).parse(JSON.parse(execFileSync(process.execPath, [path.join('deployment', 'sbom.mjs')], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 24 })));
  const own = z.object({ name: z.string(), version: z.string() }).parse(JSON.parse(read('package.json')));
  expect(bom.metadata.component).toMatchObject(own);
  expect(bom.dependencies.map(({ ref }) => ref)).toContain(bom.metadata.component['bom-ref']);
  const listed = bom.components.map(({ name, version, hashes: [hash] }) => `${name}@${version} ${hash?.content ?? ''}`);
  const wanted = installed.map(([folder, { version = '', integrity = '' }]) =>
    `${folder.slice(folder.lastIndexOf('node_modules/') + 13)}@${version} ${Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')}`);
  expect([...new Set(listed)].sort()).toEqual([...new Set(wanted)].sort());
  expect(bom.components.filter(({ licenses }) => licenses === undefined || licenses.length === 0).map(({ name }) => name).sort()).toEqual(['dejavu-fonts-ttf', 'escape-regexp-component', 'jspath']);
});

/** The lines of the page about advisories: the package and its versions. */
const judged = [...page.matchAll(/^\| (@?[a-z][\w./-]*) ((?:[\d.]+(?:, )?)+) \|/gm)].map(([, name = '', versions = '']) => ({ name, versions: versions.split(', ') }));

it('every advisory is judged of the versions that are locked, so that other versions are judged anew', () => {
  expect(judged.length).toBeGreaterThan(5);
  for (const { name, versions } of judged) {
    const held = [...new Set(production.filter(([folder]) => folder.endsWith(`node_modules/${name}`)).map(([, { version }]) => version))].sort();
    expect([name, held]).toEqual([name, [...versions].sort()]);
  }
});

it('what the page calls never called is not: no plugin of restify is used, and no card template asks for XML', () => {
  const texts = (folder: string, ending: string): string[] => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).map((name) => read(path.join(folder, name)));
  expect(texts('src', '.ts').filter((text) => /\bplugins\b|bodyParser/.test(text))).toEqual([]);
  expect(texts('cards', '.json').filter((text) => /\b(?:xml|xPath)\(/i.test(text))).toEqual([]);
});
