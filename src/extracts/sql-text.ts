/** A name as a quoted SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as a quoted SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Texts as a SQL list literal. */
export const literals = (texts: readonly string[]): string => texts.map(literal).join(', ');
