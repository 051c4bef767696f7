import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, londonDay } from '../../src/calendar/day';
import { londonClock } from '../../src/calendar/instant';
import { generateDemonstration } from '../../src/demonstration/generate-demonstration';
import { writeOnTheDayExtract } from '../../src/demonstration/on-the-day-extract';

const MINUTE = 60_000;
/** Extracts of the nightly ones that are changed here: complaints, a row each, and monthly referrals of the years before. */
const SMALL = 'complaints.csv';

/** The demonstration trust's extracts, arriving anew as a trust's would. */
export class ArrivingExtracts {
  readonly folder: string;
  #rows = 0;

  constructor(scratch: string) {
    this.folder = path.join(scratch, 'extracts');
    mkdirSync(scratch, { recursive: true });
  }

  async make(): Promise<void> {
    await generateDemonstration({ folder: this.folder, today: londonDay(Date.now()) });
    await this.ofTheDay();
  }

  /** Last night's once more, with a row that was not in them. */
  nightly(): void {
    this.#rows += 1;
    const [year, month, day] = addDays(londonDay(Date.now()), -1).split('-');
    this.#put(SMALL, `${this.#read(SMALL)}S${String(this.#rows).padStart(9, '0')},${day}/${month}/${year},110,LRI\n`);
  }

  /** What the theatre system knows now. */
  async ofTheDay(): Promise<void> {
    const at = Math.floor(Date.now() / MINUTE) * MINUTE;
    await writeOnTheDayExtract({ source: this.folder, target: this.folder, readAt: londonClock(at), at });
  }

  /** @returns what puts back what was there */
  halfWritten(): () => void {
    const whole = this.#read(SMALL);
    this.#put(SMALL, whole.slice(0, whole.length - 12));
    return () => this.#put(SMALL, whole);
  }

  vanished(): () => void {
    const whole = this.#read(SMALL);
    rmSync(path.join(this.folder, SMALL));
    return () => this.#put(SMALL, whole);
  }

  /** The smallest extract becomes ten times as large: every complaint of it ten times, under references of their own. */
  tenTimesLarger(): () => void {
    const whole = this.#read(SMALL);
    const rows = whole.trimEnd().split('\n').slice(1);
    for (let copy = 1; copy < 10; copy += 1) appendFileSync(path.join(this.folder, SMALL), `${rows.map((row) => `X${copy}${row}`).join('\n')}\n`);
    return () => this.#put(SMALL, whole);
  }

  #read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Whole or not at all, as an export should. */
  #put(name: string, text: string): void {
    const draft = path.join(this.folder, `.${name}`);
    writeFileSync(draft, text);
    renameSync(draft, path.join(this.folder, name));
  }
}
