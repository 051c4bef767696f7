import { messageOf } from './fault';

/** Kinds of error that the engine names first in what it says, as in "Conversion Error: …". */
const KIND = /^(?:[A-Z][A-Za-z]+ ){1,3}Error(?=:)/;
const CAST_FROM = /\bsource column (\w+)\b/;

const firstLine = (error: unknown): string => messageOf(error).split('\n', 1)[0] ?? '';

/** What the engine says of a mapping's own SQL, without where files lie. It has seen no row, so that it can repeat none. */
export function reasonOfMapping(error: unknown): string {
  return firstLine(error).replace(/(["'])(?:[A-Za-z]:)?[\\/](?:(?!\1).)*\1/g, '(a path)')
    .replace(/(?<![^\s"'(=])(?:[A-Za-z]:)?(?:[\\/][^\s\\/"':)]+){2,}[\\/]?/g, '(a path)');
}

/**
 * The kind of an error that the engine met among the rows of a file, and the column where it is one of `columns`: nothing
 * else that it says, since it repeats the value that it stopped on.
 */
export function kindOfStop(error: unknown, columns: readonly string[] = []): string {
  const line = firstLine(error);
  const column = CAST_FROM.exec(line)?.[1];
  return `${KIND.exec(line)?.[0] ?? 'an error of the engine'}${column !== undefined && columns.includes(column) ? ` in column ${column}` : ''}`;
}
