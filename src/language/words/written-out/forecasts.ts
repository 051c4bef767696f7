import type { Rewording } from './rewording';

/** What is to come, and what it takes. */
export const FORECASTS_WRITTEN: readonly Rewording[] = [
  [/^(?:can|could|will) (?!we\b|it\b|you\b|i\b|they\b)([\p{L}&' ]{2,30}?) get ([\p{L} ]{2,30}?) (?:up |down |back )?to (?=£?\d)/giu, '$2 for $1 will we hit '],
  [/\bhow many (more|extra) (?:a|per|each) (?:list|session)\b/gi, 'how many $1'],
  [/\b(which|what) (\p{L}+(?: \p{L}+)?) (?:miss|are missing|keep missing|fail to meet) (?:the |their )?((?:[\p{L}]+ ){0,3})(target|standard)\b/giu, '$1 $2 missed the $3$4'],
  [/\bhow confident (?:can|should|are|is) [^,.?!]{1,40}? (?:be )?that (?:the |our )?([^,.?!]{3,50}?) (?:is|are|will be|gets?) (?:met|hit|delivered|achieved|reached)\b/gi, '$1 will we hit it'],
  [/\b(?:full[- ]year|year[- ]end|annual) (?=target\b)/gi, ''],
  [/\b(?:do|does) ([^,.?!;:]{3,60}?) (reach|hit|meet|make|get (?:back )?to)\b(?=[^?]*\bby (?:the )?(?:end|year|yr|month|quarter|start|middle|christmas|xmas|easter|next|this|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\d\d|\d{1,2}(?:st|nd|rd|th)?\b))/giu, '$1 will we $2'],
  [/\s*[-–,:]\s*(?:zero|none|nil|cleared|clear|gone|nobody) (?=by (?:the )?(?:end|year|yr|month|quarter|start|middle|christmas|xmas|easter|next|this|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\d\d|\d{1,2}(?:st|nd|rd|th)?\b))/giu, ' will we have zero '],
  [/(?<=\b(?:will|would|going to|land|hit|reach|meet|achieve|deliver|clear|forecast|track)\b[^?]*)\bby (?:the )?(?:year|yr)[- ]?end\b/gi, 'by the end of the year'],
  [/(?<=^|\s)(\d+(?:\.\d+)?m)\b(?=.*\b(?:savings?|saved|cip|income|surplus|plan|deficit|efficienc\p{L}+|year[- ]end)\b)|(?<=\b(?:savings?|saved|cip|income|surplus|plan|deficit|efficienc\p{L}+)\b.*\s)(\d+(?:\.\d+)?m)\b/giu, '£$1$2'],
  [/^((?:and |so |but )*)will (?!we\b|the trust\b|it\b|i\b|you\b|u\b|there\b|every(?:one|body)\b)([^,.?!;]{3,60}?) (hit|meet|reach|make|be|get|do|deliver|achieve|recover|clear|come|land|finish)\b/gi, '$1$2 will we $3'],
  [/^((?:and |so |but |ok )*)did ([\p{L}&' ]{1,50}?) (?:(?:ever |actually |manage to )?(?:get|make it)(?: back| up| down)? to|reach|achieve|make) (?=(?:the|its|their|our)?[\p{L} ]{0,24}(?:target|standard|\d))/giu, '$1did $2 hit '],
  [/^((?:and |so |but |ok )*)(has|have) ([\p{L}&' ]{1,50}?) (?:got|gotten|made it)(?: back| up| down)? to (?=(?:the|its|their|our)?[\p{L} ]{0,24}(?:target|standard|\d))/giu, '$1$2 $3 hit '],
  [/^(?:so |and )?(?:do|would) you (?:expect|think|reckon|believe) (?:that )?(?:us|we|the trust)(?: to|'ll| will)? (?:have|be|get|hit|reach|meet)\b/gi, 'will we hit'],
  [/\bgonna\b/gi, 'going to'],
  [/\b(we|it|they|that)'ll (?=(?:(?:ever|still|actually|really) )?(?:hit|meet|make|reach|get|achieve|deliver|recover|clear|be|end|land|miss|manage)\b)/gi, '$1 will '],
  [/^((?:please |can you |could you |now )*)project (?=\p{L})/iu, '$1projection for '],
  [/\bhow (?:far|much) (?:do|would|must) we (?:have to |need to )?(?:lift|raise|push|bring|get) ([^,.?!]{3,60}?)(?: up)?(?: each| every| a| per)? (?:month |week )?to (?:be at|be|get to|reach|hit) /gi, '$1 what would it take to hit '],
  [/,? (?:and )?(?:what(?:'s| is|s)|how big is) the (?:gap|shortfall)(?=\s*[?.!]*$)/gi, ''],
];
