import type { Feature, Role } from './meaning';

const VERSUS = [
  'vs', 'v', 'versus', 'compared with', 'compared to', 'compare with', 'compare to', 'comparing to', 'comparing with', 'in comparison to',
  'in comparison with', 'against', 'relative to', 'alongside', 'next to', 'better than', 'worse than', 'different from', 'different to', 'rather than', 'instead of', 'than', 'up on', 'down on',
];
const PREVIOUS = ['quarter before', 'week before', 'day before', 'previous quarter', 'previous week', 'previous day', 'prior quarter', 'prior week', 'month prior', 'one before', 'previous', 'previous month', 'month before', 'prior month', 'previous period', 'period before', 'before', 'last time'];
const LAST_YEAR = ['same point last year', 'same point a year ago', 'same quarter a year ago', 'same week a year ago', 'same time a year ago', 'this point last year', 'this month last year', 'this quarter last year', 
  'last year', 'same month last year', 'same period last year', 'same time last year', 'this time last year', 'a year ago', 'year before',
  'previous year', 'prior year', 'same month a year ago', 'same quarter last year', 'same week last year', 'same period previous year',
];
const NAMED_TARGETS = ['national target', 'national standard', 'local target', 'local stretch', 'local stretch target', 'stretch target', 'stretch'];
const TARGET = ['target', 'standard', 'its standard', 'threshold', 'ambition', 'goal', 'its target', 'our target', 'their target', 'targets', ...NAMED_TARGETS];
const PLAN = ['plan', 'operational plan', 'activity plan', 'contract plan', 'contract', 'budget'];
const PEERS = ['our peer trusts', 'its peer group', 'their peers', 'peer hospitals', 'comparable trusts', 'trusts like us', 'everyone else', 
  'peers', 'our peers', 'peer group', 'our peer group', 'peer trusts', 'peer median', 'benchmark', 'other trusts', 'other hospitals', 'other providers', 'other acute trusts', 'similar trusts',
  'East of England trusts', 'other East of England trusts', 'East of England', 'East Midlands trusts', 'other East Midlands trusts', 'Midlands trusts', 'other Midlands trusts',
  'North West trusts', 'North East trusts', 'South West trusts', 'South East trusts', 'London trusts', 'Shelford trusts', 'Shelford group', 'regional trusts', 'the region',
];
const NATIONAL = ['national picture', 'national benchmark', 'national level', 'national average', 'national median', 'national', 'national position', 'national figure', 'national rate', 'country', 'rest of the country', 'england', 'england average'];
const RANKED_DOING = ['performing', 'doing'];

function compared(ends: readonly string[]): readonly string[] {
  return VERSUS.flatMap((versus) => ends.flatMap((end) => [`${versus} ${end}`, `${versus} the ${end}`]));
}

