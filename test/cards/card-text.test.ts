import fc from 'fast-check';
import { cardText, plainText, shortened } from '../../src/cards/card-text';

/** What a reader sees of a text: backslashes before punctuation are eaten, and the unseen space is unseen. */
const seen = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\u200b/g, '');

describe('text from data', () => {
  test.each([
    ['a link', '[x](http://evil.example)', /\]\(|:\/\//],
    ['a reference', '[x][y]', /\]\[/],
    ['a link definition', '[x]: http://evil.example', /\]:/],
    ['a picture', '![x](data:image/png;base64,AAAA)', /\]\(|data:image/],
    ['a bare address', 'see https://evil.example/x', /:\/\//],
    ['an address without scheme', 'see www.evil.example', /www\.evil|evil\.example/],
    ['an address of mail', 'write to a@evil.example or mailto:a@b', /@evil|mailto:a/],
    ['an address in angle brackets', '<https://evil.example>', /<h/],
    ['HTML', 'a <b>bold</b> <script> <!-- x -->', /<[a-z/!]/],
    ['an entity', '&lt;b&gt;', /&lt;/],
    ['emphasis', '*ENT* **ENT**', /(?<!\\)\*/],
    ['underlined emphasis', '_ENT_ __ENT__', /(?<!\\)_(?=[^\\_]|$)/],
    ['code', '`ENT`', /(?<!\\)`/],
    ['strike-through', '~~ENT~~', /~~/],
    ['a heading', '# ENT', /^#/],
    ['a quotation', '> ENT', /^>/],
    ['a list', '- ENT', /^-/],
    ['another list', '+ ENT', /^\+/],
    ['a numbered list', '1. ENT', /^\d/],
    ['a numbered list with a bracket', '12) ENT', /^\d/],
    ['a rule', '--- ', /^-/],
    ['a template expression', '${name} $${name}', /\$\{/],
    ['a card function', '{{DATE(2026-01-01T00:00:00Z, SHORT)}} {{{x}}}', /\{\{/],
    ['a second line that is a list', 'ENT\n- list', /\n/],
  ])('cannot become %s', (_, text, forbidden) => {
    expect(cardText(text)).not.toMatch(forbidden);
  });

  test.each([
    'Trauma & Orthopaedics', 'ENT (paediatric)', '1.57', '−3.1%', '-5', '£4,544,400', '(355)', 'day-case', 'op_appointments_v2', 'Q1 24/25', '5 < 6 and 7 > 6', 'C# minor', '8.1% of 2,908', 'Reference 7f3a-21c0', 'Demonstration data: not real patients', '7.30 to 9.15',
  ])('reads and stays as it is where it is harmless: %s', (text) => {
    expect(cardText(text)).toBe(text);
  });

  test('always reads as it was written, whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab1 *_[](){}<>#-+.!~`$&:/@|\\'), maxLength: 30 }), (text) => {
      const once = text.replace(/\s+/g, ' ').trim();
      expect(seen(cardText(text))).toBe(seen(once.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')));
    }));
  });

  test('never keeps a template expression, a card function or the joint of a link', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'${}[](){x'), maxLength: 30 }), (text) => {
      expect(cardText(text)).not.toMatch(/\$\{|\{\{|\]\(/);
      expect(plainText(text)).not.toMatch(/\$\{|\{\{/);
    }));
  });

  test('loses control characters and marks that turn the reading direction', () => {
    expect(plainText('a\u0000b\u202Ec\u2066d\t e\r\nf')).toBe('abcd e f');
  });
});

describe('shortening', () => {
  test('cuts at the end of a word and says that it cut', () => {
    expect(shortened('Capped theatre utilisation for ENT', 28)).toBe('Capped theatre utilisation…');
  });

  test('leaves what fits, and never leaves more than asked for or half a character', () => {
    expect(shortened('short', 5)).toBe('short');
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 2, max: 20 }), (text, length) => {
      const cut = shortened(text, length);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }), { numRuns: 40 });
  });
});
