import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ExtractSource } from '../catalogue/extract-source';
import { fileFault, type Fault } from './fault';

export type FileFormat = 'csv' | 'parquet' | 'xlsx';

/** A file of the extracts folder that a mapping claims, as it was when it was looked at. */
export interface FoundFile {
  readonly source: ExtractSource;
  readonly name: string;
  readonly path: string;
  readonly format: FileFormat;
  readonly size: number;
  readonly modifiedMs: number;
  /** Everything about the file that changes when its contents do. */
  readonly stamp: string;
}

export interface Found {
  readonly files: readonly FoundFile[];
  readonly faults: readonly Fault[];
}

const FORMATS: Readonly<Record<string, FileFormat>> = {
  '.csv': 'csv', '.txt': 'csv', '.tsv': 'csv', '.parquet': 'parquet', '.xlsx': 'xlsx',
};

/** Whether a file name fits a pattern with `*`. Case does not matter: exports from Windows change it at will. */
function fits(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(name);
}

/** Hidden files and the lock files that Excel leaves beside an open workbook are nobody's extract. */
const isIncidental = (name: string): boolean => name.startsWith('.') || name.startsWith('~$');

/** What identifies a file's state on disk. The inode and change time catch a copy that keeps size and date. */
export async function stampOf(path: string): Promise<{ stamp: string; size: number; modifiedMs: number } | null> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path);
    return { stamp: [size, mtimeMs, ctimeMs, ino].join(':'), size, modifiedMs: mtimeMs };
  } catch (error) {
    if (isMissing(error)) {
      return null;
    }
    throw error;
  }
}

/** Whether an error says that a file is not there. */
export const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name).filter((name) => !isIncidental(name)).sort();
  } catch (error) {
    if (isMissing(error)) {
      return null;
    }
    throw error;
  }
}

/** The files of `folder` that each source claims, in name order, and what is missing. */
export async function findFiles(sources: readonly ExtractSource[], folder: string): Promise<Found> {
  const names = await namesIn(folder);
  if (names === null) {
    return { files: [], faults: [fileFault(null, null, `the extracts folder ${folder} does not exist`, 'Create it, or correct the path of the extracts')] };
  }
  const files: FoundFile[] = [];
  const faults: Fault[] = [];
  for (const source of sources) {
    const claimed = names.filter((name) => fits(source.files, name));
    if (claimed.length === 0 && !source.optional) {
      faults.push(fileFault(source.id, null, `no file matches ${source.files} in ${folder}`,
        'Put the extract there, or correct "files" in the mapping'));
    }
    for (const name of claimed) {
      const path = join(folder, name);
      const format = FORMATS[extname(name).toLowerCase()];
      const state = await stampOf(path);
      if (format === undefined) {
        faults.push(fileFault(source.id, name, 'is not a CSV, Parquet or XLSX file', 'Export it in one of these forms'));
      } else if (state !== null) {
        files.push({ source, name, path, format, ...state });
      }
    }
  }
  if (files.length === 0 && faults.length === 0) {
    faults.push(fileFault(null, null, `no extract was found in ${folder}`, 'Put the extracts there, or correct the path of the extracts'));
  }
  return { files, faults };
}
