import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createCards } from '../../src/cards/create-cards';
import { createChartAddress } from '../../src/cards/charts/chart-address';
import { drawChart } from '../../src/cards/charts/draw-chart';
import { openChart } from '../../src/cards/charts/signed-chart';
import { ANSWERS } from '../fixtures/cards/answers';
import { HOST_CONFIGS, type Theme } from '../fixtures/cards/host-config';
import { CHROMIUM_ARGUMENTS, chromiumPath, describeInBrowser } from './chromium';

const KEY = 'a key that only this test knows';
const ORIGIN = 'https://cards.test';
const PICTURES = process.env['CARD_PICTURES'] ?? path.join(tmpdir(), 'tally-card-pictures');
const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: createChartAddress({ publicUrl: ORIGIN, key: KEY, clock: () => 0 }) });

/** What the page reports of one card drawn by the reference renderer. */
interface Drawn {
  /** Parse and render events, as "what: type". */
  readonly events: readonly string[];
  /** Elements wider than the card, or whose text is cut off. */
  readonly overflowing: readonly string[];
  readonly pictures: readonly { readonly alt: string; readonly width: number }[];
  readonly links: number;
  readonly text: string;
}

let browser: Browser;
let page: Page;

async function openPage(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: CHROMIUM_ARGUMENTS });
  page = await browser.newPage({ viewport: { width: 740, height: 900 }, deviceScaleFactor: 2 });
  // The pictures come from the same addresses and the same drawing as in the product; nothing else is reached.
  await page.route('**/*', async (route) => {
    const token = /^\/charts\/(.+)\.png$/.exec(new URL(route.request().url()).pathname)?.[1];
    const spec = token === undefined ? null : openChart(token, KEY, 0);
    return spec === null
      ? route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><meta charset="utf-8"><body></body>' })
      : route.fulfill({ status: 200, contentType: 'image/png', body: await drawChart(spec) });
  });
  await page.goto(ORIGIN);
  await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
  await page.addStyleTag({ content: `
    body { margin: 0; padding: 8px; } #card { box-sizing: border-box; border-radius: 4px; border: 1px solid #8886; }
    .ac-pushButton { font: 600 13px "Segoe UI", "Liberation Sans", sans-serif; padding: 6px 12px; border: 1px solid #8888; border-radius: 4px; background: none; color: inherit; margin: 0 0 6px; }` });
}

async function draw(name: string, theme: Theme, width: number): Promise<Drawn> {
  const answer = ANSWERS[name];
  if (answer === undefined) {
    throw new Error(`no sample called ${name}`);
  }
  const ground = { light: '#f5f5f5', dark: '#1f1f1f', contrast: '#000000' }[theme];
  const told = JSON.stringify({ card: themed(cards.render(answer), theme), config: HOST_CONFIGS[theme], width, ground, ink: theme === 'light' ? '#242424' : '#ffffff' });
  await page.evaluate(`(${DRAW})(${told})`);
  await page.waitForFunction('[...document.images].every((image) => image.complete)');
  const drawn = await page.evaluate<Drawn>(MEASURE);
  await page.locator('body').screenshot({ path: path.join(PICTURES, `${name.replace(/\W+/g, '-')}-${theme}-${width}.png`) });
  return drawn;
}

/** The card with the pictures that Teams fetches for its theme; the reference renderer knows none but the first. */
function themed(card: object, theme: Theme): string {
  return JSON.stringify(card, (_key, held: unknown): unknown => (theme !== 'light' && isThemed(held) ? { ...held, url: held.themedUrls[0].url } : held));
}

const isThemed = (held: unknown): held is { readonly themedUrls: readonly [{ readonly url: string }] } => typeof held === 'object' && held !== null && 'themedUrls' in held;

