import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { z } from 'zod';

const ROOT = path.join(__dirname, '..', '..');
const ID = '2f7c1e6a-0d7c-4a53-9a52-0c6f0a1f6b11';
const VALUES = {
  MicrosoftAppId: ID, ORGANISATION_NAME: 'The "General" Hospitals', ORGANISATION_URL: 'https://trust.example.nhs.uk',
  PRIVACY_URL: 'https://trust.example.nhs.uk/tally/privacy', TERMS_URL: 'https://trust.example.nhs.uk/tally/terms',
};
const manifestSchema = z.object({
  id: z.string(), version: z.string(), developer: z.object({ name: z.string() }), bots: z.tuple([z.object({ botId: z.string() })]),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })).optional() }),
});

let checkout: string;
const teams = (name: string): string => path.join(checkout, 'deployment', 'teams', name);

beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'tally-package-'));
  for (const name of ['deployment', 'package.json', 'package-lock.json']) cpSync(path.join(ROOT, name), path.join(checkout, name), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(checkout, 'node_modules'), 'junction');
  // What is built is not under test here, and under NODE_ENV=production nothing is built anew.
  mkdirSync(path.join(checkout, 'dist'));
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function run(values: Readonly<Record<string, string>>, ...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(checkout, 'deployment', 'package.mjs'), ...args], {
    cwd: checkout, encoding: 'utf8', env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...values },
  });
  return { code: status, out: stdout.trim(), err: stderr.trim() };
}

/** Entries of a zip in their order, read by the format's own description (APPNOTE 4.3.7, local file headers) and not by what wrote it. */
function entriesOf(file: string): Map<string, Buffer> {
  const zip = readFileSync(file);
  const entries = new Map<string, Buffer>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [method, packed, nameLength, extra] = [zip.readUInt16LE(at + 8), zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
    const start = at + 30 + nameLength + extra;
    const data = zip.subarray(start, start + packed);
    entries.set(zip.toString('utf8', at + 30, at + 30 + nameLength), method === 8 ? inflateRawSync(data) : data);
    at = start + packed;
  }
  return entries;
}

const manifestIn = (entries: ReadonlyMap<string, Buffer>) => manifestSchema.parse(JSON.parse(entries.get('manifest.json')?.toString() ?? ''));
const DEFAULT = 'tally-teams-0.2.0.zip';

test('an administrator gets a package with the manifest, its two pictures and its strings, and nothing else', () => {
  const { code, out, err } = run(VALUES);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n')[0]).toContain(DEFAULT);
  const entries = entriesOf(path.join(checkout, DEFAULT));
  expect([...entries.keys()].sort()).toEqual(['color.png', 'en-gb.json', 'manifest.json', 'outline.png']);
  expect(manifestIn(entries)).toMatchObject({ id: ID, developer: { name: 'The "General" Hospitals' }, bots: [{ botId: ID }] });
  expect([...entries.values()].map(String).join('')).not.toContain('${{');
  expect(entries.get('color.png')?.equals(readFileSync(path.join(ROOT, 'deployment', 'teams', 'color.png')))).toBe(true);
  expect(JSON.parse(entries.get('en-gb.json')?.toString() ?? '')).toMatchObject({ 'name.short': 'Tally', 'bots[0].commandLists[0].commands[0].title': 'Today' });
});

test('the same values make the same package, and an option goes before the environment', () => {
  run(VALUES, '--out', 'first.zip');
  run({ ...VALUES, ORGANISATION_NAME: 'Another' }, '--organisation', VALUES.ORGANISATION_NAME, '--out', 'second.zip');
  expect(readFileSync(path.join(checkout, 'first.zip')).equals(readFileSync(path.join(checkout, 'second.zip')))).toBe(true);
});

test('every value that is missing or no value is named, one a line, and nothing is written', () => {
  const { code, out, err } = run({ MicrosoftAppId: 'tally', ORGANISATION_NAME: 'A trust', PRIVACY_URL: 'http://trust.example.nhs.uk', TERMS_URL: VALUES.TERMS_URL });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.split('\n')).toEqual([
    'MicrosoftAppId: must be a GUID, the application id of the Azure Bot',
    'ORGANISATION_URL: is not given; set it in the environment or give --website',
    'PRIVACY_URL: must be an address that begins with https://',
  ]);
  expect(existsSync(path.join(checkout, DEFAULT))).toBe(false);
});

test("what Microsoft's schema forbids is said with its place", () => {
  const text = readFileSync(teams('manifest.json'), 'utf8');
  writeFileSync(teams('manifest.json'), text.replace('"short": "Tally"', '"short": "Tally, which answers whatever is asked"').replace('"accentColor"', '"accentHue"'));
  const { code, err } = run(VALUES);
  expect(code).toBe(1);
  expect(err.split('\n')).toEqual(expect.arrayContaining([
    'manifest.json: the whole must NOT have additional properties (accentHue)',
    'manifest.json: name.short must NOT have more than 30 characters',
    'en-gb.json: name.short must NOT have more than 30 characters',
  ]));
});

test('pictures of the wrong size, and an outline that is not white on nothing, are refused', () => {
  cpSync(teams('color.png'), teams('outline.png'));
  expect(run(VALUES).err).toBe('outline.png: is 192 by 192 pixels; it must be 32 by 32');
  const drawn = (shape: string): Buffer => new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">${shape}</svg>`).render().asPng();
  writeFileSync(teams('outline.png'), drawn('<rect x="8" y="8" width="16" height="16" fill="#005eb8"/>'));
  expect(run(VALUES).err).toBe('outline.png: has a pixel that is not white; it must be white on nothing');
  writeFileSync(teams('outline.png'), drawn('<rect width="32" height="32" fill="#fff"/>'));
  writeFileSync(teams('color.png'), 'not a picture');
  expect(run(VALUES).err.split('\n')).toEqual(['color.png: is not a PNG', 'outline.png: has no transparent pixel; it must be white on nothing']);
});

test('a translation beside the manifest goes into the package, and one that lacks a string is refused', () => {
  const strings = entriesOf((run(VALUES, '--out', 'en.zip'), path.join(checkout, 'en.zip'))).get('en-gb.json')?.toString() ?? '';
  writeFileSync(teams('cy-gb.json'), strings.replace('"Tally"', '"Cyfrif"'));
  expect(run(VALUES).code).toBe(0);
  const entries = entriesOf(path.join(checkout, DEFAULT));
  expect(manifestIn(entries).localizationInfo.additionalLanguages).toEqual([{ languageTag: 'cy-gb', file: 'cy-gb.json' }]);
  expect(entries.get('cy-gb.json')?.toString()).toContain('Cyfrif');
  writeFileSync(teams('cy-gb.json'), strings.replace(/^.*"name.full".*\n/m, ''));
  expect(run(VALUES)).toMatchObject({ code: 1, err: 'cy-gb.json: name.full is not translated' });
});

test('a misspelt option is bad usage', () => {
  expect(run(VALUES, '--appid', ID)).toMatchObject({ code: 2, out: '' });
});
