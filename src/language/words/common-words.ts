/**
 * Frequent words of English that are one slip away from a word of the catalogue: "strike" and stroke, "male" and made.
 * Whoever types one of them means it, so it is never put right in silence; the near word is offered.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(`
  asked banked booked charged comes counted covered dragged drawn earlier faced feared filled gained going handed helped hired induction joined kept
  landed leads learned liked lined listed looked loved marked missing moaned named nursed owed owned paid picked played pointed posted printed pulled
  pushed raised reading rested risked ruled rushed saved seemed served shown signed sorted spent staffed started stayed stopped talked tested tried trying
  turned used walked wanted warned washed worked sitting given taken writing giving having keeping leaving losing meeting moving paying pulling
  able actually advanced allow along alter anyone around audit await bake bare base beach bear beat bell bend bind black blank blow bold
  bond boom boot border bother bound bowl boxes brand bread bright broke bunk cake came cancel card carer carers cart cash cast cease cell
  chance charge charges chat chose clone closed closer coast coat coded cold combine cope core court created crop cross cure dare dead deal
  dear decent decision decline deliver delivered denial derive dies difficult divide drain drive driven dull ease easter easy eight
  election even ever excuse fail fake fame fast fear feet fell fever fifty fight file filling fine five flat flood flower fold folder
  followed food foot forget forgot fork fort forth forward found fuel game gate gear generate goes gold gown grain halt hang harm hate head
  heads heard heat held hell hero hide hills hire hole home hood horse host james jest joint keep kill king lack lake land lane later leaf
  leak lean leap leeds lend lent lies life lift light lime link live lived lives loan lone lord lose mail make makes making male males
  master meal meat mend mere mess metal mice mind minds mine mode moon moral moth mother mount mouth move moves must names narrow near
  nearly neat nest network newer nine noise none note notes operator orange outcome outside oven overcome pace pack paint pants part parts
  pass paste personal pick pill pilot plain plane plant plate plug poll port pose pound pounds pour power powers prevent previously print
  protect protected provided race rain react read real rear recover reduced regional removed rent required reset resort restart rice ride
  ring rise road roam role roof rope rose rust safe sake sale sand save saves saying says scale scales seed seek sell sent separate serve
  sets setting settings shade shake shame shape sharp shirt shoot shore shot shut sing slept slice slide slides slow slower smart soft sold
  someone song soon sore sound spare spin spit spot stable stage stake star stare stated stiff still stole strike strikers strikes stuff
  style sure surge talking tall tape teach tear tend tent text thin though threat three tide tight tile told tone toss tough tour tower
  towers town trace tracking trailing train trains trick truck unite used vary vast vice wake wall wanting warm water weak wealth wear weed
  weigh west whale while whose wife wind wine wing wipe wire wise woman wood word words wore worker worn wound writing yard zone
`.trim().split(/\s+/));
