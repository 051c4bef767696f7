/** Why data was refused: where, what is wrong, and what to do about it. */
export interface Fault {
  /** The mapping, by its id; null where the fault is of no single one. */
  readonly source: string | null;
  readonly file: string | null;
  /** As a person counts rows in a spreadsheet: the header is row 1. */
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
  readonly remedy: string;
}

/** How many faults of one file and column are listed before the rest is only counted. */
export const LISTED_FAULTS = 20;

/** What an error says, whoever threw it. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** A fault of a file as a whole, or of the set of files. */
export function fileFault(source: string | null, file: string | null, message: string, remedy: string): Fault {
  return { source, file, row: null, column: null, message, remedy };
}

/** The fault as a person reads it: "outpatients.csv, row 14, column appointment_date: is not a date. …". */
export function faultSentence(fault: Fault): string {
  const place = [
    fault.file ?? (fault.source === null ? null : `mapping ${fault.source}`),
    fault.row === null ? null : `row ${fault.row}`,
    fault.column === null ? null : `column ${fault.column}`,
  ].filter((part) => part !== null).join(', ');
  return `${place === '' ? '' : `${place}: `}${fault.message}. ${fault.remedy}.`;
}
