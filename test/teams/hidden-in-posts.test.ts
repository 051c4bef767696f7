import { CHANNEL, GrantedHouse, Shared } from './granted-house';

/** May see small numbers, which the channel may not. */
const LEAD = 'lead';
/** 5 missed of 25 is 20.0%. */
const FEW = /20\.0%|0\.2\b|of 25\b/;

const shared = Shared.overPeople();
let one: GrantedHouse;
beforeEach(async () => { one = await GrantedHouse.open(shared, [{ users: [LEAD], may: ['small-numbers'] }, { conversations: [CHANNEL], guests: 'none' }]); });
afterEach(() => one.house.close());

test('a digest of a hidden figure is posted with a star, whoever set it up, and its own chat has the number', async () => {
  expect((await one.say(LEAD, 'post DNA rate for Ophthalmology here every Monday at 8')).said).toMatch(/^Set up: /);
  expect((await one.say(LEAD, 'DNA rate for Ophthalmology', 'alone')).all).toMatch(FEW);
  const { posts, all } = await one.later();
  expect(posts).toEqual([['channel', expect.stringContaining('DNA rate for Ophthalmology is hidden in July 2024, because 1 to 7 people could be recognised')]]);
  expect(all).toContain('"text":"Hidden"');
  expect(all).not.toMatch(FEW);
});

test('a digest of a split is posted with the parts that may be shown and without the others’ numbers', async () => {
  await one.say(LEAD, 'post DNA rate by specialty here every Monday at 8');
  const { all } = await one.later();
  // By hand: 40 missed of 440 in General Surgery is 9.1%. Ophthalmology has 5, and would follow from the whole trust and ENT.
  for (const text of ['General Surgery', '9.1%', 'ENT', 'Ophthalmology', '\\\\*']) {
    expect(all).toContain(`"text":"${text}"`);
  }
  expect(all).not.toMatch(FEW);
});
