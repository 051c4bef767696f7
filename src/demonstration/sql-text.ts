/** A table of constants, to stand in a `from`. Texts are quoted; every row has as many values as there are columns. */
export function valuesTable(rows: readonly (readonly (string | number)[])[], columns: readonly string[]): string {
  const lines = rows.map((row) => `(${row.map(sqlConstant).join(', ')})`);
  return `(from (values ${lines.join(',\n')}) as constants(${columns.join(', ')}))`;
}

/** A text or number as SQL writes it. */
export function sqlConstant(value: string | number): string {
  // An exponent makes it a DOUBLE: decimals would multiply to more digits than a DECIMAL holds.
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : Number.isInteger(value) ? String(value) : `${value}e0`;
}