// Both run in the page, which knows no TypeScript and no name of this file.
const DRAW = `({ card, config, width, ground, ink }) => {
  document.body.innerHTML = '<div id="card"></div>';
  document.body.style.background = ground;
  const place = document.getElementById('card');
  Object.assign(place.style, { width: width + 'px', color: ink });
  document.body.style.width = width + 'px';
  window.events = [];
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const shown = document.createElement('span');
    shown.textContent = text.replace(/\\\\([!-/:-@[-\`{-~])/g, '$1');
    result.outputHtml = shown.innerHTML;
    result.didProcess = true;
  };
  const context = new AdaptiveCards.SerializationContext();
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(config);
  drawn.parse(JSON.parse(card), context);
  for (let at = 0; at < context.eventCount; at += 1) { window.events.push(context.getEventAt(at).message); }
  place.appendChild(drawn.render());
}`;

const MEASURE = `(() => {
  const card = document.getElementById('card');
  const right = card.getBoundingClientRect().right;
  const overflowing = [...card.querySelectorAll('*')].filter((element) =>
    element.getBoundingClientRect().right > right + 0.5 || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline' && element.clientWidth > 0);
  return {
    events: window.events,
    overflowing: overflowing.map((element) => element.tagName + ' ' + element.className + ': ' + element.textContent.slice(0, 80)),
    pictures: [...card.querySelectorAll('img')].map((image) => ({ alt: image.alt, width: image.naturalWidth })),
    links: card.querySelectorAll('a, b, em, strong, ul, ol, h1').length,
    text: card.innerText,
  };
})()`;

/** Texts that are a number and little else, and which of them take more than one line. */
const NUMBERS = `(() => {
  const numbers = [...document.querySelectorAll('.ac-textBlock')].filter((element) => /^[(−]?£?\\d[\\d.,]*[%m)]*( \\w+)?$/.test(element.textContent));
  const lines = (element) => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).fontSize);
  return { numbers: numbers.length, broken: numbers.filter((element) => lines(element) > 1.9).map(({ textContent }) => textContent) };
})()`;

/**
 * An element it does not know is said once and replaced by its fallback; and it takes two-letter languages alone,
 * where Teams takes en-GB. Anything else is a fault of ours.
 */
const EXPECTED = /^Unknown element type|^Invalid value "en-GB" for property "lang"/;

const VIEWS: readonly (readonly [Theme, number])[] = [['light', 320], ['dark', 320], ['light', 700]];

describeInBrowser('a card in the reference renderer', () => {
  beforeAll(openPage);
  afterAll(async () => {
    await browser.close();
  });

  test.each(Object.keys(ANSWERS))('of %s reads in light and dark, on a phone and on a desktop, with nothing cut off', async (name) => {
    for (const [theme, width] of VIEWS) {
      const drawn = await draw(name, theme, width);
      expect(drawn.overflowing).toEqual([]);
      expect(drawn.text).not.toContain('${');
      expect(drawn.links).toBe(0);
      expect(drawn.events.filter((event) => !EXPECTED.test(event))).toEqual([]);
      for (const picture of drawn.pictures) {
        expect(picture.alt).not.toBe('');
        expect([1024, 96]).toContain(picture.width);
      }
    }
  });

  test.each(['a deficit', 'activity against plan', 'value', 'comparison'])('of %s breaks no number across two lines on a phone', async (name) => {
    await draw(name, 'light', 320);
    const { numbers, broken } = await page.evaluate<{ readonly numbers: number; readonly broken: readonly string[] }>(NUMBERS);
    expect(broken).toEqual([]);
    expect(numbers).toBeGreaterThan(0);
  });

  test('shows status, number, target and picture to a client that knows neither charts nor badges, in high contrast', async () => {
    const drawn = await draw('value', 'contrast', 320);
    for (const words of ['ENT · October 2026', 'DNA rate', 'Off target', '8.1%', 'Target below 5%', '3.1 percentage points over', '235 missed appointments', 'Data to 31 October 2026', 'Demonstration data', 'Show working']) {
      expect(drawn.text).toContain(words);
    }
    expect(drawn.pictures.map(({ alt, width: pixels }) => [alt.split(':')[0], pixels])).toEqual([['Variation', 96], ['Assurance', 96], [expect.anything(), 1024]]);
  });
});
