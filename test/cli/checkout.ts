import { transformFileSync } from '@swc/core';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Given {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of the checkout that is laid out like it, and whose program runs instead. */
  readonly within?: string;
}

/**
 * A checkout of its own with the programs built from the source as it is now: nothing that a person has in theirs, a
 * `.env` or a `data` folder, is seen or touched. Data goes to its own `data`.
 */
export class Checkout {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tally-cli-'));

  constructor() {
    for (const name of ['node_modules', 'cards', 'deployment', 'src']) {
      symlinkSync(path.join(ROOT, name), path.join(this.folder, name), 'junction');
    }
    for (const entry of readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true })) {
      const source = path.join(entry.parentPath, entry.name);
      const built = path.join(this.folder, 'dist', path.relative(path.join(ROOT, 'src'), source));
      if (entry.isFile()) {
        mkdirSync(path.dirname(built), { recursive: true });
        if (entry.name.endsWith('.ts')) {
          const { code } = transformFileSync(source, { swcrc: false, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs', ignoreDynamic: true } });
          writeFileSync(built.replace(/\.ts$/, '.js'), code);
        } else {
          cpSync(source, built);
        }
      }
    }
  }

  /** A folder of the checkout with these files, written an hour ago: one that was written just now may not be whole yet. */
  folderWith(name: string, files: Readonly<Record<string, string>>): string {
    const folder = path.join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      writeFileSync(path.join(folder, file), text);
      const then = Date.now() / 1000 - 3600;
      utimesSync(path.join(folder, file), then, then);
    }
    return folder;
  }

  holds(name: string): boolean {
    return existsSync(path.join(this.folder, name));
  }

  remove(name: string): void {
    rmSync(path.join(this.folder, name), { recursive: true });
  }

  /** Runs a program of the command line to its end, as a shell would. */
  async run(program: 'ask' | 'audit' | 'check' | 'reach' | 'digest' | 'backup', args: readonly string[], { input = '', env = {}, within = '.' }: Given = {}): Promise<Outcome> {
    const folder = path.join(this.folder, within);
    const child = spawn(process.execPath, [path.join(folder, 'dist', 'cli', `${program}.js`), ...args], {
      cwd: folder, env: { PATH: process.env['PATH'], ...env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    // A program that ends before it reads leaves a broken pipe, which is its right.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const code = await new Promise<number | null>((settle, fail) => {
      child.on('error', fail);
      child.on('close', settle);
    });
    return { code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
