/** What opens the note of words that an answer does not need. */
export const NOT_NEEDED = 'Not needed for the answer: ';
