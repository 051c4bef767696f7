import fc from 'fast-check';
import { mentionsBot, spokenText } from '../../src/teams/spoken-text';
import { ANNA, BOT } from './activities';

const mention = (text: string, mentioned: { id: string; name?: string } = BOT) => ({ type: 'mention', text, mentioned });
const read = (text: string | null | undefined, entities: ReturnType<typeof mention>[] = [mention('<at>Tally</at>')]) => spokenText({ text, entities, recipient: BOT });

describe('the words of a message', () => {
  it.each([
    ['as they are', 'DNA rate for ENT', 'DNA rate for ENT'],
    ['after the mention', '<at>Tally</at> DNA rate', 'DNA rate'],
    ['with the line break Teams adds', '<at>Tally</at> DNA rate\n', 'DNA rate'],
    ['before the mention', 'DNA rate <at>Tally</at>', 'DNA rate'],
    ['around the mention', 'DNA <at>Tally</at> rate', 'DNA rate'],
    ['with the mention twice', '<at>Tally</at> <at>Tally</at> DNA rate', 'DNA rate'],
    ['with an attribute on the mention', '<at id="0">Tally</at>&nbsp;DNA rate', 'DNA rate'],
    ['with the mention in capitals', '<AT>TALLY</AT> DNA rate', 'DNA rate'],
    ['straight after the mention', '<at>Tally</at>DNA rate', 'DNA rate'],
    ['with the tag left open', '<at>Tally DNA rate', 'Tally DNA rate'],
    ['with spaces that do not break', 'DNA&nbsp;rate\u00a0for&#160;ENT', 'DNA rate for ENT'],
    ['with entities', 'A&amp;E &lt; 4 &gt; 3 &quot;x&quot; &#39;y&#39; &#x27;z&apos;', `A&E < 4 > 3 "x" 'y' 'z'`],
    ['with an entity decoded once only', '&amp;lt;at&amp;gt;', '&lt;at&gt;'],
    ['with an unknown entity left', 'R&D; x', 'R&D; x'],
    ['with an impossible code point', 'a&#9999999;b&#0;c', 'a b c'],
    ['with characters nobody sees', 'D\u200bN\u200dA\ufeff r\u00adate\u202e', 'DNA rate'],
    ['with white space of every kind', '\t DNA \r\n\u2003 rate \u3000', 'DNA rate'],
    ['with full-width letters', 'ＤＮＡ　ｒａｔｅ', 'DNA rate'],
    ['with a ligature', 'o\ufb03ce', 'office'],
    ['with half a character', 'DNA \ud800rate', 'DNA rate'],
    ['with control characters', 'DNA\u0000\u0007rate', 'DNA rate'],
    ['with nothing but the mention', '<at>Tally</at>&nbsp;', ''],
    ['with nothing', '', ''],
    ['in letters with accents', 'Rhône', 'Rhône'],
  ])('%s', (_, text, words) => {
    expect(read(text)).toEqual({ kind: 'text', text: words });
  });

  it('keep other people\'s names', () => {
    const entities = [mention('<at>Tally</at>'), mention('<at>Anna Ward</at>', ANNA)];
    expect(read('<at>Tally</at> DNA rate for <at>Anna Ward</at>', entities)).toEqual({ kind: 'text', text: 'DNA rate for Anna Ward' });
  });

  it('lose the bot under the name it was renamed to, with regular-expression characters in it', () => {
    const renamed = { id: BOT.id, name: 'Tally (beta) [1.0]*' };
    expect(read('<at>Tally (beta) [1.0]*</at> DNA rate', [mention('<at>Tally (beta) [1.0]*</at>', renamed)])).toEqual({ kind: 'text', text: 'DNA rate' });
  });

  it('lose the bot where its mention carries no text', () => {
    expect(read('<at>Tally</at> DNA rate', [{ type: 'mention', mentioned: BOT } as never])).toEqual({ kind: 'text', text: 'DNA rate' });
  });

  it.each([undefined, null])('are none where the text is %s', (text) => expect(read(text)).toEqual({ kind: 'text', text: '' }));

  it('may be 500 characters, counted as people count them, and not one more', () => {
    expect(read('x'.repeat(500)).kind).toBe('text');
    expect(read(`<at>Tally</at> ${'😀'.repeat(500)}  `).kind).toBe('text');
    expect(read('x'.repeat(501)).kind).toBe('too-long');
    expect(read('&nbsp;'.repeat(100_000)).kind).toBe('too-long');
  });

  it('never hold a mention of the bot, an invisible character or double space, whatever is typed', () => {
    const pieces = fc.constantFrom('<at>', '</at>', '<at>Tally</at>', 'Tally', '&lt;', '&nbsp;', '&', ';', ' ', '\n', '\u200b', 'DNA', '<', '>', '&#60;', 'é', 'e\u0301');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const spoken = read(parts.join(''));
        if (spoken.kind === 'too-long') return;
        expect(spoken.text).not.toMatch(/\p{Cf}| {2}|^ | $|\n/u);
        expect(spoken.text).toBe(spoken.text.normalize('NFKC'));
      }),
    );
  });

  it('take no time to read, however many tags are left open', () => {
    const started = performance.now();
    read('<at>'.repeat(2000));
    read('<at '.repeat(2000));
    read('<at>Tally<'.repeat(800));
    read('&#'.repeat(4000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('whether the bot is meant', () => {
  it('is told by id, not by name', () => {
    expect(mentionsBot({ entities: [mention('<at>Tally</at>')], recipient: BOT })).toBe(true);
    expect(mentionsBot({ entities: [mention('<at>Tally</at>', { id: '29:anna', name: 'Tally' })], recipient: BOT })).toBe(false);
    expect(mentionsBot({ entities: undefined, recipient: BOT })).toBe(false);
  });
});
