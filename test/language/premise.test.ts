import { premiseOf } from '../../src/language/premise';

test.each([
  ['why is DNA rate up', 'up'], ['why has ACPL gone down in June', 'down'], ['what is driving the rise in late starts', 'up'], ['why did DNA fall', 'down'],
  ['why is ENT getting worse', 'worse'], ['why have waits improved', 'better'],
  // Says nothing of the way, or both, or denies it.
  ['why is DNA rate high', null], ['explain the change in DNA rate', null], ['why has it gone up in ENT and down in urology', null], ['why has the DNA rate not gone down', null], ["why hasn't it improved", null],
  // Words that go neither way.
  ['why did the new to follow-up ratio change', null], ['why did follow ups change up to June', null], ['break it down by site', null], ['why are overdue follow-ups rising', 'up'],
])('%s: %s', (text, premise) => expect(premiseOf(text)).toBe(premise));
