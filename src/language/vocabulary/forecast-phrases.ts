/** Who or what is asked about as to come. */
const WILL = [
  'will we', 'will we still', 'will it', 'will they', 'would we', 'we will', 'it will', 'they will', 'that we will', 'are we going to', 'is it going to', 'are they going to', 'are we likely to', 'is it likely to', 'is it likely we will',
  'do we expect to', 'can we expect to', 'do you think we will', 'do we think we will', 'how likely are we to', 'how likely is it that we will', 'any chance we will', 'any chance that we will', 'will the trust', 'is the trust going to', 'on the way to', 'on our way to', 'on schedule to', 'in line to',
];
/** What is asked of it. */
const DONE = [
  'hit', 'meet', 'make', 'reach', 'achieve', 'deliver', 'recover', 'clear', 'eliminate', 'miss', 'have', 'still have', 'have any', 'still have any', 'be', 'be at', 'be on', 'be over', 'be under', 'be above', 'be below', 'get', 'get to', 'get back to', 'get down to', 'get up to', 'get below', 'get above', 'get under', 'get over', 'end up', 'land', 'manage', 'come in', 'come out', 'get there', 'make it', 'manage to hit', 'still hit',
];
/** With "can" and "could" only what no one asks politely for: "can we get the DNA rate" is no forecast. */
const CAN = ['can we', 'can we still', 'could we', 'could we still', 'can it', 'can the trust', 'is it possible to', 'is it still possible to', 'is it realistic to', 'is it realistic that we', 'is it feasible to', 'is it doable to', 'are we able to', 'is there time to'];
const AIMED = ['hit', 'meet', 'make', 'reach', 'achieve', 'deliver', 'recover', 'clear', 'eliminate', 'get back to', 'get down to', 'get up to', 'get to', 'bring'];
const ODDS = ['chance', 'chances', 'likelihood', 'odds', 'prospect', 'prospects', 'hope', 'confident'];
const REACHING = ['hitting', 'meeting', 'making', 'reaching', 'achieving', 'delivering', 'recovering', 'clearing', 'getting to', 'getting back to', 'getting down to', 'getting under', 'getting below', 'getting over', 'getting above', 'getting', 'being', 'eliminating', 'us hitting', 'us meeting', 'us making', 'us reaching', 'us getting to', 'us clearing'];
/** How a time that is to come is asked for. */
const WHEN = [
  'when do we', 'when can we', 'when might we', 'when would we', 'when should we', 'when are we going to', 'when are we likely to', 'when do we expect to', 'when can we expect to', 'how long until', 'how long until we', 'how long till', 'how long till we', 'how long before we', 'how long will it take to', 'how long would it take to',
  'how long is it going to take to', 'how long will it be until', 'how soon will we', 'how soon can we', 'how soon could we', 'how quickly can we', 'how quickly will we', 'how quickly could we', 'how fast can we', 'by when will we', 'by when can we', 'what month will we', 'which month will we',
];
/** What is taken to go on as it is. */
const IF = [
  'if nothing changes', 'if nothing else changes', 'if things stay as they are', 'if we stay as we are', 'if it stays like this', 'if this continues', 'if it continues', 'if that continues', 'if things continue', 'if we continue like this', 'if we continue as we are', 'if we continue at this rate', 'if the trend continues', 'if trends continue', 'if we keep going', 'if we keep going like this', 'if we keep this up',
  'if we carry on like this', 'carrying on like this', 'on current performance', 'on current form', 'on current trajectory', 'on our current trajectory', 'on this trajectory', 'on present trends', 'on current trends', 'on the current trend', 'at this pace', 'at the current pace', 'at our current pace', 'at current rates', 'at our current rate', 'the way things are going', 'the way we are going', 'the way its going', 'as things are going', 'as it is going',
];
const WHERE = [
  'where will', 'where will we', 'where will we be', 'where will we be on', 'where will we be at', 'where will we end up', 'where will we land', 'where will we finish', 'where would we', 'where might we', 'where are we going to be', 'where are we going to end up', 'where are we going to land', 'where are we likely to be', 'where are we likely to end up', 'where are we likely to land', 'where do we expect to', 'where do we expect to be', 'where do we expect to land', 'where are we heading', 'where are we headed', 'where is it headed', 'where is it heading to',
  'what will', 'what will it be', 'what are we likely to', 'what can we expect', 'what should we expect', 'what do we expect', 'what is expected', 'what are we expecting', 'are we expecting', 'expected to', 'expecting to', 'headed', 'headed for',
];
/** What is left to be done. */
const LEFT = [
  'left to find', 'left to save', 'left to deliver', 'left to go', 'left to get', 'left to make', 'still to find', 'still to deliver', 'still to save', 'still to do', 'still to go', 'still to get', 'still to make', 'yet to find', 'yet to deliver', 'yet to save', 'more to find', 'more to save', 'more to deliver', 'still needed', 'still need to find', 'still have to find', 'do we still need', 'do we still need to', 'still need to', 'still have to',
  'what would need to happen', 'what would have to happen', 'what has to happen', 'what would have to change', 'what would need to change', 'what needs to change', 'needed to', 'required to', 'do we need to hit', 'do we need to reach', 'would we need to', 'would it take to', 'will it take to', 'it take to',
  'have to be for us to', 'for us to land on', 'for us to hit', 'for us to get to', 'for us to reach', 'for us to meet', 'for us to be at', 'need to be for us to', 'needs to be for us to',
  'need to be to', 'needs to be to', 'have to be to', 'has to be to', 'achievable', 'doable', 'deliverable', 'feasible', 'attainable', 'within reach', 'in reach', 'out of reach', 'still on', 'still realistic', 'is realistic', 'looking realistic', 'a realistic target',
];

/** Every phrase that asks how a figure will come out, or what it takes. */
export const FORECAST_PHRASES: readonly string[] = [
  ...WILL.flatMap((will) => DONE.map((done) => `${will} ${done}`)),
  ...CAN.flatMap((can) => AIMED.map((done) => `${can} ${done}`)),
  ...ODDS.flatMap((odds) => REACHING.flatMap((reaching) => [`${odds} of ${reaching}`, ...(odds === 'chance' || odds === 'hope' ? [`any ${odds} of ${reaching}`] : [])])),
  ...WHEN, ...WHEN.flatMap((when) => ['hit', 'meet', 'reach', 'get to', 'clear', 'be at', 'be rid of', 'get rid of', 'get below', 'get under', 'get down to', 'get back to'].map((done) => `${when} ${done}`)),
  ...['at risk of', 'risk of', 'in danger of', 'danger of'].flatMap((risk) => ['missing', 'not hitting', 'not meeting', 'not making', 'failing'].map((missing) => `${risk} ${missing}`)),
  'outlook', 'outlook for', 'outlook on',
  'how likely', 'how likely is it', 'how likely is it that', 'what are the chances', 'what are the odds', 'on the way to', 'on our way to',
  ...IF, ...WHERE, ...LEFT,
];
