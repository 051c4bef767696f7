/**
 * Surnames common in the United Kingdom that are neither words of English, nor places, nor named diseases: a question may
 * hold one in small letters ("smith's lists"), where nothing else tells it from a word that is not known yet.
 */
export const SURNAMES: ReadonlySet<string> = new Set(`
  abdi adams adeyemi ahmed akhtar allen anderson andrews armstrong atkinson bailey banerjee barnes begum bennett bibi bradley campbell carr
  chan chapman chaudhry chauhan chen chopra choudhury chowdhury collins cunningham davidson davies davis desai dixon edwards ellis evans ferguson
  fernandes fernandez foster garcia gibson gill graham griffiths gupta hamilton harris harrison harvey henderson hughes hussain iqbal jackson
  jenkins johnson johnston jones joseph joshi kapoor kaur kelly khan knight kowalski kumar lawrence lawson lewis lloyd macdonald mackenzie mahmood
  malik marshall matthews mcdonald mehta mendes mensah miah mistry mitchell moore morgan morris mukherjee murphy murray nair nasir nguyen nowak
  okafor okonkwo okoro owen owens owusu pandey patel patil pearson perera pereira perry phillips powell qureshi rahman rao reddy reid reynolds
  richards richardson roberts robertson robinson rogers russell saunders shah shaikh sharma shaw sheikh siddiqui silva simpson singh smith
  spencer stevens stevenson stewart sullivan taylor thompson thomson tran verma walsh wang watkins watson webb wilkinson williams williamson wilson
  wong wright yang zhang
  bloggs burke byrne carter clark clarke dsouza doherty fitzgerald flynn gallagher kennedy macleod mccarthy mclean obrien oconnor odonnell okeefe oneill
  oreilly osullivan parker quinn turner
`.trim().split(/\s+/));
