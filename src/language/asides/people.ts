/** What people of an office are, each a word that narrows no figure. Whoever gives care (a nurse, a surgeon) is one only as the subject of what is said. */
const POSTS = [
  'directors?', '(?:general )?managers?', 'matrons?', 'leads?', 'chair(?:man|woman)?', 'coo', 'dcoo', 'ceo', 'cfo', 'fd', 'dof', 'md', 'cmo', 'cno', 'neds?', 'd?gms?', 'boss', 'colleagues?', 'team', 'execs?', 'executives?', 'analysts?',
  'accountants?', 'secretary', 'officers?', 'heads? of (?:nursing|midwifery|ops|operations|service|performance|finance|information|planning)', 'partners?', 'head', 'governors?', 'deputy', 'registrars?', 'sister', 'nurses?', 'doctors?', 'clinicians?', 'surgeons?', 'anaesthetists?', 'bookers?', 'schedulers?', 'user', 'auditors?', 'mp', 'mps', 'non[- ]?execs?', 'trustees?', 'councill?ors?', 'council', 'unions?', 'staff side', 'journalists?', 'reporters?', 'ministers?', 'solicitors?', 'lawyers?', 'coroner', 'panel', 'dpos?', 'trainees?', 'students?', 'lot', 'folks?', 'guys', 'assistant', 'administrator', 'planners?', 'coder', 'coders', 'chief', 'president', 'chief of staff', 'office', 'department of health', 'pa',
];
/** Bodies that ask for figures. */
const BODIES = [
  'finance', 'the board', 'board', 'fic', 'icb', 'icbs', 'ics', 'nhse', 'nhs england', 'region', 'cqc', 'jag', 'girft', 'tlt', 'slt', 'etb', 'emt', 'emb', 'exec', 'execs', 'comms', 'audit', 'hosc', 'pmo', 'informatics', 'the regulator', 'healthwatch', 'the ombudsman', 'hr', 'ig', 'estates', 'procurement', 'bi', 'the pmo', 'contracts', 'contracting', 'commissioning', 'the centre', 'gmc', 'hssib', 'treasury', 'ministry', 'the press',
  'someone', 'somebody', 'everyone', 'everybody', 'people',
];
/** What a post is of. */
const OF_A_POST = [
  'finance', 'financial', 'medical', 'clinical', 'nursing', 'theatres?', 'wards?', 'service', 'deputy', 'divisional', 'senior', 'junior', 'site', 'business', 'operations', 'operational', 'ops', 'improvement',
  'transformation', 'performance', 'contracts?', 'contracting', 'programme', 'project', 'exec', 'executive', 'non[- ]exec(?:utive)?', 'chief', 'associate', 'assistant', 'bed', 'bookings?', 'pathway', 'access', 'quality', 'scrutiny', 'remuneration', 'new', 'acting', 'interim', 'regional', 'patient safety', 'audit', 'icb', 'nhse',
];

const OF_WHOM = '(?:(?:my|our|the|his|her|their|a|an|this|one of (?:my|our|the))\\s+)?';
const SEAT = '(?:\\s+(?:in|from|over in|at|of)\\s+(?:the\\s+)?(?:finance|informatics|bi|ops|operations|performance|comms|hr|pmo|icb|region|nhse|contracting|bookings|the office))?';

/** Somebody who asks for a figure or speaks of it, by what they are: "our finance director", "the chair", "FIC". */
export const WHO = `(?:${OF_WHOM}(?:(?:${OF_A_POST.join('|')})\\s+){0,3}?(?:${POSTS.join('|')}|${BODIES.join('|')})${SEAT}(?:\\s+(?:there|here))?)`;

/** How they ask for it. */
export const ASKED = '(?:(?:has|have|had|is|are|was|were|\'s|keeps?|kept|wants?|will|may|might|just)\\s+){0,2}(?:been\\s+)?(?:also\\s+|just\\s+|now\\s+)?(?:asked|asking|ask|asks|want|wants|wanted|wanting|need|needs|needed|wondering|wonders|chasing|chased|after|querying|queried|queries|keen|like|likes)';
/** How they speak of it. */
const SPOKE = '(?:(?:has|have|had|is|are|was|were|\'s|keeps?|kept)\\s+){0,2}(?:been\\s+)?(?:says?|said|saying|tells?|told|telling|thinks?|thinking|reckons?|reckoned|claims?|claiming|believes?|feels?|complains?|complaining|moaning|worried|convinced|suspects?|suspecting|argues?|arguing|insists?)';

/** "Finance have asked me for", "the chair wants": what stands before that which is asked for. */
export const ASKS_FOR = `${WHO}\\s+${ASKED}(?:\\s+(?:me|us|you))?(?:\\s+(?:to (?:know|see|have|find out|check|confirm)|for|about|if i (?:can|could)(?: get| find| send)?))?`;
/** "Our matron reckons that", "the surgeons keep telling me": what stands before that which is said. */
export const SAYS_THAT = `${WHO}\\s+${SPOKE}(?:\\s+(?:me|us|you))?(?:\\s+that)?`;
