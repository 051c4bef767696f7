import type { Rewording } from './rewording';

/** What is left out, taken back or put in the place of something else. */
export const EXCLUSIONS_WRITTEN: readonly Rewording[] = [
  [/\bw\/o\b/gi, 'without'],
  [/(?<![\p{L}\d])(?:leav|sett|putt)ing aside\b/giu, 'excluding'],
  [/\btake (?!off\b|that\b|this\b|it\b|your\b|my\b)((?:[\p{L}&'-]+ ){1,5})off\b(?! of)/giu, 'excluding $1'],
  [/(?<=\b(?:take|leave|strip|drop|remove|leaving|taking|excluding|exclude|without)\b.*)\bwithout (?:them|those|these|it|him|her)\b/gi, ''],
  [/\b(?:leave|leaving|take|taking|drop|dropping|strip|stripping) out (?:the |all |any )*([\p{L}&' -]{3,40}?) ones\b/giu, 'excluding $1'],
  [/\b(?:if (?:you|we|i) )?(?:take|took|leave|left|strip|pull) (?!out\b)((?:[\p{L}&'-]+ ){1,4})out\b(?! of)/giu, 'excluding $1'],
  [/\b(?:if )?(?:we|you|i)? ?(?:did|do) ?n[o']?t (?:count|include) (?:the )?/gi, 'excluding '],
  [/^swap (?:them|those) for /gi, 'swap to '],
];
