import fc from 'fast-check';
import type { Query } from '../../src/engine/query';
import type { Reading } from '../../src/language/reading';
import { GOLDEN, goldenReading } from './golden-questions';

/** Words that mean something in a hospital, and that no measure here can be narrowed by. */
const CONTENT = [
  'frail', 'urgent', 'routine', 'cancer', 'private', 'male', 'female', 'weekend', 'night', 'robotic', 'overseas', 'pregnant', 'ambulatory',
  'agency', 'locum', 'junior', 'nursing', 'physician', 'pharmacy', 'laparoscopic', 'bariatric beds', 'smoking', 'trauma-only', 'military', 'homeless', 'bilingual', 'obese', 'palliative',
  // What turns a question round, and ordinary words that have been taken for idle ones or for slips.
  'never', 'neither', 'nobody', 'removed', 'excluded', 'serious', 'recently', 'stent', 'father', 'amputees', 'wheelchair', 'parking', 'enormously', 'terrible', 'honestly', 'puzzled',
];

const ASKED = GOLDEN.filter(({ outcome, after }) => outcome === 'answered' && after.length === 0);

const withoutNames = (query: Query): string => JSON.stringify(query, (field, value: unknown) => (field === 'asked' || field === 'label' ? undefined : value));

/** Whether a reading says a word: in what it asks, in what it says is not known, or beside its answer. */
function names(reading: Reading, word: string): boolean {
  const [first = ''] = word.split(/[ -]/);
  const said = reading.kind === 'query' || reading.kind === 'command' ? reading.notes.join(' ') : reading.kind === 'clarify' ? `${reading.ask} ${reading.options.join(' ')}` : reading.sentence;
  return said.toLowerCase().includes(first);
}

test('a word of content put anywhere into a golden question changes the query or is named back', () => {
  fc.assert(fc.property(fc.constantFrom(...ASKED), fc.constantFrom(...CONTENT), fc.double({ min: 0, max: 1, noNaN: true }), ({ q }, word, where) => {
    const asked = goldenReading(q, { context: null, offered: [] });
    // Help shows no figure that a word could have narrowed.
    fc.pre(asked.kind === 'query' && asked.query.intent !== 'help');
    const { query } = asked;
    const words = q.split(/\s+/);
    const at = Math.round(where * words.length);
    const text = [...words.slice(0, at), word, ...words.slice(at)].join(' ');
    const reading = goldenReading(text, { context: null, offered: [] });
    const differs = (other: Reading): boolean => other.kind === 'query' && withoutNames(other.query) !== withoutNames(query);
    // A question back that offers the word as what it may stand for ("diabetic" for diabetes) has not passed it over.
    const changed = reading.kind === 'clarify' ? reading.options.slice(0, 1).some((option) => differs(goldenReading(option, { context: null, offered: [] }))) : differs(reading);
    // What is not known, not supported or about a person is no answer, whatever it says.
    const answered = reading.kind === 'query' || reading.kind === 'clarify';
    expect([text, !answered || changed || names(reading, word)]).toEqual([text, true]);
  }), { numRuns: 500 });
});

/** What somebody may have asked before: one part of a measure, a split, a scorecard. */
const BEFORE = ['ACPL for LGH trend', 'DNA rate by specialty in May', 'theatres scorecard'].flatMap((q) => {
  const reading = goldenReading(q, { context: null, offered: [] });
  return reading.kind === 'query' ? [reading.query] : [];
});
/** "Uncapped?" is short for what was asked before. */
const isShort = (q: string): boolean => q.split(/\s+/).length < (q.endsWith('?') ? 5 : 3);

test('a golden question is the same question whatever was asked before it, or is asked back', () => {
  expect(BEFORE).toHaveLength(3);
  fc.assert(fc.property(fc.constantFrom(...ASKED.filter(({ q }) => !isShort(q))), fc.constantFrom(...BEFORE), ({ q }, context) => {
    const alone = goldenReading(q, { context: null, offered: [] });
    fc.pre(alone.kind === 'query');
    const after = goldenReading(q, { context, offered: [] });
    expect([q, after.kind === 'query' ? withoutNames(after.query) : 'asked back']).toEqual([q, after.kind === 'query' ? withoutNames(alone.query) : 'asked back']);
  }), { numRuns: 600 });
});
