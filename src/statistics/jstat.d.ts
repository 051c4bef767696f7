/** The one function used of jStat, which ships no types of its own. */
declare module 'jstat' {
  export const jStat: {
    readonly chisquare: {
      /** The value that a chi-square variable with so many degrees of freedom stays below with this probability. */
      readonly inv: (probability: number, degreesOfFreedom: number) => number;
    };
  };
}