/** Phrases of grammar and the part each plays. A longer phrase wins over a shorter one inside it. */
export const ROLE_PHRASES: Readonly<Record<Role, readonly string[]>> = {
  by: ['by', 'per', 'for each', 'for every', 'each', 'every', 'across', 'across the', 'in each', 'at each', 'by each', 'which', 'what', 'between', 'by individual'],
  breakdown: ['break that down', 'break it down', 'break this down', 'break down that', 'split that', 'split it', 'split this', 'drill down', 'drill in', 'break out', 'broken out', 'breakdown', 'break down', 'broken down', 'split', 'splits', 'split out', 'grouped', 'divided', 'separated', 'sliced'],
  trend: ['going up or down', 'up or down', 'better or worse', 'getting better or worse', 'improving or getting worse', 'over the months', 
    'trend', 'trends', 'trending', 'trended', 'over time', 'by month', 'per month', 'each month', 'every month', 'monthly', 'month by month',
    'chart', 'charted', 'graph', 'plot', 'line chart', 'run chart', 'history', 'historical', 'timeline', 'time series', 'track',
    'changed', 'changing', 'change', 'moved', 'moving', 'going up', 'going down', 'gone up', 'gone down', 'risen', 'rising', 'fallen', 'falling',
    'improve', 'improving', 'improved', 'improvement', 'getting better', 'getting worse', 'worsening', 'direction of travel', 'evolved', 'spc', 'spc chart',
  ],
  versus: VERSUS,
  'versus-previous': [...compared(PREVIOUS), 'month on month', 'on the previous month', 'on last month', 'on the month before', 'from the previous month', 'than the month before', 'than the previous month'],
  'versus-last-year': [...compared(LAST_YEAR), 'year on year', 'yoy', 'y/y', 'than last year', 'than a year ago', 'on last year', 'on the same month last year', 'on this time last year', 'and last year', 'and the same month last year'],
  'versus-target': compared(TARGET),
  compare: ['compare', 'comparing', 'comparison', 'comparison of', 'comparison between', 'difference between', 'gap between', 'compares', 'compared', 'side by side'],
  target: ['standard', 'threshold', 'goal', 'ambition', 'target', 'targets', 'hit', 'met', 'meet', 'reach', 'reached', 'achieve', 'achieved', 'hitting', 'meeting', 'achieving', 'reaching', 'on target', 'hitting target', 'hitting the target', 'hit target', 'hitting our target', 'meeting target', 'meeting the target', 'meeting our target', 'met the target', 'hit the target', 'hit our target', 'achieving target', 'the target', 'far from target', 'far off target', 'how far off target', 'far off the target', 'close to target', 'gap to target', 'distance from target', 'distance to target', 'within target', ...NAMED_TARGETS],
  excluding: ['if you take out', 'not count', 'stripping out', 'strip out', 'not incl', 
    'excluding', 'exclude', 'excludes', 'exc', 'excl', 'ex', 'except', 'except for', 'without', 'other than', 'apart from', 'aside from', 'not including',
    'not counting', 'leaving out', 'leave out', 'minus', 'bar', 'barring', 'not', 'but not', 'everything but', 'everything except', 'everything excluding',
    'remove', 'removing', 'less', 'take out', 'taking out', 'leave off', 'omit', 'ignore',
    'all but', 'all except', 'everywhere but', 'everywhere except', 'everyone but', 'everyone except', 'omitting', 'ignoring', 'excepting', 'anything but',
  ],
  worst: ['worst at the top', 'worst at top', 'slowest', 'slowest first', 'worst ones', 'worst', 'worst first', 'poorest first', 'worst performing', 'poorest', 'poorest performing', 'weakest', ...RANKED_DOING.map((word) => `${word} worst`), 'performing the worst', 'doing the worst', 'bottom performing', 'bottom performers'],
  best: ['best at the top', 'best at top', 'fastest', 'quickest', 'fastest first', 'quickest first', 'best ones', 'best', 'best first', 'best performing', 'strongest', ...RANKED_DOING.map((word) => `${word} best`), 'performing the best', 'doing the best', 'top performing', 'top performers'],
  highest: ['highest at the top', 'highest at top', 'biggest at the top', 'biggest backlog first', 'most often', 'most frequently', 'highest', 'highest first', 'biggest first', 'largest first', 'most first', 'high to low', 'highest to lowest', 'descending', 'top', 'most', 'largest', 'biggest', 'greatest', 'longest'],
  lowest: ['lowest at the top', 'lowest at top', 'btm', 'least often', 'lowest', 'lowest first', 'smallest first', 'fewest first', 'low to high', 'lowest to highest', 'ascending', 'bottom', 'least', 'fewest', 'smallest', 'shortest'],
  ranked: ['ordered', 'ordered by', 'sorted by', 'rank', 'sort', 'ranked', 'ranking', 'rankings', 'league table', 'rank order', 'in order', 'sorted', 'order of'],
  above: ['longer than', 'beyond', 'over', 'above', 'more than', 'greater than', 'higher than', 'exceeding', 'exceeds', 'in excess of', 'bigger than', '>'],
  below: ['shorter than', 'short of', 'under', 'below', 'less than', 'lower than', 'fewer than', 'smaller than', '<'],
  'at-least': ['or above', 'at or above', 'at or over', 'at or below', 'at or under', 'or below', 'minimum of', 'maximum of', 'at least', 'at most', 'no more than', 'no less than', 'up to', '>=', '<=', '≥', '≤', 'exactly', 'equal to'],
  define: [
    'define', 'defined', 'definition', 'definition of', 'definitions', 'meaning', 'meaning of', 'mean', 'means', 'meant', 'what is meant by', 'what does mean',
    'calculated', 'worked out', 'calculate', 'work out', 'calculation', 'measured', 'computed', 'derived', 'formula', 'formula for', 'counts as', 'counted as',
    'who owns', 'owner', 'owner of', 'owned by', 'come from', 'comes from', 'data come from', 'data comes from', 'source', 'source of', 'data source', 'data source for', 'source of data',
    'explain', 'explained', 'stand for', 'stands for', 'describe', 'tell me about', 'how do you measure', 'numerator', 'denominator', 'made up of', 'counted',
  ],
  'what-is': ['what is', 'whats', 'what are', 'what is a', 'what is an', 'whats a', 'whats an'],
  freshness: ['what date does', 'what date is', 'data in yet', 'data in', 'data loaded yet', 'data come in', 'data come through', 'data arrived', 'data landed', 'data ready', 'data go to', 'data run up to', 'been loaded', 'last refresh date', 'latest refresh', 'finance data go up to', 
    'how fresh', 'fresh', 'freshness', 'how up to date', 'up to date', 'last updated', 'last update', 'last refreshed', 'last refresh', 'last loaded', 'last load',
    'latest data', 'most recent data', 'newest data', 'data through', 'how current', 'how recent', 'how old is the data', 'how old', 'data run to', 'data go up to', 'data up to',
    'data updated', 'data refreshed', 'data loaded', 'data last updated', 'data last refreshed', 'data last loaded', 'get updated', 'updated', 'refreshed',
    'how far back', 'what data do you have', 'what data do you hold', 'data go back', 'data cover', 'data stale', 'is the data current', 'data as of',
    'when does the data', 'how late is the data', 'data current', 'data recent', 'data fresh',
  ],
  help: ['what sort of things can i ask', 'what sort of things can i ask you', 'what sort of things can i ask you about', 'what can i ask about', 'what can i ask you about', 'can i ask you about', 'what else can you do', 'what else can i ask', 
    'help', 'what can you do', 'what can i ask', 'what can i ask you', 'what do you do', 'how do i use', 'how do i use you', 'how do i use this', 'commands', 'menu', 'examples', 'example questions', 'instructions',
    'what do you know', 'what do you know about', 'what questions can i ask', 'list metrics', 'list the metrics', 'what metrics', 'what metrics do you have', 'which metrics', 'what measures', 'what measures do you have',
    'which measures', 'how does this work', 'how do you work', 'what are you', 'who are you', 'get started', 'what can you tell me', 'list measures', 'all metrics', 'what can you help with', 'what can you help me with', 'user guide',
  ],
  greeting: ['would it be possible to', 'is it possible to', 'would you be able to', 'are you able to', 'would you mind', 'if possible', 'hope you are ok', 'no worries', 
    'hi', 'hello', 'hey', 'hiya', 'hi there', 'hello there', 'good morning', 'good afternoon', 'good evening', 'morning', 'good day',
    'thanks', 'thank you', 'thankyou', 'many thanks', 'thx', 'ta', 'cheers', 'bye', 'goodbye', 'tally', 'hi all', 'morning all', 'hello all', 'hi team', 'morning team',
    'quick question', 'quick one', 'how are you', 'hope you are well', 'hope youre well', 'nice one', 'kind regards', 'mate', 'folks', 'thanks a lot', 'very much', 'so much', 'in advance', 'quickly', 'quick look',
  ],
  latest: ['latest', 'current', 'currently', 'now', 'right now', 'at the moment', 'most recent', 'at present', 'presently', 'these days', 'as it stands'],
  doing: ['sit', 'sits', 'sitting', 'stack up', 'measure up', 'shape up', 'shaping up', 'fare', 'line up', 'where do we sit', 'look like', 'looking like', 'been like', 'panning out', 'holding up', 'doing', 'performing', 'getting on', 'looking', 'faring', 'running', 'running at', 'sitting at', 'stand', 'standing', 'stand on', 'going', 'where are we on', 'where are we with', 'run at'],
  together: ['grand total', 'combined', 'together', 'altogether', 'taken together', 'in total', 'both together', 'as a whole', 'overall', 'total'],
  during: ['pre covid', 'pre pandemic', 'before covid', 'before the pandemic', 'ie', 'that is', 'namely', 'up to and including', 'during', 'throughout', 'over the course of', 'in the course of'],
  figure: ['actual', 'figure', 'number', 'performance', 'position', 'score', 'value', 'level', 'result', 'stat', 'data', 'reading', 'metric', 'measure', 'kpi', 'indicator', 'answer', 'breakout', 'status', 'analysis', 'analysis of'],
  share: [...['as a %', 'as a percentage', 'as a share', 'as a proportion', 'as %'].flatMap((lead) => ['all outpatient appointments', 'all outpatient attendances', 'all appointments', 'all attendances', 'all elective admissions', 'all admissions', 'the total', 'total'].map((whole) => `${lead} of ${whole}`)), 'rate', 'percentage', 'percent', 'per cent', 'proportion', 'share', '%', 'pc', 'ratio', 'pct'],
  average: ['average', 'avg', 'typical'],
  count: ['how many', 'number of', 'count of', 'volume of', 'total number of', 'no of', 'count'],
  people: ['patient', 'patients', 'people'],
  aged: ['aged', 'age', 'ages', 'those aged', 'patients aged', 'people aged'],
  'years-old': ['year olds', 'years olds', 'yo', 'age group', 'age groups', 'year old', 'years old', 'years', 'years of age', 'and over', 'and under', 'or over', 'or under', 'and above', 'and older', 'or older', 'and younger', 'or younger'],
  percent: ['percent', 'per cent', '%', 'pc', 'percentage points'],
  measured: ['days', 'day', 'minutes', 'mins', 'hours', 'hrs', 'nights', 'seconds'],
  aimed: ['reduce', 'reducing', 'reduced', 'increase', 'increasing', 'deliver', 'delivering', 'maximise', 'maximising'],
  why: ['dragging', 'dragging down', 'dragging it down', 'dragging us down', 'pulling down', 'pulling it down', 'pushing up', 'pushing it up', 'what is up with', 'what is wrong with', 'what happened to', 'what has happened to', 'whats happened to', 'what is happening with', 'whats happening with', 
    'why', 'why is', 'why has', 'why did', 'why are', 'why was', 'why were', 'why have', 'why does', 'why do', 'why the', 'explain why', 'how come', 'what went wrong', 'what is going on with',
    'what changed', 'what has changed', 'whats changed', 'what drove', 'what caused', 'what has caused', 'what is causing', 'whats causing', 'cause', 'causing', 'causes of', 'root cause', 'because of', 'due to',
    'driver', 'driver of', 'driving', 'what is driving', 'whats driving', 'what is driving the change in', 'what drives', 'drove', 'driven by', 'reason', 'reason for', 'reason behind', 'what is behind', 'whats behind', 'what was behind', 'what lies behind',
    'account for', 'accounts for', 'accounted for', 'contributing to', 'contributed to', 'contributor', 'contributor to', 'responsible for', 'explain the change', 'explain the change in', 'explain the rise in', 'explain the increase in', 'explain the drop in', 'explain the fall in', 'explain the movement in',
  ],
  forecast: [
    'will we', 'will we hit', 'will we meet', 'will we be', 'will we be at', 'will we get', 'will we get to', 'will we make', 'will we make it', 'will we deliver', 'will we reach', 'will we achieve', 'will it', 'will it be', 'would we meet', 'would we hit', 'would we reach', 'would we get',
    'are we going to', 'are we going to hit', 'are we going to meet', 'are we going to make', 'are we going to get', 'are we going to reach', 'are we likely to', 'likely to hit', 'likely to meet', 'going to hit', 'going to meet', 'going to be', 'going to reach', 'going to make', 'going to take',
    'forecast', 'forecasting', 'predict', 'prediction', 'predicted', 'projection', 'projection for', 'projected', 'outturn', 'forecast outturn', 'expected', 'on track', 'on track for', 'on track to', 'on course', 'on course for', 'on course to', 'on target to', 'on target for',
    'how many more', 'how much more', 'how many fewer', 'how many less', 'how many extra', 'how much less', 'how much further', 'how many additional', 'extra', 'additional',
    'what would it take', 'what will it take', 'what it would take', 'what it will take', 'what does it take', 'what is it going to take', 'what do we need', 'what would we need', 'what do we have to do', 'what must we do', 'what needs to happen',
    'when will', 'when will we', 'need to hit', 'need to meet', 'need to reach', 'need to get', 'need to get to', 'needed to hit', 'needed to reach', 'needed to get to', 'needed to make', 'required to hit', 'required to reach', 'required to meet', 'get to', 'getting to', 'get us to', 'get back to', 'bring up to', 'get up to', 'get down to',
    'run rate', 'current run rate', 'run rate needed', 'run rate required', 'required run rate', 'needed run rate', 'at this rate', 'at the current rate', 'at the rate we are going', 'on current trend', 'if this carries on', 'if we carry on', 'heading', 'heading for', 'heading towards', 'trajectory', 'estimate', 'what if', 'shortfall', 'gap to', 'far to go', 'left to do',
  ],
  moved: ['gone up so much', 'gone down so much', 'that much', 'a lot', 'so many', 'so few', 'many', 'few', 'fewer', 'more', 'less', 'more likely', 'less likely', 'likely', 'up or down', 'any better', 'any worse', 'doing better', 'doing worse', 
    'up', 'down', 'high', 'low', 'bad', 'poor', 'better', 'worse', 'higher', 'lower', 'so high', 'so low', 'so bad', 'so poor', 'so good', 'up so much', 'down so much', 'up a lot', 'down a lot', 'so much higher', 'so much lower', 'so much worse', 'not improving', 'stuck',
    'slip', 'slipped', 'slipping', 'jump', 'jumped', 'drop', 'dropped', 'dropping', 'dip', 'dipped', 'fall', 'fell', 'falls', 'rise', 'rose', 'rises', 'spike', 'spiked', 'climbed', 'climbing', 'surge', 'surged', 'crept up', 'creeping up', 'shot up', 'gone through the roof', 'increase', 'increased', 'increasing', 'decrease', 'decreased', 'decreasing', 'decline', 'declined', 'declining',
    'went up', 'went down', 'come down', 'coming down', 'came down', 'went backwards', 'gone backwards', 'going backwards', 'gone wrong', 'going wrong', 'the wrong way', 'going the wrong way', 'deteriorate', 'deteriorated', 'deteriorating', 'deterioration', 'got worse', 'got better', 'gotten worse', 'movement', 'movement in', 'rise in', 'increase in', 'jump in', 'drop in', 'fall in', 'dip in', 'spike in', 'change in', 'deterioration in', 'improvement in', 'decline in', 'reduction in', 'variation in',
  ],
  pace: ['bring', 'make', 'book', 'in order', 'realistic', 'is realistic', 'possible', 'achievable', 'doable', 'take', 'a week', 'a month', 'a day', 'that a week'],
  fetch: ['let me know', 'let us know', 'let me have', 'let us have', 'remind me of', 'send', 'send me', 'send us', 'send over', 'send me over', 'email', 'email me', 'email us', 'email over', 'post', 'post me', 'post us', 'message me', 'dm me', 'share with me', 'pull up', 'bring up', 'fetch', 'list', 'list the', 'list out'],
  place: ['whole of', 'whole', 'entire', 'all of', 'department', 'dept', 'service', 'team', 'ward list'],
};

