import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '../fault';
import { Entry, isFields, type Fields } from './entry';
import { YamlFile } from './yaml-file';

/** What a configuration file may hold, by its top-level keys. Any file may hold any of them. */
const SECTIONS = [
  'metrics', 'omit', 'dimensions', 'specialties', 'organisation', 'targets', 'extracts', 'ambiguities', 'not-held', 'milestones',
  'scorecards', 'events', 'procedure-lists', 'inflation', 'access', 'grants', 'questions', 'conversations', 'elsewhere', 'owners', 'abbreviations', 'digests',
] as const;
/** Sections that hold one thing and not a list. */
const SINGLE: ReadonlySet<Section> = new Set<Section>(['organisation', 'inflation', 'questions', 'access']);
export type Section = (typeof SECTIONS)[number];

/** Items that may be written on one line: a milestone as its phrase, a specialty as "code; name; synonym; synonym". */
const ONE_LINE: Readonly<Partial<Record<Section, (line: string) => Fields>>> = {
  milestones: (line) => ({ words: [line] }),
  specialties: (line) => {
    const [code, name, ...synonyms] = line.split(';').map((part) => part.trim());
    return { code, name, synonyms };
  },
};

export interface Folder {
  readonly entries: Readonly<Record<Section, readonly Entry[]>>;
  readonly faults: readonly Fault[];
}

const isSection = (key: string): key is Section => SECTIONS.some((section) => section === key);

function entriesOf(file: YamlFile, section: Section, value: unknown, faults: Fault[]): Entry[] {
  if (SINGLE.has(section)) {
    if (isFields(value)) {
      return [new Entry([{ file, path: [section], fields: value }])];
    }
    faults.push({ ...file.place([section]), message: `"${section}" is not a list of fields.`, fix: 'Write "field: value" lines under it.' });
    return [];
  }
  if (!Array.isArray(value)) {
    faults.push({ ...file.place([section]), message: `"${section}" is not a list.`, fix: 'Start each item with "- ".' });
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const fields = typeof item === 'string' ? ONE_LINE[section]?.(item) : item;
    if (isFields(fields)) {
      return [new Entry([{ file, path: [section, index], fields }])];
    }
    faults.push({ ...file.place([section, index]), message: `This item of "${section}" has no fields.`, fix: 'Write it as "field: value" lines.' });
    return [];
  });
}

function readFile(folder: string, name: string): YamlFile | Fault {
  const file = path.join(folder, name);
  const bytes = readFileSync(file);
  return unreadableText(file, bytes) ?? new YamlFile(file, bytes.toString('utf8'));
}

/** What hinders a file from being read as text at all: an editor that saved it otherwise than as UTF-8, or nothing in it. */
function unreadableText(file: string, bytes: Buffer): Fault | null {
  const fix = 'Save it again as UTF-8.';
  if (!isUtf8(bytes)) {
    return { file, line: lineOfFirstStray(bytes), message: 'This line holds a character that is not UTF-8, so it would be read wrongly.', fix };
  }
  if (bytes.includes(0)) {
    return { file, line: 1, message: 'The file is not plain text.', fix };
  }
  return bytes.toString('utf8').trim() !== '' ? null
    : { file, line: 1, message: 'The file is empty.', fix: 'Write a heading and what belongs under it, or delete the file.' };
}

function lineOfFirstStray(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    const to = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, to))) {
      return line;
    }
    from = to;
  }
  return 1;
}

/** Reads every YAML file of `folder`, in the order of their names. A folder that is not there is a fault, not an error. */
export function readFolder(folder: string): Folder {
  const entries: Record<Section, Entry[]> = {
    metrics: [], omit: [], dimensions: [], specialties: [], organisation: [], targets: [], extracts: [], ambiguities: [], 'not-held': [], milestones: [],
    scorecards: [], events: [], 'procedure-lists': [], inflation: [], access: [], grants: [], questions: [], conversations: [], elsewhere: [], owners: [], abbreviations: [], digests: [],
  };
  const names = namesIn(folder);
  if (names === null) {
    return { entries, faults: [{ file: folder, line: 1, message: 'There is no such folder.', fix: 'Give the folder that holds organisation.yaml.' }] };
  }
  const faults: Fault[] = [];
  for (const file of names.map((name) => readFile(folder, name))) {
    if (!(file instanceof YamlFile)) {
      faults.push(file);
      continue;
    }
    faults.push(...file.faults);
    if (file.faults.length > 0 || file.value === null) {
      continue;
    }
    if (!isFields(file.value)) {
      faults.push({ ...file.place([]), message: 'The file does not begin with a heading.', fix: `Begin with one of ${SECTIONS.join(', ')}.` });
      continue;
    }
    for (const [key, value] of Object.entries(file.value)) {
      if (isSection(key)) {
        entries[key].push(...entriesOf(file, key, value, faults));
      } else {
        faults.push({ ...file.place([key]), message: `"${key}" is not a heading.`, fix: `Use one of ${SECTIONS.join(', ')}.` });
      }
    }
  }
  return { entries, faults };
}

function namesIn(folder: string): string[] | null {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).sort() : null;
}
