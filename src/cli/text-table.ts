/** A cell's text, and whether it stands at the right edge of its column. */
export interface TextColumn {
  readonly head: string;
  readonly right: boolean;
}

/**
 * Rows of text under their heads, in columns as wide as their widest cell, two spaces between; trailing blanks are cut.
 * @param rows each with one text a column
 */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = columns.map(({ head }, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells
    .map((cell, at) => (columns[at]?.right === true ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
    .join('  ')
    .trimEnd();
  return [line(columns.map(({ head }) => head)), ...rows.map(line)];
}
