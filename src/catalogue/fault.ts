/** Something wrong in a configuration file: where it is, what it is, and what to do about it. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** One fault on one line: "deployment/trust/targets.yaml:12: … — …". */
export function faultLine(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.message} ${fault.fix}`;
}
