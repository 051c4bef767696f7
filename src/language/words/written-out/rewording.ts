/** A way of writing, and the words for it. Only what has one meaning wherever it stands. */
export type Rewording = readonly [written: RegExp, instead: string];
