import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { searchOf } from '../../src/teams/compose-search';
import { read } from '../language/trust-language';

const FOLDER = 'deployment/teams';
const text = readFileSync(join(FOLDER, 'manifest.json'), 'utf8');
const command = z.object({ title: z.string().max(32), description: z.string().max(128) });
/** Lengths and counts. Source: the Teams app manifest reference, schema 1.29, and the store's rules for names and commands. */
const manifest = z
  .object({
    manifestVersion: z.literal('1.29'),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    name: z.object({ short: z.string().max(30), full: z.string().max(100) }),
    description: z.object({ short: z.string().max(80), full: z.string().max(4000) }),
    icons: z.object({ color: z.string(), outline: z.string() }),
    bots: z.tuple([z.object({ botId: z.string(), commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(command).min(1).max(10) })).max(3) })]),
    composeExtensions: z.tuple([z.object({ botId: z.string(), commands: z.tuple([z.object({
      id: z.string().max(64), type: z.literal('query'), title: z.string().max(32), description: z.string().max(128), context: z.array(z.enum(['compose', 'commandBox', 'message'])),
      parameters: z.tuple([z.object({ name: z.string().max(64), title: z.string().max(32), description: z.string().max(128), inputType: z.literal('text') })]),
    })]) })]),
    validDomains: z.array(z.string()),
  })
  .parse(JSON.parse(text));

/** Width, height and colour type of a PNG. Source: the PNG specification, IHDR. */
function png(name: string): { width: number; height: number; colourType: number } {
  const bytes = readFileSync(join(FOLDER, name));
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colourType: bytes.readUInt8(25) };
}

it('the pictures have the sizes Teams asks for, the outline being transparent', () => {
  expect(png(manifest.icons.color)).toMatchObject({ width: 192, height: 192 });
  expect(png(manifest.icons.outline)).toMatchObject({ width: 32, height: 32, colourType: 6 });
});

it('the folder holds what goes into the package and nothing that is not named', () => {
  expect(readdirSync(FOLDER).filter((name) => !name.endsWith('.md')).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
});

it('the bot is the one whose id is in the environment, and every blank is one that is known', () => {
  expect(manifest.bots[0].botId).toBe('${{MicrosoftAppId}}');
  const blanks = new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1]));
  expect([...blanks].sort()).toEqual(['MicrosoftAppId', 'ORGANISATION_NAME', 'ORGANISATION_URL', 'PRIVACY_URL', 'TERMS_URL']);
});

it('the search of the message extension is the one that the bot answers', () => {
  const [{ botId, commands: [search] }] = manifest.composeExtensions;
  const value = { commandId: search.id, parameters: [{ name: search.parameters[0].name, value: ' dna ent ' }] };
  expect([botId, searchOf(value)]).toEqual(['${{MicrosoftAppId}}', 'dna ent']);
});

it('each scope has commands without repeats or slashes, Help among them', () => {
  const scopes = manifest.bots[0].commandLists.flatMap((list) => list.scopes);
  expect([...scopes].sort()).toEqual(['groupChat', 'personal', 'team']);
  for (const { commands } of manifest.bots[0].commandLists) {
    const titles = commands.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain('Help');
    expect(titles.join('')).not.toContain('/');
  }
});

const titles = new Set(manifest.bots[0].commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)));

it.each([...titles])('the command %s is understood as it stands, with no question back', (title) => {
  expect(['query', 'command']).toContain(read(title).kind);
});

it('what the product does by itself and on the day is among the commands', () => {
  expect([...titles]).toEqual(expect.arrayContaining(['Today', 'List digests', 'List alerts']));
});

it('the name is one the store allows', () => {
  expect(`${manifest.name.short} ${manifest.name.full}`).not.toMatch(/teams|chat|help|bot|microsoft/i);
});
