const ASKS = /^\s*(?:(?:so|and|but|also|ok|okay|please|pls|now|anyway|basically)[, ]+)*(?:what|whats|what's|how|hows|which|who|whos|why|where|when|can|could|might|shall|should|may (?:i|we|you)|would|will|is|are|do|does|did|has|have|show|give|tell|plot|please)\b/i;

/** Whether a sentence or a clause begins as one does that asks for something. */
export const asksForSomething = (clause: string): boolean => ASKS.test(clause);
