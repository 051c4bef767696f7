/** What asks by itself what may be asked, whatever stands before it: "what sort of things may I ask you about". */
const ASKED = [
  'may i ask', 'could i ask', 'should i ask', 'might i ask', 'can i ask', 'can we ask', 'can people ask', 'am i able to ask', 'am i allowed to ask', 'can i put to', 'could i put to', 'are worth asking',
  'can you answer', 'do you answer', 'are you able to answer', 'could you answer', 'will you answer', 'do you cover', 'do you understand',
];
const OBJECTS = ['', 'you', 'about', 'you about', 'it', 'it about'];
/** What does so only behind "what": "can you show me theatres" asks for something. */
const DONE = [
  'can you tell me', 'could you tell me', 'are you able to tell me', 'can you tell me about', 'are you able to tell me about', 'can you show me', 'can you show', 'can you give me', 'can you give', 'can you help with', 'can you help me with', 'do you know', 'do you know about', 'do you have', 'do you hold',
  'can you do', 'can you do for me', 'do you do', 'can it do', 'does it do', 'can this do', 'does this do', 'can this thing do', 'does this thing do', 'can this bot do', 'does this bot do', 'can tally do', 'does tally do', 'are you for', 'is this for', 'can i use you for', 'can i use this for', 'can i get from you', 'can i find out',
];
const THINGS = ['', 'things', 'sort of things', 'sorts of things', 'kind of things', 'kinds of things', 'sort of thing', 'kind of thing', 'questions', 'stuff', 'queries', 'measures', 'metrics', 'indicators', 'kpis', 'data', 'information', 'info', 'topics', 'areas', 'else'];

/** Every phrase that asks what may be asked. */
export const HELP_PHRASES: readonly string[] = [
  ...ASKED.flatMap((asked) => OBJECTS.map((object) => `${asked} ${object}`.trim())),
  ...DONE.flatMap((done) => THINGS.flatMap((thing) => ['what', 'which'].map((which) => [which, thing, done].filter((word) => word !== '').join(' ')))),
  'what sort of questions', 'what kind of questions', 'what kinds of questions', 'what sorts of questions', 'what type of questions', 'help', 'commands', 'menu', 'examples', 'example questions', 'example question', 'sample questions', 'instructions', 'user guide',
  'how do i use', 'how do i use you', 'how do i use this', 'how does this work', 'how does this thing work', 'how does this bot work', 'how do you work', 'what are you', 'who are you', 'what is this', 'what is this thing', 'what is this bot', 'what are my options', 'what are you good at', 'what is available', 'what is on offer',
  'get started', 'where do i start', 'how do i start', 'what do i do', 'what do i type', 'how do i ask', 'how do i ask you', 'how should i ask', 'how can you help', 'how can you help me', 'how could you help', 'show me what you can do', 'tell me what you can do', 'list what you can do',
  'are you a robot', 'are you ai', 'are you an ai', 'are you human', 'are you a bot', 'are you real', 'are you a person', 'who made you', 'who built you', 'who runs you', 'can you do charts', 'can you do graphs', 'can you draw charts', 'can you draw graphs', 'can you do trends',
  ...['things', 'questions', 'measures', 'metrics', 'everything', 'what', 'all'].flatMap((thing) => ['you can measure', 'you can answer', 'you can do', 'you can tell me', 'you can show me', 'you can show', 'you have', 'you hold', 'you cover', 'i can ask', 'i can ask you', 'i can ask about', 'we can ask', 'are available'].map((can) => `${thing} ${can}`)),
  'list metrics', 'list the metrics', 'list measures', 'list the measures', 'list all measures', 'list all metrics', 'list of measures', 'list of metrics', 'all metrics', 'what metrics', 'which metrics', 'what measures', 'which measures', 'what measures are there', 'what metrics are there', 'which measures are there', 'which metrics are there',
];
