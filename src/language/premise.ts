/** What a question takes for granted of a figure: "why is the DNA rate up" that it went up. */
export type Premise = 'up' | 'down' | 'worse' | 'better';

const SAID: Readonly<Record<Premise, RegExp>> = {
  up: /\b(?:up|ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|higher|grow(?:n|ing)|grew|climb(?:ed|ing)?|jump(?:ed|ing)?|spik(?:e|ed|ing)|shot up|surg(?:e|ed|ing))\b/i,
  down: /\b(?:down|fall(?:s|en|ing)?|fell|drop(?:ped|ping|s)?|decreas(?:e|es|ed|ing)|lower|declin(?:e|ed|ing)|dip(?:ped|s)?|slump(?:ed)?)\b/i,
  worse: /\b(?:worse(?:n(?:ed|ing)?)?|deteriorat(?:e|ed|ing|ion))\b/i,
  better: /\b(?:better|improv(?:e|es|ed|ing|ement))\b/i,
};

/** Words that go neither up nor down: "follow-up", "up to date", "break it down by". */
const NEITHER = /\bfollow[- ]?ups?\b|\bup to\b|\bset up\b|\b(?:break|broken|split|drill|drilled)(?: \w+){0,4} down\b/gi;

const DENIED = /\b(?:not|never|no|(?:is|has|have|did|does|do|are|was)nt)\b|n['’]t\b/i;

/** Which way a question takes a figure to have gone; null where it says nothing of it, both ways, or that it did not. */
export function premiseOf(text: string): Premise | null {
  const plain = text.replace(NEITHER, ' ');
  if (DENIED.test(plain)) {
    return null;
  }
  const said = (Object.keys(SAID) as Premise[]).filter((premise) => SAID[premise].test(plain));
  const [only] = said;
  return said.length === 1 && only !== undefined ? only : null;
}
