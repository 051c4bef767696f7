/** The part of a logger that loading needs; pino's has it. */
export interface ExtractLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
