import { openChart, signChart } from '../../../src/cards/charts/signed-chart';
import { drawChart } from '../../../src/cards/charts/draw-chart';
import { iconsNamed, iconSvg, PROCESS_ICONS } from '../../../src/cards/charts/process-icon';
import { iconViews, letterWords, lineIcons } from '../../../src/cards/views/icon-view';
import { CARD_DETAILS } from '../../../src/cards/card-detail';
import { VALUE } from '../../fixtures/cards/answers';

const [MOST] = CARD_DETAILS;
const process = VALUE.metrics[0]?.process ?? null;
if (MOST === undefined || process === null) {
  throw new Error('the sample is judged');
}

test('each icon is a picture of its own, of 96 pixels, that its address brings back', async () => {
  const pictures = await Promise.all(PROCESS_ICONS.map((icon) => drawChart({ icons: [icon] })));
  expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(10);
  expect(pictures.map((png) => [png.readUInt32BE(16), png.readUInt32BE(20)])).toEqual(PROCESS_ICONS.map(() => [96, 96]));
  expect(PROCESS_ICONS.map((icon) => openChart(signChart({ icons: [icon] }, 'key', 0), 'key', 0))).toEqual(PROCESS_ICONS.map((icon) => ({ icons: [icon] })));
});

test('the letter says it without the colour: high, low, pass, fail, or neither', () => {
  const letters = PROCESS_ICONS.map((icon) => [icon, />(\w|\?)<\/text>/.exec(iconSvg({ icons: [icon] }))?.[1] ?? '']);
  expect(Object.fromEntries(letters)).toEqual({
    'common-cause': '', 'improvement-high': 'H', 'improvement-low': 'L', 'concern-high': 'H', 'concern-low': 'L', 'neutral-high': 'H', 'neutral-low': 'L', pass: 'P', fail: 'F', 'hit-and-miss': '?',
  });
});

describe('beside a verdict', () => {
  const shown: string[] = [];
  const address = (spec: object): string => {
    shown.push(JSON.stringify(spec));
    return 'https://tally.example.nhs.uk/charts/icon.png';
  };
  const icons = (changes: Partial<typeof process>): readonly (readonly [string, string])[] => {
    shown.length = 0;
    return iconViews({ ...process, ...changes }, MOST, address).map(({ alternative }, at) => [shown[at] ?? '', alternative]);
  };

  test.each([
    [{ variation: 'common-cause', signal: null, assurance: 'fail', variationWords: 'No significant change (common cause)', assuranceWords: 'Consistently failing the target' },
      [['{"icons":["common-cause"]}', 'Variation: No significant change (common cause)'], ['{"icons":["fail"]}', 'Assurance: Consistently failing the target']]],
    [{ variation: 'improvement', signal: 'trend-falling', assurance: 'hit-and-miss', variationWords: 'Improving (special cause)', assuranceWords: 'Hit and miss against the target' },
      [['{"icons":["improvement-low"]}', 'Variation: Improving (special cause)'], ['{"icons":["hit-and-miss"]}', 'Assurance: Hit and miss against the target']]],
    [{ variation: 'concern', signal: 'shift-high', assurance: 'none', variationWords: 'Concerning (special cause)', assuranceWords: '' }, [['{"icons":["concern-high"]}', 'Variation: Concerning (special cause)']]],
    [{ variation: 'concern', signal: 'trend-rising', assurance: 'none', variationWords: 'Concerning (special cause)', assuranceWords: '' }, [['{"icons":["concern-high"]}', 'Variation: Concerning (special cause)']]],
  ] as const)('%j', (changes, expected) => expect(icons(changes)).toEqual(expected));

  test('there is none where nothing is judged, or nobody could fetch it', () => {
    expect(iconViews(null, MOST, address)).toEqual([]);
    expect(iconViews(process, MOST, null)).toEqual([]);
  });
});

describe('beside a line of a scorecard', () => {
  const address = (spec: object): string => JSON.stringify(spec);

  test('both are one picture, and its words are those of the icons', () => {
    expect(lineIcons({ ...process, variation: 'improvement', signal: 'trend-falling', assurance: 'hit-and-miss' }, MOST, address)).toEqual([
      { picture: '{"icons":["improvement-low","hit-and-miss"]}', alternative: 'Improving, lower values, hit and miss', width: '46px' },
    ]);
    expect(lineIcons({ ...process, variation: 'common-cause', signal: null, assurance: 'none' }, MOST, address)).toEqual([{ picture: '{"icons":["common-cause"]}', alternative: 'Common cause', width: '22px' }]);
  });

  test('the letters that stand in them are explained in words, each once, and no other', () => {
    const runs = [{ ...process, variation: 'improvement', signal: 'shift-high', assurance: 'fail' }, { ...process, variation: 'concern', signal: 'trend-rising', assurance: 'fail' }] as const;
    expect(letterWords(runs)).toBe('H: higher values · F: failing the target');
    expect(letterWords([{ ...process, variation: 'common-cause', signal: null, assurance: 'none' }])).toBe('');
  });

  test('it is drawn of two side by side', async () => {
    const png = await drawChart({ icons: ['common-cause', 'fail'] });
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 96]);
  });

  test('its address is its name, the same for everybody and for ever, and no other name is drawn', () => {
    const token = signChart({ icons: ['common-cause', 'fail'] }, 'key', 0);
    expect(token).toBe('common-cause.fail');
    expect(openChart(token, 'another', 9e15)).toEqual({ icons: ['common-cause', 'fail'] });
    for (const name of ['', '.', 'common-cause.', 'common-cause.fail.pass', 'Common-cause', 'constructor', 'common-cause.x']) {
      expect(iconsNamed(name)).toBeNull();
    }
  });
});
