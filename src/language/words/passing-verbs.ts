/**
 * What people do, say and feel around a question: verbs that narrow no figure of a hospital in any of their forms. None
 * is here that leaves something out ("skip", "drop"), is done to patients or lists ("book", "see"), or moves a figure.
 */
const REGULAR = `
   accomplish acknowledge adapt admire adopt advertise allege amaze amuse analyse annoy anticipate applaud appreciate assemble assert astonish
   attract await baffle bemoan boast bolster brace brag brainstorm brief brush calm canvass celebrate champion chat cheer chime circulate cite clap
  clarify collate commend commiserate communicate compile compose comprehend conceive conduct conjure congratulate consult contemplate contend converse convey convince craft crave criticise
  crunch dabble debate debrief decipher deduce deem defend delegate deliberate delight delve depict deserve devise dine disagree discern disclose discover dislike dispute
  dissect disturb divulge doubt draft elaborate elicit embark embarrass emphasise encounter encourage endorse endure enjoy enlighten entertain envisage envy
   evolve exclaim exert explore express fancy fascinate favour fear fiddle finalise flatter flounder formulate frown frustrate fumble gasp gather gauge
  gaze glance gossip grapple greet groan gripe guess hassle haunt hesitate hint hustle imagine imply impress infer infuriate inspect inspire interpret interrogate
  intervene intrigue invent investigate invoke irk jiggle jot juggle justify lament laugh lecture liaise listen loathe lobby loom lurk marvel meddle mediate mention mock
  mull multitask mumble muse mutter narrate negotiate nod notify nudge obsess orchestrate pacify paraphrase peek peer perplex persuade pester pinpoint
  plead ponder pore portray preach procrastinate promise proofread propose provoke publicise punish puzzle quiz ramble rant rationalise reassure rebut recall recite recognise rectify
  refine reflect refute rehearse reinforce reiterate rejoice relate relish remark resent respond revisit rummage ruminate savour scold scramble scribble scrutinise
  shrug sigh simplify skim smile sneak socialise speculate squabble squint stalk stammer stumble substantiate summon suspect tease testify thank tolerate toss tweak unearth underline
  unpack unpick urge utter visualise vouch wade wander whinge whisper wince wonder wrangle wrestle yell
`.trim().split(/\s+/);

const IRREGULAR = `
  bring brings bringing brought bear bears bearing bore borne choose chooses choosing chose chosen forgive forgave grasp grasps grasped grasping dream dreams dreamt dreaming
  overhear overheard overhearing misread misreading misunderstand misunderstood mistake mistook mistaken rethink rethinking rethought rewrite rewriting rewrote rewritten
  seek seeks seeking sought shake shaking shook speak speaks speaking spoke spoken swear swore sworn think thinks thinking thought
  understand understands understanding understood undertake undertakes undertaking undertook undertaken weep write writes writing wrote written
`.trim().split(/\s+/);

/** A regular verb as it is, with -s, -ed and -ing, and with a z where British English has an s. */
function formsOf(verb: string): readonly string[] {
  const stem = verb.replace(/e$/, '');
  const doubled = DOUBLED.has(verb) ? `${verb}${verb.at(-1)}` : stem;
  const forms = /[^aeiou]y$/.test(verb)
    ? [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`]
    : [verb, /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`, `${doubled}ed`, `${doubled}ing`];
  return /ise$/.test(verb) ? [...forms, ...forms.map((form) => form.replace(/is(?=e|ing)/, 'iz'))] : forms;
}

const DOUBLED: ReadonlySet<string> = new Set(['brag', 'chat', 'clap', 'jot', 'nod', 'skim', 'shrug', 'quiz']);

export const PASSING_VERBS: readonly string[] = [...REGULAR.flatMap(formsOf), ...IRREGULAR];
