/** Forenames common in the United Kingdom among adults and children. A column of people holds several of them. */
export const FORENAMES: ReadonlySet<string> = new Set(`
  aaliyah aaron abdul abdullah abigail adam adrian ahmed aisha alan albert alex alexander alexandra alfie ali alice alison amanda amelia amina amir
  amit amy andrea andrew angela anita anil ann anna anne anthony archie arthur ashok ava ayesha barbara barry beatrice benjamin bernard bethany beth betty
  brenda brian bruce carl carol caroline catherine charles charlie charlotte chloe christina christine christopher claire colin craig daisy daniel darren
  david dawn dean deborah deepak denise dennis derek diane donald donna doreen dorothy douglas dylan edward eileen elaine eleanor elizabeth ella ellie emily
  emma eric ernest ethan eva evelyn evie farah fatima fiona florence frances francis frank fred frederick freya gail gareth gary geoffrey george georgia
  gerald gillian gita gladys glenn gordon graham grace gurpreet hannah hardeep harold harpreet harriet harry hassan hazel heather helen henry hilary howard
  hugh ian ibrahim imran irene isaac isabella isla ismail ivy jack jackie jacob jacqueline jake james jamie jane janet janice jasmine jason jaswinder jayden
  jayesh jean jennifer jeremy jessica jill joan joanna joanne joe joel john jonathan joseph joshua joyce judith julia julian julie june karen karl kate
  katherine kathleen katie keith kelly kenneth kevin khadija kieran kimberley kiran lakshmi laura lauren lawrence leah lee leon leonard lesley leslie lewis
  liam lily linda lisa logan lorraine louise lucas lucy luke lynn lynne malcolm manjit maria marian marie marilyn marion marjorie mark margaret martin mary
  maryam matthew maureen mavis megan melanie melissa mia michael michelle mohamed mohammad mohammed muhammad mohan molly monica muriel nadia naomi natalie
  natasha neil nicholas nicola nigel noah nora norma norman oliver olivia oscar pamela patricia patrick paul paula pauline peter philip phyllis poppy priya
  rachel rahul raj rajesh ralph ramesh raymond rebecca reginald rekha richard rita robert robin roger ronald ronnie rosemary rosie roy ruby russell ruth
  ryan sally samantha samuel sandra sanjay sara sarah scott sean sebastian shabana shamim sharon shaun sheila shirley simon sita sofia sophia sophie stanley
  stella stephanie stephen steven stuart sunil suresh susan suzanne sylvia tanya teresa thelma theo theresa thomas timothy tina toby tony tracey tracy trevor
  usha valerie vanessa vera victor victoria vijay vincent violet walter wayne wendy wilfred william winifred xavier yasmin yusuf yvonne zachary zahra zainab zoe
`.trim().split(/\s+/));
