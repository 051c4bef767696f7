/** Every fault the program names, with the sentence a person is shown. Stable: scripts and logs rely on the codes. */
const FAULTS = {
  CONFIG_INVALID: 'The configuration is not valid.',
  CATALOGUE_INVALID: 'The metric catalogue is not valid.',
  EXTRACT_REFUSED: 'An extract was refused.',
  QUERY_TIMEOUT: 'That took too long and was stopped. Ask for a shorter period or fewer parts.',
  QUERY_INVALID: 'That request was not valid.',
  ENGINE_FAILED: 'The numbers could not be worked out just now. Try again in a minute.',
  AUDIT_FAILED: 'That could not be recorded just now, and what is not recorded is not answered. Try again in a minute.',
  STORE_FAILED: 'The state store did not answer.',
} as const;
export type FaultCode = keyof typeof FAULTS;

/** An error with a stable code. `message` is for logs; people are shown `sentence`, which never holds internals. */
export class TallyError extends Error {
  readonly code: FaultCode;
  readonly sentence: string;

  constructor(code: FaultCode, detail: string, options: { cause?: unknown; sentence?: string } = {}) {
    super(`${code}: ${detail}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'TallyError';
    this.code = code;
    this.sentence = options.sentence ?? FAULTS[code];
  }
}