/** Requests that are understood and cannot be met yet. */
export const UNSUPPORTED_PHRASES: Readonly<Record<Feature, readonly string[]>> = {
  schedule: ['every monday', 'every tuesday', 'every wednesday', 'every thursday', 'every friday', 'every saturday', 'every sunday', 'each monday', 'each tuesday', 'each wednesday', 'each thursday', 'each friday', 'each saturday', 'each sunday', 'every morning', 'each morning', 'every day', 'every weekday', 'every week', 'here every', 'post this', 'post here', 'at 8', 'at 9', 'at 8am', 'at 9am', 'schedule', 'subscribe', 'digest', 'daily digest', 'weekly digest', 'remind', 'remind me', 'pin'],
  watch: ['tell me when', 'tell me if', 'alert', 'alert me', 'notify', 'notify me', 'let me know when', 'let me know if', 'warn', 'warn me', 'watch', 'ping me', 'flag when', 'shout if'],
  peers: [
    ...PEERS, ...compared(PEERS), ...PEERS.flatMap((words) => ['above', 'below', 'behind', 'ahead of', 'over', 'under', 'among', 'amongst', 'within'].flatMap((lead) => [`${lead} ${words}`, `${lead} the ${words}`])), ...compared(NATIONAL), ...NATIONAL.flatMap((words) => [`above ${words}`, `below ${words}`, `above the ${words}`, `below the ${words}`]), 'peer', 'benchmarking', 'benchmarked', 'national', 'nationally', 'national average', 'national position', 'national median', 'national figure', 'national rate', 'model hospital', 'model health system',
    'rest of the country', 'the country', 'rest of england', 'quartile', 'upper quartile', 'top quartile', 'which quartile', 'what quartile', 'england', 'england average', 'nhs england', 'nationwide', 'regionally', 'region', 'other sites elsewhere',
    'outlier', 'outliers', 'an outlier', 'funnel', 'funnel plot', 'where do we rank', 'how do we rank', 'our rank', 'ranking nationally', 'national ranking', 'national rank', 'against england', 'against the national average', 'against the country',
  ],
  scorecard: ['scorecard', 'score card', 'scorecards', 'dashboard', 'summary', 'summarise', 'overview', 'everything', 'all measures', 'highlights', 'round up'],
  exceptions: [
    'off target', 'missed', 'missed target', 'missed the target', 'missed their target', 'off their target', 'off track', 'exceptions', 'exception report', 'anything red', 'anything off target', 'whats red', 'what is red', 'red', 'amber', 'red rated', 'rated red',
    'missing target', 'missing the target', 'missing their target', 'missing targets', 'failing', 'failing target', 'failing targets', 'failing the target', 'not on target', 'not meeting target', 'not hitting target', 'behind target', 'off our target', 'off our targets', 'off targets', 'problem', 'problems',
    'of concern', 'concern', 'concerns', 'worrying', 'need attention', 'needs attention', 'struggling',
  ],
  plan: [
    ...PLAN.filter((words) => words !== 'contract'), ...compared(PLAN), ...PLAN.flatMap((words) => ['ahead of', 'behind', 'over', 'under', 'above', 'below', 'up on', 'down on', 'on', 'off', 'variance from', 'variance to', 'variance against', 'variance on', 'performance against', 'compared against', 'measured against'].flatMap((lead) => [`${lead} ${words}`, `${lead} the ${words}`])),
    'planned', 'overperformance against plan',
  ],
  grain: ['by week', 'per week', 'weekly', 'week by week', 'each week', 'by day', 'per day', 'daily', 'day by day', 'each day', 'by quarter', 'per quarter', 'quarterly', 'each quarter', 'quarter on quarter', 'by year', 'per year', 'yearly', 'annually', 'annual', 'each year', 'by weekday', 'by day of the week', 'day of week', 'by hour', 'week on week', 'by financial year'],
  'which-period': ['which month', 'what month', 'best month', 'worst month', 'highest month', 'lowest month', 'which week', 'what week', 'which quarter', 'what quarter', 'which day', 'what day', 'which year', 'what year', 'when was', 'when did', 'how often', 'since when'],
  median: ['median', 'standard deviation', 'percentile', 'quartiles', 'maximum', 'minimum', 'max', 'min', 'correlation', 'correlate', 'sum', 'add up', 'weighted'],
  opinion: ['should we', 'what should', 'recommend', 'how can we', 'how do we improve', 'how do i improve', 'how could we', 'how to improve', 'how do we reduce', 'how can we reduce', 'fix', 'advice', 'suggest'],
};
