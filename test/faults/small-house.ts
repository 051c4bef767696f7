import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Checkout } from '../cli/checkout';
import { freePorts } from '../deployment/ports';
import { FarSide } from './far-side';
import { People } from './people';
import { Program, type Running } from './program';

const ROOT = path.join(__dirname, '..', '..');
/** A question that the sample extract answers: two of five did not attend. */
export const QUESTION = 'DNA rate May 2024';
export const ANSWERED = 'DNA rate 40.0%';

/** The real program over a trust with one small extract, everything that is kept in a folder of its own, and people who ask. */
export class SmallHouse {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tally-faults-'));
  readonly farSide: FarSide;
  readonly people: People;
  readonly #checkout: Checkout;
  readonly #port: number;
  #program: Program | null = null;

  private constructor(checkout: Checkout, farSide: FarSide, port: number) {
    this.#checkout = checkout;
    this.farSide = farSide;
    this.#port = port;
    this.people = new People(farSide, () => this.program);
    for (const name of ['data', 'extracts']) mkdirSync(path.join(this.folder, name));
    const extract = path.join(this.folder, 'extracts', 'appointments.csv');
    copyFileSync(path.join(ROOT, 'deployment', 'samples', 'outpatient-appointments.csv'), extract);
    // One that was written just now may not be whole yet.
    utimesSync(extract, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
  }

  /** @param checkout where the program is built; it is left to whoever made it */
  static async open(checkout: Checkout): Promise<SmallHouse> {
    const [port = 0] = await freePorts(1);
    return new SmallHouse(checkout, await FarSide.open(), port);
  }

  /** The one that was begun last. */
  get program(): Program {
    if (this.#program === null) throw new Error('no program was begun');
    return this.#program;
  }

  /** Whether one was begun and still runs. */
  get isBegun(): boolean {
    return this.#program?.isAlive === true;
  }

  get data(): string {
    return path.join(this.folder, 'data');
  }

  /** The one before has to have ended: there is one port. */
  begin(otherwise: Partial<Pick<Running, 'config' | 'env' | 'under' | 'hasClock'>> = {}): Program {
    if (this.isBegun) throw new Error('the program before still runs');
    this.#program = new Program({ checkout: this.#checkout.folder, port: this.#port, farSide: this.farSide.port, config: path.join(ROOT, 'test', 'bench', 'trust'), extracts: path.join(this.folder, 'extracts'), data: this.data, ...otherwise });
    return this.#program;
  }

  async close(): Promise<void> {
    if (this.isBegun) await this.program.kill();
    await this.farSide.close();
    rmSync(this.folder, { recursive: true });
  }
}
