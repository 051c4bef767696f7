import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parseHeader, headOf, type CsvHeader } from './csv-header';
import { EvenLines } from './even-lines';
import { fileFault, type Fault } from './fault';
import { isMissing, stampOf, type FoundFile } from './found-file';
import type { ExtractLog } from './extract-log';
import { decoderOf, TextSniffer, type TextTraits } from './text-encoding';
import { sheetToCsv } from './workbook';

/** A private copy of an extract, taken whole. */
export interface StagedFile {
  readonly file: FoundFile;
  readonly path: string;
  /** SHA-256 of its contents, in hex. */
  readonly hash: string;
  /** Null for what is not text. */
  readonly traits: TextTraits | null;
}

/** A staged file in a form the engine reads: Parquet, or UTF-8 CSV with its header known. */
export interface ReadableFile {
  readonly source: FoundFile['source'];
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly csv: (CsvHeader & { readonly endsWithNewline: boolean }) | null;
}

const CHUNK = 1 << 20;
const HALF_WRITTEN = 'Wait for the export to finish, or export the file again';

/**
 * Copies `file` to `path`, hashing it on the way. Null where the file changed, was replaced or went away meanwhile:
 * such a copy may hold half of each and must not be read. Throws the reason of `signal` once it aborts.
 */
export async function stageFile(file: FoundFile, path: string, log: ExtractLog, signal: AbortSignal): Promise<StagedFile | null> {
  const hash = createHash('sha256');
  const sniffer = file.format === 'csv' ? new TextSniffer() : null;
  try {
    const input = await open(file.path);
    try {
      log.debug({ file: file.name, size: file.size }, 'copying extract');
      const output = await open(path, 'w');
      try {
        const buffer = Buffer.allocUnsafe(CHUNK);
        for (;;) {
          signal.throwIfAborted();
          const { bytesRead } = await input.read(buffer, 0, CHUNK, null);
          if (bytesRead === 0) {
            break;
          }
          const chunk = buffer.subarray(0, bytesRead);
          hash.update(chunk);
          sniffer?.push(chunk);
          await output.writeFile(chunk);
        }
      } finally {
        await output.close();
      }
    } finally {
      await input.close();
    }
  } catch (error) {
    if (isMissing(error)) {
      return null;
    }
    throw error;
  }
  const after = await stampOf(file.path);
  if (after?.stamp !== file.stamp) {
    return null;
  }
  return { file, path, hash: hash.digest('hex'), traits: sniffer?.traits() ?? null };
}

/** Makes a staged copy of `file` readable for the engine, or says why it cannot be. */
export async function makeReadable(file: FoundFile, staged: StagedFile): Promise<ReadableFile | readonly Fault[]> {
  const { hash } = staged;
  const readable = { source: file.source, name: file.name, hash };
  if (file.format === 'parquet') {
    const faults = await parquetFaults(file, staged.path);
    return faults.length > 0 ? faults : { ...readable, path: staged.path, csv: null };
  }
  if (file.format === 'csv') {
    return readableCsv(file, staged);
  }
  // Two mappings may read two sheets of one workbook.
  const path = `${staged.path}.${file.source.id}.csv`;
  const faults = await sheetToCsv({ source: file.source.id, name: file.name, path: staged.path, sheet: file.source.sheet }, path);
  if (faults.length > 0) {
    return faults;
  }
  const header = parseHeader((await headOf(path)).toString('utf8'));
  return headerFaults(file, header) ?? { ...readable, path, csv: { ...header, endsWithNewline: true } };
}

/** Parquet keeps its index at the end, so a file cut short has lost it. */
async function parquetFaults(file: FoundFile, path: string): Promise<readonly Fault[]> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const mark = async (position: number): Promise<string> =>
      (await handle.read({ buffer: Buffer.alloc(4), position })).buffer.toString('latin1');
    const starts = size >= 4 && (await mark(0)) === 'PAR1';
    const ends = size >= 12 && (await mark(size - 4)) === 'PAR1';
    if (starts && ends) {
      return [];
    }
    return [starts
      ? fileFault(file.source.id, file.name, 'looks half-written: the end of the Parquet file is missing', HALF_WRITTEN)
      : fileFault(file.source.id, file.name, size === 0 ? 'is empty' : 'is not a Parquet file', 'Export the file again')];
  } finally {
    await handle.close();
  }
}

function headerFaults(file: FoundFile, header: CsvHeader): readonly Fault[] | null {
  const folded = header.columns.map((column) => column.toLowerCase());
  const twice = folded.findIndex((name, index) => folded.indexOf(name) !== index);
  if (header.columns.length === 0) {
    return [fileFault(file.source.id, file.name, 'is empty', 'Export the file again; nothing was taken from it')];
  }
  // They are told by their places: the first row of a file without a header is somebody's record.
  return twice === -1 ? null
    : [fileFault(file.source.id, file.name, `columns ${folded.indexOf(folded[twice] ?? '') + 1} and ${twice + 1} are called the same`, 'Rename one of them in the export')];
}

async function readableCsv(file: FoundFile, staged: StagedFile): Promise<ReadableFile | readonly Fault[]> {
  const { traits } = staged;
  if (traits === null) {
    return [];
  }
  if (traits.holdsZeroBytes) {
    return [fileFault(file.source.id, file.name, 'looks half-written: it holds runs of zero bytes', HALF_WRITTEN)];
  }
  const decoder = decoderOf(traits.encoding);
  const header = parseHeader(decoder.decode(await headOf(staged.path)));
  const faults = headerFaults(file, header);
  if (faults !== null) {
    return faults;
  }
  const asIs = traits.encoding === 'utf-8' && !traits.hasUnevenLines;
  const path = asIs ? staged.path : `${staged.path}.utf8`;
  if (!asIs) {
    await rewrite(staged.path, path, traits, header);
  }
  return { source: file.source, name: file.name, hash: staged.hash, path, csv: { ...header, endsWithNewline: traits.endsWithNewline } };
}

/** Writes the file again as UTF-8 with even lines. */
async function rewrite(from: string, to: string, traits: TextTraits, header: CsvHeader): Promise<void> {
  const decoder = decoderOf(traits.encoding);
  const lines = new EvenLines(header.delimiter, header.columns.length);
  const output = await open(to, 'w');
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: CHUNK })) {
      await output.writeFile(lines.write(decoder.decode(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)))));
    }
    await output.writeFile(lines.write(decoder.end()) + lines.end());
  } finally {
    await output.close();
  }
}
