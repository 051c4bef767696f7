import { PASSING_VERBS } from './passing-verbs';

/**
  * Words of ordinary English that narrow no figure of a hospital: how somebody speaks of asking, of seeing and of being
  * told, and what they make of it. A question may hold them without being another question; they are named the
  * all the same, so that nothing is passed over in silence. What could stand for a kind of patient, of care, of
  * place or of time is never among them.
  */
export const PASSING_WORDS: ReadonlySet<string> = new Set([...PASSING_VERBS, ...`
  slide slides footnote
  banked fancy put putting differ differs differed
  accordingly achievable adequately admit admittedly alarming alarmingly alike altogether amazing amazingly annoying annoyingly anyhow anyway apologise approx argue argued
  arguing arise arisen assume assumed assuming assure astonishing attempt attempting await aware badly bet big boring bothers brutal bullet casually
  caught cautious chap chase chased chasing cheeky circa claimed claiming clue colossal comfortable comfortably comparably compelling
  conclude concluded consistent consistently convince convinced crazy crucial cry daft damn dare deal dealing decide decided deciding
  decidedly demonstrate demonstrates depressing desperate desperately dig digging disappointing disappointingly doubt doubtful dramatic dramatically
  dreadful dunno educated embarrassing encouraging enormous enormously equally evidence evident evidently evidenced exaggerate excellent exceptionally exciting excuse extremely
  fab fabulous famous fantastic fascinating fella fishy flag flagged flagging flags forgot forgotten fortunately frankly freaking frequently funny genuine gigantic
  glaring glimpse goodness gradual gradually grand grateful great greatly grim grumble grumbled grumbling guessing hear heavily hint hopeless horrendous horrible horribly huge hugely
  hunch hurry ignorant illustrate immediately immense incredibly inevitable inevitably insist insisted intending intrigued involved justify keener land landed landing
  likewise loads lots lucky manage marked markedly massive massively maths merit mince miraculous mistaken moan moaned moaning moderately
  mystery nag nagging naughty nightmare nonsense notably nudge obvious occurred odds offence ominous openly optimistic overly overwhelming painful
  painfully pathetic pessimistic phenomenal plainly plausible pleased pleasing pointless polite poke predictably pressing pretend pretending proof proud prove proved
  proves proving queries quote quoted quoting ramp random randomly rapidly rarely react realistic realistically reassure reassured reassuring reassuringly
  reckoned recollect reluctant remarkable remarkably remotely repeatedly respectable reveals ridiculous ridiculously rings rotten rumour rumoured sake salient scandal
  scary scratch scratching sharp sharply shining shy significantly skeptical sceptical slate slap slippery smashing sneak sneaky sobering spectacular
  spectacularly spot spotted squeeze stack staggering stagger startling steadily steady steep stellar stern striking strikingly stubborn stunning stupidly substantial
  substantially sudden supposedly suspect suspicious suspiciously swear tally tame tell-tale tempted tense terrific thankful thankfully thoroughly
  thoughtful thrilled tight tons touchy tough traction tremendous troubled troubling twig unacceptable unbelievable unbelievably uncertain understandable
  understandably undoubtedly unfair unlikely unlucky unrealistic unreasonable upsetting urgh usefully vast vastly visibly vouch wary whack
  whopping wild wildly willing wobble wobbly wonderful wonderfully worries worst-case worthwhile yikes
  paragraph revert
  another set using attached here double settle argument impact damage newbie feel taste convinced underperforming underperform ran
  able absolutely accurate add advise afraid ahead allow allowed along alongside always among amongst analysed analysing answer 
  anything apparently appear appears appreciate appreciated approximately around arrange ask asked asking asks awful awfully
  basically basis because begin behave behaving believe bit bloody boss bother brief briefly broadly bunch carried carry certain certainly chance
  checking clarify clearly colleague comes comment committee compile concerned concerning confirm confirmed confusing consider considered context
  correct correctly could couple curiosity curious dear decent definitely describe described describes detail detailed details determine
  directly discuss discussed discussing doing drafting easily easy else enough enquiry ensure entirely especially essentially
  establish etc exec execs expect expecting eyeball fair fairly feel feeling felt fetch figured finally finding fine follows
  fully generally genuinely gist give given gives giving glad glance goes gone gonna got gotta grab guess handy happen happened happening
  happens happy hate having heard help helpful hers highlight hmm hold holding honest honestly hoped hopefully how however idea ideally
  ideas imagine important impression indeed info inform information intend interested interesting issue itself job keen keep keeping kind kinda
  kindly knew know knowing knows largely later leave let letting like literally little looked looks lovely lowdown luck made mainly make makes making
  manager many matter maybe mean meaning means meant mention mentioned merely mess might mind miserable moment mostly much my myself neat
  necessary needed needing nevertheless nice nicely note noted notes nothing notice noticed obviously occasionally odd offending often oh one ones
  opinion ordinary otherwise ought ourselves outline outright overview panic particular particularly perhaps personally pinch pls pointed pop
  possible possibly prefer prep prepared preparing presenting presumably pretty previously probably proper properly provide provided puzzled query
  question questions quick quickly quiet quite rather ready real realise reality really recall receive received receives reckon recorded
  regard regarding regards relevant rely remember remembering remind require respect respectively respond retrieve reveal roughly rubbish rush said
  saw say saying says see seeing seem seemed seemingly seems sense sensible sent separately setting shall shocking shout show
  showed showing shown shows silly simple simply sit slight slightly slowly somehow something sometimes somewhat somewhere soon sort sorts sound
  sounds speak specific specifically spoke stands stare stated states stick still strange stuff stupid suddenly suggest suggested
  suggests suit suppose supposed sure surely surprised surprising take taken takes taking talk talking tell telling tells terrible terribly thank
  theirs themselves thing things think thinking though thought thoughts throw tidy told too took tracked translate tricky trouble true truly try
  trying turned ugly ultimately unclear understand understanding unfortunately unsure unusual upset us usual usually vaguely varies vary very via
  viewed views vital want wanted wanting wants watching way ways weird welcome went were whatever whenever whereabouts wish wonder
  wondered wondering wording words worried worry worrying worth would write writing written wrote yes yet yourself
  abide accept acceptable accused address afford afterwards agree agreed allows almost announce announced anymore anyways apologies apologize
  appeared appearing appropriate approach arises ashamed assist assistance attempted attitude awesome awkward background backing barely
  basic beautiful became become becomes becoming beg behalf belief believed believes believing belong bets blah blame boils bored bring
  bringing brilliant buckets bung calm candid careful carefully challenge challenged challenges chances cheat choice choose chuck clever coincidence
  comfort comments commonly completely completing complicated concept conclusion confess confident confirms confusion considerable considerably
  considering contrast convincing cope coping courage curiously deadline debate definite deserve desire despite developing differently difficulty
  disagree disappear disappeared disappointed disappointment disaster discover discovered discovery discussion discussions disgusting doubts draft
  drafted dread dream dreaming edit effective effectively effort efforts embarrassed emphasis encourage encouraged endless enjoy enjoyed enjoying
  essay exact example exceptional excited excitement executive executives explaining explanation explains express expressed extent extraordinary
  facing fact facts familiar fashion fears feelings feels finest fix focus focused focusing fond fool forever forgive front
  frustrating frustrated fun gather gathered generous gloomy grabbed grief guilty habit happily harder hardly hated helping helpless hitherto
  hopeful hurt hurts ideal identical identified identify illustrates imagination imagined imagining impossible impress impressed impressive improper
  inclined incredible indicate indicated indicates indicating indication influence informed inquiry insane insight inspired instance intense intent
  intention intentions interact interests introduced invite invited involves irrelevant issues jealous joke jokes joking kidding lad ladies laugh
  laughing leadership learn learned learning learns learnt lesson lessons likes listen listened listening logic mad magic magnificent maintain
  managed managing manner matters meaningless mentions messed miracle misery misled mistake mistakes mood mysterious nasty necessarily nervous noble
  noises noticeable noticeably nowhere nuts objective objectives observe observed obsessed obtain obtained occasion occur occurs offer offering
  ongoing opinions option options organise organised outdated outlook overlooked owe panicking paranoid pardon participate passion patience pause
  peculiar perfect perfectly personality perspective pity plead pleasant pleasure plenty pointing positively possibility potentially praise pray
  precious precisely preferably preparation prepare prepares preserve pressured primarily principle principles prize proceed produce produced
  produces producing promise promised promising propose proposed provides providing purpose purposes pursue push pushing quietly raise raised
  realised realises realize realized reasonable reasonably recognise recognised refer regarded regardless regret relating relation relatively relax
  reliable relieved remain remained remains reminded reminding reply repeat represent represents request requested requirement resolve resolved
  restless revealed riddle rude sad sadly scared scream search searching secret seeking seriously settled sharing
  shocked shortly shouting sigh sight significance simplest situation situations smart smile smooth somebody sorted sounded sounding spark speaking
  specified spirit spite splendid spoil spoken statement statements story stories straightforward stress stressed strictly struggle struggled stuck
  stunned subject surprise surprises surprisingly sweet sympathy system tempting tend tends terms theory thinks threatening tip tips tone topic
  topics totally touching treatment trivial trusting truth unable unaware uncomfortable understands understood unexpected unexpectedly unfortunate
  unpleasant unreal unwilling useless vague various vision warn weigh whatsoever whereas wherever whichever whilst wise wow writes wrong
  technically officially came living lay member members eliminated strategy strategic cropped mates operating
`.trim().split(/\s+/)]);
