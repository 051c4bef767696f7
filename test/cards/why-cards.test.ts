import path from 'node:path';
import { CARD_LIMIT } from '../../src/cards/adaptive-card';
import { createCards } from '../../src/cards/create-cards';
import * as outlook from '../fixtures/cards/outlook-answers';
import { elements, shownOf, texts } from './walk';

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });

describe('a card of a change', () => {
  test('says both figures, how far apart they are, the verdict, then the parts, the others as one and the whole', () => {
    const shown = texts(cards.render(outlook.WHY));
    const order = ['Trust · June 2024', 'DNA rate', 'Off target', 'May 2024', '6.2%', 'June 2024', '6.5%', outlook.WHY.headline,
      'How much each specialty moved the overall rate, in percentage points; and how many more or fewer missed appointments that is than at the rate of May 2024', 'Ophthalmology', '5.5% to 6.6% · 112 more', '+0.12', 'Urology', '−0.05', '3 others, some of them hidden', 'Overall', '280 more missed appointments', '+0.30'];
    expect(shown.filter((text) => order.includes(text)).filter((text, at, all) => all.indexOf(text) === at)).toEqual(order);
    expect(shown.some((text) => text.startsWith('This says where the change lies, not why.'))).toBe(true);
    // How much of it is mix is for whoever checks it, under Show working.
    expect(shown.some((text) => text.includes('is mix'))).toBe(false);
  });

  test('names six parts at most, and of the others what they leave of the whole, which says nothing of the one that is hidden', () => {
    const card = cards.render(outlook.WHY);
    const labels = outlook.WHY.metrics[0]?.drivers?.parts.map(({ label }) => label) ?? [];
    expect(texts(card).filter((text) => labels.includes(text))).toEqual(labels.slice(0, 6));
    const others = shownOf(card, 'ColumnSet').find((set) => texts(set).includes('3 others, some of them hidden'));
    // 0.30 − (0.12 + 0.06 + 0.06 − 0.05 + 0.04 + 0.03), and 280.2 − 93,412 × 0.0026.
    expect(texts(others)).toEqual(['3 others, some of them hidden', '37 more', '+0.04']);
    expect(texts(card)).toContain('Hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction.');
    const [only] = outlook.WHY.metrics[0]?.drivers?.parts.filter(({ suppressed }) => suppressed) ?? [];
    const alone = outlook.explained({ ...outlook.DRIVERS_OF_DNA, parts: [...outlook.DRIVERS_OF_DNA.parts.slice(0, 6), ...(only === undefined ? [] : [only])] });
    expect(texts(shownOf(cards.render(alone), 'ColumnSet').find((set) => texts(set).includes('1 other')))).toEqual(['1 other', '\\*']);
  });

  test('names the target that it is off, and says that lines are rounded only where they do not add up', () => {
    const shown = texts(cards.render(outlook.WHY));
    expect(shown).toContain('Target below 5%: 1.5 percentage points over');
    const { total } = outlook.DRIVERS_OF_DNA;
    const told = (casesDisplay: string): boolean => texts(cards.render(outlook.explained({ ...outlook.DRIVERS_OF_DNA, total: { ...total, casesDisplay }, parts: [{ ...part('A', '+0.20', '+150') }, { ...part('B', '+0.10', '+130') }] }))).some((text) => text.startsWith('Rounded'));
    // 150 and 130 are 280, and 0.20 and 0.10 the 0.30 of the whole.
    expect([told('+280'), told('+281')]).toEqual([false, true]);
  });

  test('of a change that is not split has both figures and no parts', () => {
    const shown = texts(cards.render(outlook.WHY_NOT_SPLIT));
    expect(shown).toEqual(expect.arrayContaining(['4.0', '3.0', 'Reporting turnaround fell from 4.0 in May 2024 to 3.0 days in June 2024 (down 1.0).']));
    expect(shown).not.toContain('Overall');
  });

  test('of a distance from target has the parts\' own figures, and says what they are held to', () => {
    const shown = texts(cards.render(outlook.WHY_OFF_TARGET));
    expect(shown).toEqual(expect.arrayContaining(['Target below 5%', '1.5 percentage points over', 'How far from target by specialties, in percentage points; and how many more or fewer missed appointments that is than on target', '6.6% · 112 more']));
  });

  test('has no colour but that of its status: neither up nor down is good in itself', () => {
    const coloured = elements(cards.render(outlook.WHY)).filter(({ color }) => color === 'Good' || color === 'Attention');
    expect(coloured.map(({ text }) => text)).toEqual(['Off target']);
  });

  test('with far too much loses parts and caveats before its verdict, and is never too long', () => {
    const card = cards.render(outlook.OUTLOOK_ANSWERS['huge why'] ?? outlook.WHY);
    expect(JSON.stringify(card).length).toBeLessThanOrEqual(CARD_LIMIT);
    expect(texts(card).some((text) => text.startsWith('A long verdict.'))).toBe(true);
    expect(texts(card)).toContain('Overall');
  });
});

describe('a card of where a figure is heading', () => {
  test('says how it stands in words, the figure and its target, the verdict, then a line for each number and how they came about', () => {
    const shown = texts(cards.render(outlook.HEADING));
    // What is needed stands in the lines below; whoever hears the card is told all of it.
    const verdict = 'Not on course for 5%: DNA rate 6.4% over April 2024 to June 2024. If nothing changes, the average over 2024/25 ends between 6.1% and 6.7% by year end, March 2025: target below 5% lies outside that, so it would be missed.';
    const order = ['Trust · 2024/25', 'DNA rate', 'Not on course', '6.4%', 'Target below 5%', verdict, 'So far, 3 of 12 months', 'To average below 5% over 2024/25, the other 9 months need', 'below 4.5%',
      'To reach 5%', '14,382 fewer missed appointments than at the rate so far (367 a week)', 'A month', '1,598', outlook.HEADING.metrics[0]?.projection?.method ?? ''];
    expect(shown.filter((text) => order.includes(text)).filter((text, at, all) => all.indexOf(text) === at)).toEqual(order);
  });

  test('on its way to a target for the year names the line as one, and has the target\'s source', () => {
    const shown = texts(cards.render(outlook.ON_COURSE));
    expect(shown).toEqual(expect.arrayContaining(['On course', 'Target at least £20m', 'Straight line by year end, March 2025', '£27.3m', 'Target from Trust Board paper H']));
  });

  test('without a target has its figure, and no line of numbers', () => {
    const shown = texts(cards.render(outlook.NOTHING_TO_AIM_AT));
    expect(shown).toContain('No target set');
    expect(shown.filter((text) => text.startsWith('Target') || text.startsWith('Straight line'))).toEqual([]);
  });
});

/** A part as it is printed. */
const part = (label: string, display: string, casesDisplay: string): (typeof outlook.DRIVERS_OF_DNA.parts)[number] => {
  const [first] = outlook.DRIVERS_OF_DNA.parts;
  if (first === undefined) {
    throw new Error('no part to begin from');
  }
  return { ...first, label, display, casesDisplay, suppressed: false };
};
