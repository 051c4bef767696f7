import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const BYTES = 32;

/**
 * The key of a name: derived from what all instances share, so that each has the same one, or else kept in a folder.
 * Source: HKDF, RFC 5869.
 * @param shared null where nothing is shared
 */
export async function keyOf(name: string, { shared, folder }: { readonly shared: string | null; readonly folder: string }): Promise<Buffer> {
  return shared === null ? keptSecret(folder, name) : Buffer.from(hkdfSync('sha256', shared, '', name, BYTES));
}

/**
 * A random secret that outlives restarts, kept in a file that only its owner may read. Two processes that start at once
 * end with the same secret: the file is created by one of them and read by both. `name` is the file's name in `folder`.
 */
export async function keptSecret(folder: string, name: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  // Written whole under a name of its own and then linked, so that nobody ever reads half a secret.
  const mine = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(mine, randomBytes(BYTES).toString('base64'), { flag: 'wx', mode: 0o600 });
  try {
    await link(mine, file);
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')) {
      throw error;
    }
  } finally {
    await rm(mine);
  }
  const secret = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (secret.length !== BYTES) {
    throw new Error(`${file} does not hold a secret; delete it and start again`);
  }
  return secret;
}
