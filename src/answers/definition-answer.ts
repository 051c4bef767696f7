/** A definition, as its card prints it. */
export interface DefinitionAnswer {
  readonly metric: string;
  readonly name: string;
  readonly plain: string;
  readonly numerator: string;
  readonly denominator: string | null;
  /** What stands between the two parts: the first divided by the second, or less the second. Null where there is no second. */
  readonly sign: '÷' | '−' | null;
  readonly exclusions: readonly string[];
  readonly targets: readonly { readonly words: string; readonly source: string; readonly where: string }[];
  readonly better: string;
  readonly owner: string;
  readonly source: string;
  readonly version: string;
  readonly caveats: readonly string[];
  readonly splits: readonly string[];
  /** What is done with the two parts: "One divided by the other, both added up first". */
  readonly kind: string;
  /** Procedure lists, price index, maturity, variable cost rate: each with its owner and date where it is the trust's choice. */
  readonly choices: readonly { readonly title: string; readonly words: string }[];
}
