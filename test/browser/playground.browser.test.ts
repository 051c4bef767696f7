import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { isFree } from '../deployment/ports';
import { CHROMIUM_ARGUMENTS, chromiumPath, describeInBrowser } from './chromium';
import { startLocally, type LocalStart } from './local-start';

const GROUP = 'Head and neck';
const CHANNEL = 'Theatres and outpatients';
/** Where this checkout's demonstration is made by the first Node, and found by the next. */
const FOLDER = path.join(tmpdir(), 'tally-demonstration-test', `npm-start-${createHash('sha256').update(__dirname).digest('hex').slice(0, 12)}`);
/** What serves it: its extracts, its snapshots, and what is hidden in them. */
const MADE = ['demonstration', 'held', 'patterns'];
const IS_ANOTHER_NODE = process.env['TALLY_TEST_ANOTHER_NODE'] !== undefined;
/** Where the demonstration trust sees ENT patients. */
const SITES = ['LRI', 'LGH', 'EMPCC', 'Community'];
/** What stands at the head of an answer, and on no greeting. */
const SCOPE = /ENT · \p{Lu}\p{L}+ 20\d\d/u;

// The whole demonstration trust is generated and loaded before the first question.
jest.setTimeout(360_000);

describeInBrowser('a person at the chat window of npm start', () => {
  let screenshots: string;
  let tally: LocalStart;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    // As where Node is brought up to date: what one made serves under the next.
    keep(IS_ANOTHER_NODE ? MADE : []);
    screenshots = process.env['SCREENSHOTS'] ?? path.join(FOLDER, 'screenshots');
    mkdirSync(screenshots, { recursive: true });
    tally = await startLocally(FOLDER);
    browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: CHROMIUM_ARGUMENTS });
    page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
    await page.goto(tally.address, { waitUntil: 'domcontentloaded' });
  });

  afterAll(async () => {
    await browser?.close();
    await tally?.interrupt();
    keep(IS_ANOTHER_NODE ? [] : MADE);
  });

  test('is told what to open and three things to type', () => {
    expect(tally.printed()).toContain(`http://localhost:${tally.playgroundPort}`);
    expect(tally.printed()).toContain('DNA rate for ENT');
    expect(tally.printed()).toContain('demonstration data');
  });

  test('asks for the DNA rate for ENT and reads the answer on a card', async () => {
    await open('Personal Chat');
    await say('DNA rate for ENT');
    const card = cards(SCOPE).last();
    // Nobody is answered before it is known what of older years may be shown.
    await card.waitFor({ timeout: 60_000 });
    await shot('personal-value');
    await expectValueCard(card);
  });

  test('presses By site and sees a row for each site', async () => {
    await press(/^By site$/i);
    const card = cards('LRI').last();
    await card.waitFor();
    await shot('personal-by-site');
    const text = await card.innerText();
    expect(text).toMatch(SCOPE);
    // A small number, and what would give it back, is a star.
    for (const site of SITES) expect(text).toMatch(new RegExp(`^${site}\\n+(?:━+.*\\n+)?(?:\\d+\\.\\d%|\\*)`, 'm'));
    expect(text).toMatch(/^\d+\.\d%$/m);
  });

  test('presses Show working and sees what the number is made of', async () => {
    await press('Show working');
    const card = cards('÷').last();
    await card.waitFor();
    await shot('personal-working');
    expect(await card.innerText()).toMatch(/\d[\d,]* ÷ \d[\d,]* = \d+\.\d%/);
  });

  test.each([
    ['channel', CHANNEL, 'Post'],
    ['group', GROUP, 'Send Message'],
  ])('mentions the bot in a %s and gets the same card', async (kind, name, send) => {
    await open(name);
    await say('DNA rate for ENT', { mention: true, send });
    const card = cards(SCOPE).last();
    await card.waitFor();
    await shot(`${kind}-value`);
    await expectValueCard(card);
  });

  test('stops everything with Ctrl-C', async () => {
    await browser.close();
    expect(await tally.interrupt()).toBe(0);
    expect(await isFree(tally.botPort)).toBe(true);
    expect(await isFree(tally.playgroundPort)).toBe(true);
  });

  const open = (name: string): Promise<void> => page.getByRole('treeitem', { name }).click();

  async function say(text: string, { mention = false, send = 'Send Message' } = {}): Promise<void> {
    await page.locator('div[role=textbox][contenteditable=true]').first().click();
    if (mention) {
      await page.keyboard.type('@');
      // Enter would post "@": the name has to be clicked.
      await page.getByRole('menuitem', { name: 'Tally' }).click();
      await page.keyboard.type(' ');
    }
    await page.keyboard.type(text);
    await page.getByRole('button', { name: send }).first().click();
  }

  const press = (name: string | RegExp): Promise<void> => page.locator('.ac-adaptiveCard').last().getByRole('button', { name }).click();

  const cards = (text: string | RegExp): Locator => page.locator('.ac-adaptiveCard').filter({ hasText: text });

  async function shot(name: string): Promise<void> {
    await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  }
});

/** Deletes all that is in the folder but that. */
function keep(what: readonly string[]): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const one of readdirSync(FOLDER)) if (!what.includes(one)) rmSync(path.join(FOLDER, one), { recursive: true, force: true });
}

/** Where and when, the number, its target, what it is made of, and that it is not a real trust's. */
async function expectValueCard(card: Locator): Promise<void> {
  const text = await card.innerText();
  expect(text).toMatch(SCOPE);
  expect(text).toMatch(/^\d+\.\d%$/m);
  expect(text).toContain('Target');
  expect(text).toContain('Demonstration data');
  expect(text).not.toContain('${');
  for (const name of [/^By site$/i, 'Last 12 months', 'Show working']) {
    expect(await card.getByRole('button', { name }).count()).toBe(1);
  }
}
