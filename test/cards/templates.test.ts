import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer } from '../../src/answers/answer';
import { CARD_DETAILS } from '../../src/cards/card-detail';
import { CARD_KINDS, type CardKind } from '../../src/cards/card-kind';
import { cardView } from '../../src/cards/card-view';
import { loadTemplates } from '../../src/cards/templates';
import * as sample from '../fixtures/cards/answers';
import * as paper from '../fixtures/cards/board-paper-answers';
import * as today from '../fixtures/cards/on-the-day-answers';
import * as outlook from '../fixtures/cards/outlook-answers';
import { teamsFaults } from './teams-schema';

const FOLDER = path.join(__dirname, '../../cards');
const templates = loadTemplates(FOLDER);
const sampleOf = (kind: CardKind): unknown => JSON.parse(readFileSync(path.join(FOLDER, 'samples', `${kind}.json`), 'utf8'));

describe('a template', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tally-cards-'));
    cpSync(FOLDER, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['an expression that does not parse', (text: string) => text.replace('${name}', '${name +}')],
    ['a function that there is not', (text: string) => text.replace('${name}', '${shout(name)}')],
    ['a field that no card has', (text: string) => text.replace('${name}', '${nmae}')],
    ['a comma too many', (text: string) => text.replace('"body": [', '"body": [,')],
    ['no card in it', () => 'null'],
  ])('with %s stops the start, and its file is named', (_, spoil) => {
    const file = path.join(folder, 'value.json');
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    expect(() => loadTemplates(folder)).toThrow(/^CONFIG_INVALID: .*value\.json/);
  });

  test('that is missing stops the start', () => {
    rmSync(path.join(folder, 'clarify.json'));
    expect(() => loadTemplates(folder)).toThrow(/clarify\.json/);
  });
});

test.each(CARD_KINDS)('the template %s with its sample, as the card designer opens them, is a card that Teams takes', (kind) => {
  expect(teamsFaults(templates(kind, sampleOf(kind) as object))).toEqual([]);
});

/** The names of all fields, however deep; what a button carries is its own. */
function shape(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) {
    return [...new Set(value.flatMap((one) => shape(one, `${at}[]`)))];
  }
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => [`${at}.${key}`, ...(key === 'data' ? [] : shape(one, `${at}.${key}`))]) : [];
}

test.each<[CardKind, Answer]>([
  ['value', sample.VALUE], ['trend', sample.TREND], ['breakdown', sample.BREAKDOWN], ['comparison', sample.COMPARISON], ['measures', sample.MEASURES],
  ['definition', sample.DEFINITION], ['working', sample.WORKING], ['clarify', sample.CLARIFY], ['unknown', sample.UNKNOWN], ['help', sample.HELP], ['help', sample.FRESHNESS],
  ['scorecard', paper.FROZEN_AGAIN], ['peers', paper.PEERS], ['drivers', outlook.WHY], ['projection', outlook.HEADING], ['on-the-day', today.ON_THE_DAY],
])('the sample of %s has the fields that the product binds, so that a designer sees what is there', (kind, answer) => {
  const [chosen] = CARD_DETAILS.slice(0, 1).map((detail) => cardView(answer, detail, null));
  const { view } = chosen ?? { view: {} };
  expect(chosen?.kind).toBe(kind);
  const bound = shape(view).filter((field) => !field.includes('[]'));
  expect(shape(sampleOf(kind)).filter((field) => !field.includes('[]')).sort()).toEqual([...bound].sort());
});

test('the parts that cards have in common are the same in each of them', () => {
  const body = (kind: CardKind): readonly unknown[] => (JSON.parse(readFileSync(path.join(FOLDER, `${kind}.json`), 'utf8')) as { body: unknown[] }).body;
  // What is chosen before a button is pressed stands directly above it.
  const footOf = (kind: CardKind): readonly unknown[] => body(kind).filter((element) => !JSON.stringify(element).startsWith('{"type":"Input.')).slice(-5);
  const foot = footOf('value');
  for (const kind of CARD_KINDS.filter((one) => one !== 'clarify')) {
    expect(footOf(kind)).toEqual(foot);
  }
  for (const kind of ['trend', 'comparison'] as const) {
    expect(body(kind).slice(0, 3)).toEqual(body('value').slice(0, 3));
  }
});
