/** Where what is hidden is kept once it is worked out, under names that hold all it depends on. */
export interface KeptPatterns {
  /** Null where nothing is kept under the name. */
  read(name: string): Promise<string | null>;
  /** What cannot be kept is worked out again. */
  write(name: string, text: string): Promise<void>;
}

export const NOTHING_KEPT: KeptPatterns = { read: () => Promise.resolve(null), write: () => Promise.resolve() };
