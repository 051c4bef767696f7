/** A calendar day in Europe/London, written YYYY-MM-DD, so that days compare and sort as text. */
export type Day = string;
