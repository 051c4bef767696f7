import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NATIONAL_FOLDER, readCatalogue } from '../../src/catalogue/load';
import { readFolder } from '../../src/catalogue/loading/folder';
import type { Catalogue } from '../../src/catalogue/catalogue';
import type { Fault } from '../../src/catalogue/fault';

/** The least a trust's folder must hold. */
export const ORGANISATION = `organisation:
  name: A trust
  scope: Trust
  owner: An analyst
  date: 2024-04-01
`;

/** Read once for all the folders of a file. */
const national = readFolder(NATIONAL_FOLDER);

const made: string[] = [];

/** A folder of its own with these files; gone after the tests that call `forgetFolders`. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

export function forgetFolders(): void {
  made.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));
}

/** What the national definitions and a trust folder with these files come to; faults by file name alone. */
export function readWith(files: Readonly<Record<string, string | Buffer>>): { catalogue: Catalogue | null; faults: readonly Fault[]; warnings: readonly Fault[] } {
  const { catalogue, faults, warnings } = readCatalogue({ national, trustFolder: folderWith({ 'organisation.yaml': ORGANISATION, ...files }) });
  const byName = (fault: Fault): Fault => ({ ...fault, file: path.basename(fault.file) });
  return { catalogue, faults: faults.map(byName), warnings: warnings.map(byName) };
}

/** The same, where the files are expected to be good. */
export function catalogueWith(files: Readonly<Record<string, string>>): Catalogue {
  const { catalogue, faults } = readWith(files);
  if (catalogue === null) {
    throw new Error(JSON.stringify(faults, null, 1));
  }
  return catalogue;
}
